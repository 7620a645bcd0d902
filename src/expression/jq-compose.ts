import type { Json } from '../model/json.ts'
import type { JqJob } from './jq-worker.ts'

/** Programs over one document; `variables` are only those the programs read. Programs are scanned and without comments. */
export interface Evaluable {
  readonly programs: readonly string[]
  readonly document: string
  readonly variables: readonly (readonly [name: string, value: Json])[]
}

/** Both would show the engine's own environment. On the same line as what follows, so that line numbers stay right. */
const NO_ENVIRONMENT = 'def env: {}; {} as $ENV | '

/**
 * One run for several evaluations: a jq process costs a millisecond whatever it does. Each evaluation gives a line, a
 * list with one entry a program: the list of its outputs, or `{"error": …}`. Evaluations of the same text read it once.
 * The stream holds each document followed by the variables of its evaluations.
 */
export function composeGroup(evaluations: readonly Evaluable[]): JqJob & { readonly order: readonly number[] } {
  const byDocument = Map.groupBy(evaluations.keys(), index => evaluations[index]?.document ?? '')
  const stream: { text: string; outside: boolean }[] = []
  const documents: string[] = []
  for (const [document, indexes] of byDocument) {
    stream.push({ text: document, outside: true })
    const runs = indexes.map(index => {
      const evaluation = evaluations[index]
      if (evaluation === undefined) return 'empty'
      if (evaluation.variables.length > 0) stream.push(variablesOf(evaluation))
      const reading = evaluation.variables.length > 0 ? `input as ${pattern(evaluation)} | ` : ''
      return `(${reading}$__document | [${evaluation.programs.map(guarded).join(',')}])`
    })
    const source = documents.length === 0 ? '.' : 'input'
    documents.push(`(${source} as $__document | ${runs.join(',')})`)
  }
  const order = [...byDocument.values()].flat()
  return { job: 'jq', program: `${NO_ENVIRONMENT}${documents.join(',')}`, stream, order }
}

function guarded(program: string): string {
  return `(try [(${program}\n)] catch {"error":.})`
}

/** A program on its own, as jq itself would run it: one line an output, errors on stderr. Nothing stands after it. */
export function composeAlone(program: string, evaluation: Evaluable): JqJob {
  const document = { text: evaluation.document, outside: true }
  if (evaluation.variables.length === 0)
    return { job: 'jq', program: `${NO_ENVIRONMENT}${program}`, stream: [document] }
  const prelude = `${NO_ENVIRONMENT}. as ${pattern(evaluation)} | input | `
  return { job: 'jq', program: `${prelude}${program}`, stream: [variablesOf(evaluation), document] }
}

/** Compiles all programs and runs none; sound only if every one is. */
export function composeCheck(programs: readonly string[], names: readonly string[]): JqJob {
  return nothing(`${checkPrelude(names)}[${programs.map(program => `(${program}\n)`).join(',')}]`)
}

/** The same for one program, with nothing after it, so that positions can be told. `prelude` is in bytes. */
export function composeCheckAlone(program: string, names: readonly string[]): JqJob & { readonly prelude: number } {
  const prelude = checkPrelude(names)
  return { ...nothing(`${prelude}${program}`), prelude: prelude.length }
}

function checkPrelude(names: readonly string[]): string {
  return `${NO_ENVIRONMENT}${names.map(name => `null as $${name} | `).join('')}empty | `
}

function nothing(program: string): JqJob {
  return { job: 'jq', program, stream: [{ text: 'null', outside: false }] }
}

function variablesOf({ variables }: Evaluable): { text: string; outside: boolean } {
  return { text: JSON.stringify(Object.fromEntries(variables)), outside: false }
}

function pattern({ variables }: Evaluable): string {
  return `{${variables.map(([name]) => `"${name}":$${name}`).join(',')}}`
}
