import { onTestFinished } from 'vitest'
import type { ObserveContext } from '../../src/kinds/kind.ts'
import { requestKind } from '../../src/kinds/request.ts'
import type { CheckError } from '../../src/model/check-error.ts'
import type { Json } from '../../src/model/json.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Program, Template } from '../../src/model/template.ts'
import { observeContext, type TestContext } from './builders.ts'

const SOURCE = { path: 'checklist.yml', text: '' }
export const SPAN = { source: SOURCE, start: 0, end: 0 }

/** A run's context with real connections and sessions, disposed of when the test ends. */
export function testContext(overrides: Partial<ObserveContext> = {}): TestContext {
  const folder = import.meta.dirname
  const world = { folder, root: folder, environment: {}, host: async () => ({}), database: async () => ({}) }
  const context = observeContext({ ...world, ...overrides })
  onTestFinished(context.close)
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
