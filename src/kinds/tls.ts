import { field, object, text, type ValueOf } from '../model/shape.ts'
import { requireAddress } from '../transport/address.ts'
import { probeTls } from '../transport/tls-probe.ts'
import { addressShorthand, reviewAddressed } from './address-field.ts'
import type { CheckKind } from './kind.ts'
import { kind } from './kind.ts'
import { dialVia } from './on-host.ts'
import { atLeastByDefault, equalsByDefault, jsonPart, oneOfPart, timePart } from './parts.ts'
import { asWritten } from './written.ts'

const shape = object(
  {
    address: field(text('host:port'), 'where to connect: host:port, an IPv6 address in brackets'),
    server_name: field(text('a host name'), 'the name to ask for and to verify, when it is not that of the address'),
    via: field(text('the name of a host'), 'the host to go through'),
  },
  ['address'],
)

const definition: CheckKind<ValueOf<typeof shape>> = {
  name: 'tls',
  doc: 'The certificate of a TLS server',
  shape,
  parts: {
    subject: oneOfPart('whose certificate it is: `CN=example.com`'),
    issuer: oneOfPart('who issued it: `C=US, O=An authority, CN=R10`'),
    names: jsonPart('the host names and addresses it is for'),
    expires_at: timePart('when it expires'),
    days_left: jsonPart('whole days until it expires, negative afterwards'),
    protocol: oneOfPart('the version agreed on: `TLSv1.3`'),
    trusted: oneOfPart('whether its chain, its dates and its name are in order'),
    reason: oneOfPart('why it is not trusted; absent when it is'),
  },
  captures: ['jq'],
  jqReads: 'the observation',
  shorthand: addressShorthand,
  review: reviewAddressed,
  describe: spec => `certificate of ${asWritten(spec.server_name ?? spec.address)}`,
  defaults: (_spec, named) => ({
    ...(named.has('trusted') ? {} : { trusted: equalsByDefault(true) }),
    ...(named.has('days_left') ? {} : { days_left: atLeastByDefault(0) }),
  }),
  async observe(spec, context) {
    const address = requireAddress(spec.address)
    const dial = await dialVia(spec.via, context)
    context.sent()
    const parts = await probeTls(address, {
      serverName: spec.server_name,
      now: context.clock.now(),
      signal: context.signal,
      dial,
    })
    const text = JSON.stringify(parts, undefined, 2)
    return {
      parts,
      document: { json: parts },
      secrets: [],
      evidence: () => [{ title: `Certificate of ${spec.address}`, text, language: 'json', outside: false }],
    }
  },
}

export const tlsKind = kind(definition)
