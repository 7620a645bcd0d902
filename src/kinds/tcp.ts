import { CheckError } from '../model/check-error.ts'
import { field, object, text, type ValueOf } from '../model/shape.ts'
import { requireAddress } from '../transport/address.ts'
import { dialThrough } from '../transport/dial-through.ts'
import type { Machine } from '../transport/machine.ts'
import { probePort, readBanner } from '../transport/tcp-probe.ts'
import { addressShorthand, reviewAddressed } from './address-field.ts'
import type { CheckKind } from './kind.ts'
import { kind } from './kind.ts'
import { machineOf } from './on-host.ts'
import { durationPart, equalsByDefault, oneOfPart } from './parts.ts'
import { asWritten } from './written.ts'

const shape = object(
  {
    address: field(text('host:port'), 'where to connect: host:port, an IPv6 address in brackets'),
    via: field(text('the name of a host'), 'the host to go through'),
  },
  ['address'],
)

/** How long silence lasts before a port counts as closed: this long, or half of what the attempt has left. */
const PATIENCE_MS = 5_000
const BANNER_MS = 250

const definition: CheckKind<ValueOf<typeof shape>> = {
  name: 'tcp',
  doc: 'Whether a port is open',
  shape,
  parts: {
    open: oneOfPart('whether the connection was accepted; refusal, and silence for 5 s, mean that it is not'),
    duration: durationPart('how long that took'),
    banner: oneOfPart('the first line the server sends unasked within 250 ms'),
  },
  captures: ['jq', 'regex'],
  jqReads: 'the observation',
  shorthand: addressShorthand,
  review: reviewAddressed,
  describe: spec => asWritten(spec.address),
  defaults: (_spec, named) => (named.has('open') ? {} : { open: equalsByDefault(true) }),
  async observe(spec, context) {
    const address = requireAddress(spec.address)
    const machine = spec.via === undefined ? undefined : await machineOf(spec.via, context)
    // The time of a login is not that of the port.
    const way = await machine?.answers?.(context.signal)
    const dial = machine?.remote === true ? dialThrough(machine) : undefined
    const left = context.deadline === undefined ? Number.POSITIVE_INFINITY : context.deadline - context.clock.elapsed()
    const began = context.clock.elapsed()
    context.sent()
    const port = await probePort(address, { patienceMs: Math.min(PATIENCE_MS, left / 2), signal: context.signal, dial })
    if (port.socket === undefined) await requireSame(way, machine, context.signal)
    const duration = Math.round(context.clock.elapsed() - began)
    const banner = port.socket === undefined ? undefined : await readBanner(port.socket, BANNER_MS, context.signal)
    const parts = { open: port.socket !== undefined, duration, ...(banner === undefined ? {} : { banner }) }
    const said = port.socket === undefined ? port.closed : (banner ?? 'The port is open; the server said nothing.')
    return {
      parts,
      ...(banner === undefined ? { remarks: { banner: 'The server sent nothing unasked.' } } : {}),
      document: { json: parts },
      ...(banner === undefined ? {} : { text: banner }),
      secrets: [],
      evidence: () => [{ title: `Answer of ${spec.address}`, text: said, language: 'text', outside: true }],
    }
  },
}

/** Where the way to the machine was silent, nobody knows of the port. */
async function requireSame(way: object | undefined, machine: Machine | undefined, signal: AbortSignal): Promise<void> {
  if (machine === undefined || (await machine.answers?.(signal)) === way) return
  throw new CheckError({
    code: 'ssh-connection-lost',
    message: `The connection to ${machine.label} was cut while it was to reach the port, so that nothing is known of that.`,
    hint: 'Look at the log of the SSH server; did the machine restart, or does something between drop connections?',
  })
}

export const tcpKind = kind(definition)
