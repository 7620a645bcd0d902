import { type FillContext, fill } from '../expression/fill.ts'
import { usesSecret } from '../expression/scope.ts'
import type { CheckKind } from '../kinds/kind.ts'
import type { Capture, Check, Waiting } from '../model/checklist.ts'
import type { PreparedCapture } from './captures.ts'
import { type FilledCheck, JQ_TIMEOUT_MS } from './look.ts'
import { prepareExpectation } from './prepare.ts'
import type { Place, RunContext } from './run-context.ts'
import { DEFAULT_PAUSE_MS, type WaitingTimes } from './waiting.ts'

/** Of an attempt on the runner; on a host it is longer. */
const TIMEOUT_MS = 10_000
const HOST_TIMEOUT_MS = 30_000

export function fillContextOf(run: RunContext, place: Place): FillContext {
  return {
    scope: run.state.scope,
    engine: run.ports.engine,
    signal: place.stopper.signal,
    onSecret: value => run.ports.redactor.add(value),
  }
}

/** Fills every hole of a check. Rejects with a CheckError that knows the hole. */
export async function fillCheck(
  check: Check,
  name: string,
  kind: CheckKind,
  { run, place }: { readonly run: RunContext; readonly place: Place },
): Promise<FilledCheck> {
  const first = fillContextOf(run, place)
  const written = check.timeout === undefined ? undefined : await fill(check.timeout, first)
  const jq = written !== undefined && written > JQ_TIMEOUT_MS ? { jqTimeoutMs: written } : {}
  const context = jq.jqTimeoutMs === undefined ? first : { ...first, timeoutMs: jq.jqTimeoutMs }
  const spec: unknown = await fill(check.spec, context)
  const allowedOrigins = await run.origins.heldTo(check.spec)
  for (const secret of kind.secrets?.(spec) ?? []) run.ports.redactor.add(secret)
  return {
    check,
    name,
    kind,
    spec,
    expectation: check.repeat === undefined ? await prepareExpectation(check, kind, context) : EMPTY,
    captures: check.captures.length === 0 ? [] : await fillCaptures(check.captures, run, context),
    timeoutMs: written ?? ((await runsOnHost(spec, kind, run)) ? HOST_TIMEOUT_MS : TIMEOUT_MS),
    ...jq,
    ...(allowedOrigins === undefined ? {} : { allowedOrigins }),
  }
}

const EMPTY = { parts: [], programs: [] } as const

function fillCaptures(
  captures: readonly Capture[],
  run: RunContext,
  context: FillContext,
): Promise<readonly PreparedCapture[]> {
  return Promise.all(captures.map(capture => fillCapture(capture, run, context)))
}

async function fillCapture(capture: Capture, run: RunContext, context: FillContext): Promise<PreparedCapture> {
  const { from } = capture
  const fallback = capture.default === undefined ? {} : { fallback: await fill(capture.default, context) }
  // A program is not bound to the variables of now: it sees `$observation`, which there is none of yet.
  return from.source === 'jq'
    ? { capture, ...fallback, derived: usesSecret(from.program, run.state.scope) }
    : { capture, ...fallback, place: await fill(from, context), derived: false }
}

/** `host` and `via` are words of the language for every kind that knows machines. */
async function runsOnHost(spec: unknown, kind: CheckKind, { connections }: RunContext): Promise<boolean> {
  if (typeof spec !== 'object' || spec === null) return false
  if (('host' in spec && spec.host !== undefined) || ('via' in spec && spec.via !== undefined)) return true
  // What cannot be told is told when it looks.
  return (await kind.onHost?.(spec, connections).catch(() => false)) ?? false
}

/** How a check waits, its holes filled. */
export async function fillWaiting(waiting: Waiting, context: FillContext): Promise<WaitingTimes> {
  const within = await fill(waiting.within, context)
  const from = waiting.every === undefined ? DEFAULT_PAUSE_MS : await fill(waiting.every.from, context)
  const to = waiting.every?.to === undefined ? from : await fill(waiting.every.to, context)
  return { within, from, to, consecutive: waiting.consecutive }
}
