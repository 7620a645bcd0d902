import type { BoundPattern } from '../model/template.ts'

type Question = ReturnType<BoundPattern['match']>

/**
 * Work that may have to ask for a pattern on its way. Hardly any does, and an `async` function waits at every turn: written
 * so, only what asks waits.
 */
export type Steps<R> = Generator<Question, R, Awaited<Question>>

/** Runs it to its end: at once, or by a promise when it asks. */
export function settle<R>(steps: Steps<R>): R | Promise<R> {
  const first = steps.next()
  return first.done === true ? first.value : settleLater(steps, first.value)
}

async function settleLater<R>(steps: Steps<R>, first: Question): Promise<R> {
  let step = steps.next(await first)
  while (step.done !== true) step = steps.next(await step.value)
  return step.value
}
