import type { CheckKind, ObserveContext, SessionState } from '../../src/kinds/kind.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { MappedText, Span } from '../../src/model/source.ts'
import type { BoundPattern, BoundProgram, Place, Program, SqlStatement, Template } from '../../src/model/template.ts'
import { FACTS } from '../run-facts.ts'

export interface TestContext extends ObserveContext {
  /** How often `sent` was called. */
  readonly sentCount: () => number
  readonly notices: readonly string[]
  /** Closes what was opened as a resource. */
  readonly close: () => Promise<void>
}

/** A context as the run gives it, real but for what a test is about. */
export function observeContext(given: Partial<ObserveContext> = {}): TestContext {
  const sessions = new Map<string, SessionState>()
  const resources = new Map<string, Promise<AsyncDisposable>>()
  const notices: string[] = []
  let sent = 0
  return {
    signal: new AbortController().signal,
    clock: {
      now: () => Date.now(),
      elapsed: () => performance.now(),
      sleep: () => Promise.reject(new Error('No kind sleeps.')),
    },
    facts: { ...FACTS, startedAt: new Date().toISOString() },
    folder: process.cwd(),
    root: process.cwd(),
    environment: { PATH: process.env.PATH, HOME: '/nowhere' },
    sent: () => {
      sent += 1
    },
    session<S extends SessionState>(kind: string, name: string, create: () => S): S {
      const key = `${kind} ${name}`
      const held = sessions.get(key) ?? create()
      sessions.set(key, held)
      return held as S
    },
    resource<R extends AsyncDisposable>(key: string, open: () => R | Promise<R>): Promise<R> {
      const held = resources.get(key) ?? Promise.resolve(open())
      resources.set(key, held)
      return held as Promise<R>
    },
    notice: text => notices.push(text),
    host: name => Promise.reject(new Error(`No host ${name}`)),
    database: name => Promise.reject(new Error(`No database ${name}`)),
    sentCount: () => sent,
    notices,
    close: async () => {
      for (const resource of resources.values()) await (await resource)[Symbol.asyncDispose]()
    },
    ...given,
  }
}

/** Looks once with a filled specification. */
export function observe(
  kind: CheckKind,
  spec: unknown,
  context: ObserveContext = observeContext(),
): Promise<Observation> {
  return kind.observe(spec, context)
}

/** The error a promise rejects with, to be looked at by its fields. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('It did not reject.')
}

/** Faults a kind finds in a specification. */
export function review(
  kind: CheckKind,
  spec: unknown,
  known: { readonly hosts?: readonly string[]; readonly databases?: readonly string[] } = {},
): readonly Omit<Diagnostic, 'severity'>[] {
  const found: Omit<Diagnostic, 'severity'>[] = []
  const { hosts = [], databases = [] } = known
  kind.review?.(spec, { span: span('the check'), report: fault => found.push(fault), hosts, databases })
  return found
}

export function codes(faults: readonly { readonly code: string }[]): readonly string[] {
  return faults.map(({ code }) => code)
}

/** A template of a text whose holes are written `{{ … }}`. */
export function template<V = string>(text: string, place: Place = 'text'): Template<V> {
  const parts = text
    .split(/(\{\{.*?\}\})/)
    .filter(part => part !== '')
    .map(part => (part.startsWith('{{') ? program(part.slice(2, -2)) : part))
  return { node: 'template', place, parts, span: span(text) }
}

export function program(text: string): Program {
  return { node: 'program', source: mapped(text), uses: [...text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name) }
}

export function span(text: string): Span {
  return { source: { path: 'checklist.yml', text }, start: 0, end: text.length }
}

export function mapped(text: string): MappedText {
  return { text, span: span(text), map: [[0, 0]] }
}

export function statement(text: string, values: SqlStatement['values'] = []): SqlStatement {
  return { text, values, span: span(text) }
}

/** A bound jq program, told what it holds of; `undefined` stands for a run-time error. */
export function boundProgram(display: string, holds: (document: unknown) => boolean | undefined): BoundProgram {
  return {
    display,
    evaluate: async document => {
      const value = holds(JSON.parse(document))
      return value === undefined ? { error: 'cannot index' } : { values: [value] }
    },
  }
}

export function boundPattern(pattern: RegExp): BoundPattern {
  return {
    display: String(pattern),
    match: async texts => texts.map(text => pattern.exec(text)?.map(group => group ?? null) ?? null),
  }
}
