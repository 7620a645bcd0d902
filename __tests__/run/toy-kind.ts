import { type CheckKind, kind, type ObserveContext } from '../../src/kinds/kind.ts'
import { CheckError } from '../../src/model/check-error.ts'
import type { Json, JsonObject } from '../../src/model/json.ts'
import type { EvidencePart, Observation, ObservedDocument } from '../../src/model/observation.ts'
import { field, json, object, text, url, type ValueOf } from '../../src/model/shape.ts'

/** What the toy answers when it is asked. Everything is optional: it answers 200 and `{}` at once. */
export interface Answer {
  readonly status?: number
  readonly json?: Json
  readonly document?: ObservedDocument
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
  readonly html?: JsonObject
  readonly text?: string
  /** Milliseconds that pass before it answers. */
  readonly takes?: number
  readonly error?: unknown
  readonly retryAfterMs?: number
  /** What it says it was to see and did not. */
  readonly unmet?: CheckError
  readonly secrets?: readonly string[]
  readonly evidence?: readonly EvidencePart[]
  readonly reproduce?: readonly string[]
  /** Whether it says that something was sent before it answers. */
  readonly sends?: boolean
  /** Done while it is asked. */
  readonly does?: (context: ObserveContext, spec: { readonly ask: string; readonly with?: Json }) => unknown
}

/** One answer, one after the other (the last again and again), or one for each time and what was asked with it. */
export type Answers = Answer | readonly Answer[] | ((time: number, given: Json | undefined) => Answer)

const shape = object(
  {
    ask: field(text('a question'), 'what to ask'),
    with: field(json(), 'anything'),
    key: field(text('a key'), 'secret by its place'),
    host: field(text('a host'), 'where'),
    to: field(url(), 'an address'),
  },
  ['ask'],
)
const any = { doc: '', lists: 'each', scalars: 'json' } as const

/** A kind that answers from a list and needs no world. `asked` says in order what was asked and when. */
export function createToyKind(answers: Readonly<Record<string, Answers>>) {
  const times = new Map<string, number>()
  const asked: { readonly ask: string; readonly at: number; readonly given: Json | undefined }[] = []
  const definition: CheckKind<ValueOf<typeof shape>> = {
    name: 'toy',
    doc: 'A toy',
    shape,
    parts: {
      status: { doc: '', lists: 'one-of', scalars: 'status' },
      json: any,
      headers: { ...any, any: { ...any, lists: 'one-of' }, lookup: true },
      cookies: { ...any, any: { ...any, lists: 'one-of', main: 'value' } },
      html: { ...any, any: { ...any, main: 'text' }, lookup: true },
      duration: { doc: '', lists: 'one-of', scalars: 'duration' },
    },
    captures: ['jq', 'header', 'cookie', 'html', 'regex'],
    jqReads: 'the document',
    shorthand: line => ({ ask: { start: 0, end: line.length } }),
    describe: spec => `ask ${spec.ask.parts.map(part => (typeof part === 'string' ? part : '…')).join('')}`,
    defaults: (_spec, named) => (named.has('status') ? {} : { status: { op: 'status-class', digit: 2 } }),
    secrets: spec => (spec.key === undefined ? [] : [spec.key]),
    async observe(spec, context) {
      const time = (times.get(spec.ask) ?? 0) + 1
      times.set(spec.ask, time)
      asked.push({ ask: spec.ask, at: context.clock.elapsed(), given: spec.with })
      const answer = answerFor(answers[spec.ask] ?? {}, time, spec.with)
      if (answer.sends === true) context.sent()
      await answer.does?.(context, spec)
      const began = context.clock.elapsed()
      if (answer.takes !== undefined) await context.clock.sleep(answer.takes, context.signal)
      if (answer.error !== undefined) throw answer.error
      return observationOf(answer, context.clock.elapsed() - began)
    },
  }
  return { kind: kind(definition), asked, order: () => asked.map(({ ask }) => ask) }
}

/** A kind whose checks are looked at by a person. */
export const boxKind = kind({
  name: 'box',
  doc: 'A box',
  shape: text('an instruction'),
  parts: {},
  captures: [],
  jqReads: 'nothing',
  describe: () => 'a box',
  defaults: () => ({}),
  instruction: spec => spec,
  observe: () => Promise.reject(new Error('never observed')),
})

export function refused(message = 'The connection was refused.', finding?: CheckError['finding']): CheckError {
  const told = { code: 'refused', message, hint: 'Start it.', endpoint: 'toy:1' }
  return new CheckError(finding === undefined ? told : { ...told, verdict: 'failed', finding })
}

function answerFor(answers: Answers, time: number, given: Json | undefined): Answer {
  if (typeof answers === 'function') return answers(time, given)
  return isSeveral(answers) ? (answers[Math.min(time, answers.length) - 1] ?? {}) : answers
}

function isSeveral(answers: Answer | readonly Answer[]): answers is readonly Answer[] {
  return Array.isArray(answers)
}

function observationOf(answer: Answer, duration: number): Observation {
  const { status = 200, headers = {}, cookies = {}, html = {} } = answer
  const body = answer.json === undefined ? {} : { json: answer.json }
  const parts: JsonObject = {
    status,
    headers,
    cookies: Object.fromEntries(Object.entries(cookies).map(([name, value]) => [name, { value }])),
    duration,
    ...body,
  }
  const found: Readonly<Record<string, Readonly<Record<string, Json>>>> = { headers, html }
  return {
    parts,
    document:
      answer.document ?? (answer.json === undefined ? { missing: 'The body is empty.' } : { json: answer.json }),
    ...(answer.text === undefined ? {} : { text: answer.text }),
    lookup: (part, key) =>
      found[part]?.[key.toLowerCase()] ?? (part === 'cookies' ? lookIn(parts.cookies, key) : undefined),
    secrets: [...Object.values(cookies), ...(answer.secrets ?? [])],
    ...(answer.unmet === undefined ? {} : { unmet: answer.unmet }),
    ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
    evidence: () =>
      answer.evidence ?? [{ title: 'Answer', text: JSON.stringify(parts), language: 'json', outside: true }],
    ...(answer.reproduce === undefined ? {} : { reproduce: () => answer.reproduce ?? [] }),
  }
}

function lookIn(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && key in value ? (value as JsonObject)[key] : undefined
}
