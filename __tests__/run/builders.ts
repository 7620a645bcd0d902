import type { Engine } from '../../src/expression/engine.ts'
import { createJqEngine } from '../../src/expression/jq.ts'
import type { CheckKind } from '../../src/kinds/kind.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import type { ProgressObserver } from '../../src/model/progress.ts'
import type { CheckResult, RunResult, Verdict } from '../../src/model/result.ts'
import type { Settings } from '../../src/model/settings.ts'
import { checksOf, verdictOf } from '../../src/model/verdict.ts'
import { buildPlan } from '../../src/plan/build-plan.ts'
import { createRedactor } from '../../src/run/redact.ts'
import { createRunFacts } from '../../src/run/run-facts.ts'
import { runPlan } from '../../src/run/run-plan.ts'
import { resolveVariables } from '../../src/run/variables.ts'
import { NO_EVENT } from '../run-facts.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { type Answers, boxKind, createToyKind } from './toy-kind.ts'

export const settings: Settings = {
  checklist: 'checklist.yml',
  root: '/repository',
  target: null,
  variables: {},
  select: [],
  skip: [],
  failOn: 'failure',
  concurrency: 8,
  timeoutMs: 900_000,
  cleanupTimeoutMs: 120_000,
  environment: {},
  event: NO_EVENT,
}

export interface Given extends Partial<Settings> {
  readonly verbose?: boolean
  readonly graceMs?: number
  readonly engine?: Engine
  /** Instead of the toy. */
  readonly kinds?: ReadonlyMap<string, CheckKind>
  /** Called with the clock and what cancels the run, before it begins. */
  readonly arrange?: (world: { readonly clock: FakeClock; cancel(): void }) => void
}

export type Ran = Awaited<ReturnType<typeof run>>

/** One engine for a file of tests; to be closed at its end. */
export const createEngine = createJqEngine

/** Runs a checklist, written as in a file, against the toy; time is virtual. */
export async function run(
  engine: Engine,
  yaml: string,
  answers: Readonly<Record<string, Answers>> = {},
  given: Given = {},
) {
  const { verbose = false, graceMs, arrange, kinds: other, ...own } = given
  const clock = createFakeClock()
  const toy = createToyKind(answers)
  const toys = new Map([
    ['toy', toy.kind],
    ['box', boxKind],
  ])
  const kinds = other ?? toys
  const chosen: Settings = { ...settings, ...own }
  const source = { path: 'checks/checklist.yml', text: yaml }
  const { checklist, diagnostics } = parseChecklist(source, { kinds, target: null })
  if (checklist === undefined) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)))
  const { plan } = buildPlan(checklist, chosen)
  const masked: string[] = []
  const redactor = createRedactor(value => masked.push(value))
  const facts = createRunFacts(chosen, clock)
  const held: Engine = {
    ...engine,
    evaluate: request => clock.during(engine.evaluate(request)),
    match: request => clock.during(engine.match(request)),
  }
  const variables = await resolveVariables(checklist, chosen, { engine: held, redactor, facts })
  const controller = new AbortController()
  arrange?.({ clock, cancel: () => controller.abort(new Error('cancelled')) })
  const { events, observer } = recorder()
  const { scope } = variables
  const ports = { kinds, engine: held, clock, redactor, scope, settings: chosen, facts, observer, verbose, graceMs }
  const result = await runPlan(plan, { ...ports, signal: controller.signal })
  return { result, events, asked: toy.asked, order: toy.order(), masked, clock, diagnostics: variables.diagnostics }
}

function recorder() {
  const events: { readonly event: string; readonly of: unknown }[] = []
  const note =
    (event: string) =>
    (...of: unknown[]) =>
      void events.push({ event, of: of.length === 1 ? of[0] : of })
  const names = [
    ...['runStarted', 'sectionStarted', 'sectionFinished', 'checkStarted', 'attemptFailed', 'checkFinished'],
    ...['cleanupStarted', 'exchange', 'secret'],
  ]
  const observer: ProgressObserver = Object.fromEntries(names.map(name => [name, note(name)]))
  return { events, observer }
}

/** The result of the check with this name. */
export function checkNamed(result: RunResult, name: string): CheckResult {
  const found = checksOf(result).find(({ check }) => check.name === name)
  if (found === undefined) throw new Error(`No check is called ${name}.`)
  return found.check
}

/** Each check with how it ended: `name: passed`, `name: failed (message)`, `name: skipped (because)`. */
export function outcomes(result: RunResult): readonly string[] {
  return checksOf(result).map(({ check }) => `${check.name}: ${ending(check)}`)
}

export function ending({ outcome }: CheckResult): string {
  switch (outcome.status) {
    case 'skipped':
      return `skipped, ${outcome.reason.because}`
    case 'errored':
      return `errored, ${outcome.fault.code}`
    case 'failed':
      return `failed, ${outcome.failures.map(({ subject }) => subject).join(' ')}`
    default:
      return outcome.status
  }
}

/** The one answer to a run. */
export function verdict(result: RunResult): Verdict {
  return verdictOf({ report: 'finished', checklist: { name: '', file: '' }, diagnostics: [], run: result })
}

/** Every text anywhere in a value, the names of objects' keys included. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...stringsIn(inner)])
}
