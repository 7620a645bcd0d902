import { onTestFinished } from 'vitest'
import type { ObserveContext, SessionState } from '../../src/kinds/kind.ts'
import { requestKind } from '../../src/kinds/request.ts'
import type { CheckError } from '../../src/model/check-error.ts'
import type { Json } from '../../src/model/json.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Program, Template } from '../../src/model/template.ts'

export interface TestContext extends ObserveContext {
  readonly notices: string[]
  sentTimes: number
}

const SOURCE = { path: 'checklist.yml', text: '' }
export const SPAN = { source: SOURCE, start: 0, end: 0 }

/** A run's context with real connections and sessions, disposed of when the test ends. */
export function testContext(overrides: Partial<ObserveContext> = {}): TestContext {
  const resources = new Map<string, Promise<AsyncDisposable>>()
  const sessions = new Map<string, SessionState>()
  const notices: string[] = []
  onTestFinished(async () => {
    for (const resource of resources.values()) await (await resource)[Symbol.asyncDispose]()
  })
  const context: TestContext = {
    signal: new AbortController().signal,
    clock: { now: () => Date.now(), elapsed: () => performance.now(), sleep: async () => undefined },
    facts: {
      id: 'test',
      startedAt: '2026-01-14T04:30:00.000Z',
      sha: null,
      ref: null,
      actor: null,
      repository: null,
      url: null,
      number: null,
      attempt: null,
      target: null,
    },
    folder: import.meta.dirname,
    root: import.meta.dirname,
    environment: {},
    notices,
    sentTimes: 0,
    sent() {
      context.sentTimes += 1
    },
    session: <S extends SessionState>(kind: string, name: string, create: () => S): S => {
      const key = `${kind} ${name}`
      const state = sessions.get(key) ?? create()
      sessions.set(key, state)
      return state as S
    },
    resource: <R extends AsyncDisposable>(key: string, open: () => R | Promise<R>): Promise<R> => {
      const resource = resources.get(key) ?? Promise.resolve(open())
      resources.set(key, resource)
      return resource as Promise<R>
    },
    notice: text => {
      notices.push(text)
    },
    host: async () => ({}),
    database: async () => ({}),
    ...overrides,
  }
  return context
}

/** Observes with a filled specification, as the run would. */
export function observe(spec: object, context: ObserveContext = testContext()): Promise<Observation> {
  return requestKind.observe(spec, context)
}

/** The CheckError that observing ends with. */
export async function faultOf(spec: object, context: ObserveContext = testContext()): Promise<CheckError> {
  try {
    await observe(spec, context)
  } catch (error) {
    return error as CheckError
  }
  throw new Error('The request was answered')
}

export function part(observation: Observation, ...path: string[]): Json | undefined {
  let value: unknown = observation.parts
  for (const name of path) value = (value as Record<string, unknown>)[name]
  return value as Json | undefined
}

/** A template as the reader makes it: holes are what stands in `{{ }}`. */
export function template(text: string): Template<never> {
  const parts = text
    .split(/(\{\{.*?\}\})/)
    .filter(Boolean)
    .map(piece => (piece.startsWith('{{') ? hole(piece.slice(2, -2)) : piece))
  return { node: 'template', place: 'text', parts, span: SPAN }
}

function hole(text: string): Program {
  return { node: 'program', source: { text, span: SPAN, map: [] }, uses: [] }
}

/** A map's entry as the reader makes it. */
export function entry<V>(name: string, value: V): { name: string; nameSpan: typeof SPAN; value: V } {
  return { name, nameSpan: SPAN, value }
}
