import { type CheckKind, kind, type ReviewContext } from '../kind.ts'
import { equalsByDefault, jsonPart, oneOfPart } from '../parts.ts'
import { asWritten, inShort, reviewReference } from '../written.ts'
import { observeLogs } from './observe-logs.ts'
import { type LogsSpec, logsShape } from './shape.ts'

const definition: CheckKind<LogsSpec> = {
  name: 'logs',
  doc: 'The events of a log',
  shape: logsShape,
  parts: {
    events: jsonPart('the first `limit` events that count, each with `service time level text`'),
    count: oneOfPart('how many events count'),
    counts: { ...jsonPart('how many of each service'), any: oneOfPart('how many of this service') },
    scanned: oneOfPart('how many lines were read in the time asked for, blank ones between events aside'),
  },
  captures: ['jq', 'regex'],
  jqReads: 'the events',
  review: reviewLogs,
  describe: describeLogs,
  defaults: (_spec, named) => (named.has('count') ? {} : { count: equalsByDefault(0) }),
  observe: observeLogs,
}

export const logsKind = kind(definition)

const SOURCES = ['file', 'services', 'unit'] as const

function reviewLogs(spec: LogsSpec, context: ReviewContext): void {
  const named = SOURCES.filter(source => spec[source] !== undefined)
  if (named.length !== 1) {
    context.report({
      code: 'logs-one-of',
      span: context.span,
      message: '`logs` takes one of `file`, `services` and `unit`.',
      hint:
        named.length > 1
          ? `Make a check of each: here stand ${named.map(source => `\`${source}\``).join(' and ')}.`
          : 'Name the log: `logs: { file: /var/log/app.log }`, or `logs: { host: prod, services: [backend] }`.',
    })
  }
  if (named[0] !== undefined && named[0] !== 'file' && spec.host === undefined) {
    context.report({
      code: 'service-without-host',
      span: context.span,
      message: `\`${named[0]}\` are looked for on a \`host\`, and none is named.`,
      hint: 'Add `host`, with the name of the machine.',
    })
  }
  reviewReference(spec.host, 'host', context)
}

function describeLogs({ file, services, unit, host }: LogsSpec): string {
  const what = file ?? unit
  const names = what === undefined ? (services ?? []).map(asWritten).join(', ') : asWritten(what)
  return inShort(`log of ${names}${host === undefined ? '' : ` on ${asWritten(host)}`}`)
}
