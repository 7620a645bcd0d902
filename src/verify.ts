import { createJqEngine } from './expression/jq.ts'
import { kinds } from './kinds/index.ts'
import type { Clock } from './kinds/kind.ts'
import { loadSource } from './language/load.ts'
import { parseChecklist } from './language/parse.ts'
import { validateChecklist } from './language/validate.ts'
import type { Checklist } from './model/checklist.ts'
import { type Diagnostic, type DiagnosticReport, hasErrors } from './model/diagnostic.ts'
import type { ProgressObserver } from './model/progress.ts'
import type { InvalidReport, Report, ReportedChecklist } from './model/result.ts'
import type { Settings } from './model/settings.ts'
import { locate } from './model/source.ts'
import { buildPlan } from './plan/build-plan.ts'
import { systemClock } from './run/clock.ts'
import { literalSecrets } from './run/literal-secrets.ts'
import { loadKinds } from './run/load-kinds.ts'
import { createRedactor, type Redactor } from './run/redact.ts'
import { createRunFacts } from './run/run-facts.ts'
import { runPlan } from './run/run-plan.ts'
import { secretForms } from './run/secret-forms.ts'
import { resolveVariables } from './run/variables.ts'

export { DEFAULT_SETTINGS, type Settings } from './model/settings.ts'

/** What a run may use besides its settings. */
export interface VerifyPorts {
  /** Told of the progress as it is made, redacted; `secret` is called with each form of a value before it can be shown. */
  readonly observer?: ProgressObserver
  /** Aborting it cancels the run: running checks end, cleanup runs within its own time, the report is complete. */
  readonly signal: AbortSignal
  /** How long cleanup may go on after that, in milliseconds, where whoever aborts ends this program soon after. */
  readonly graceMs?: number
  /** The machine's clock unless given. */
  readonly clock?: Clock
  /** Tell the observer of every exchange. */
  readonly verbose?: boolean
}

/** What `lint` finds. No error among the diagnostics: the checklist can be run. */
export interface LintResult {
  readonly checklist: { readonly name: string; readonly file: string }
  readonly diagnostics: readonly DiagnosticReport[]
}

/**
 * Runs a checklist and reports: load, parse, validate, plan, resolve variables, run. A stage that finds an error ends
 * it with an invalid report, before anything was sent. Rejects only for a fault of this program.
 */
export async function verify(settings: Settings, ports: VerifyPorts): Promise<Report> {
  const { observer = {}, signal, graceMs, clock = systemClock(), verbose = false } = ports
  const redactor = createRedactor(value => {
    for (const form of secretForms(value)) observer.secret?.(form)
  })
  const engine = createJqEngine()
  try {
    const read = await readChecklist(settings, engine)
    const { checklist, diagnostics } = read
    const located = locator(checklist, redactor)
    const invalid = (found: readonly DiagnosticReport[]): InvalidReport => ({
      report: 'invalid',
      checklist: reported(read, settings, redactor),
      diagnostics: found,
    })
    if (checklist === undefined || hasErrors(diagnostics)) return invalid(located(diagnostics))
    const planned = buildPlan(checklist, settings)
    if (!hasErrors(planned.diagnostics)) await loadKinds(planned.plan, kinds)
    const facts = createRunFacts(settings, clock)
    const resolved = await resolveVariables(checklist, settings, { engine, redactor, facts })
    const all = [...diagnostics, ...planned.diagnostics, ...resolved.diagnostics]
    if (hasErrors(all)) return invalid(located(all))
    const { scope } = resolved
    const run = await runPlan(planned.plan, {
      kinds,
      engine,
      clock,
      redactor,
      scope,
      settings,
      facts,
      observer,
      verbose,
      signal,
      graceMs,
    })
    return { report: 'finished', checklist: reported(read, settings, redactor), diagnostics: located(all), run }
  } finally {
    await engine.close()
  }
}

/** Finds what is wrong with a checklist without sending anything or reading a variable from the environment. */
export async function lint(settings: Settings): Promise<LintResult> {
  const engine = createJqEngine()
  try {
    const read = await readChecklist(settings, engine)
    const { checklist, diagnostics } = read
    const found =
      checklist === undefined || hasErrors(diagnostics)
        ? diagnostics
        : [...diagnostics, ...buildPlan(checklist, settings).diagnostics]
    return { checklist: nameOf(read), diagnostics: locator(checklist, createRedactor())(found) }
  } finally {
    await engine.close()
  }
}

interface ReadChecklist {
  readonly file: string
  readonly checklist: Checklist | undefined
  readonly diagnostics: readonly Diagnostic[]
}

async function readChecklist(settings: Settings, engine: ReturnType<typeof createJqEngine>): Promise<ReadChecklist> {
  const { source, diagnostics: unread } = await loadSource(settings.checklist, settings.root)
  if (hasErrors(unread)) return { file: source.path, checklist: undefined, diagnostics: unread }
  const { checklist, diagnostics } = parseChecklist(source, { kinds, target: settings.target })
  if (checklist === undefined) return { file: source.path, checklist, diagnostics: [...unread, ...diagnostics] }
  const overrides = settings.variables
  const faults = await validateChecklist(checklist, { kinds, engine, overrides })
  return { file: source.path, checklist, diagnostics: [...unread, ...diagnostics, ...faults] }
}

function nameOf({ file, checklist }: ReadChecklist): { readonly name: string; readonly file: string } {
  return { name: checklist?.name || file, file }
}

function reported(read: ReadChecklist, { checklistPage }: Settings, redactor: Redactor): ReportedChecklist {
  return { ...nameOf(read), ...(checklistPage === undefined ? {} : { page: redactor.redact(checklistPage) }) }
}

/**
 * Locates diagnostics for a report. A value given by `--var` or the environment may stand in a message, and a secret in
 * the line that is shown; there, and where words quote the checklist, also one too short to be masked everywhere.
 */
function locator(checklist: Checklist | undefined, redactor: Redactor) {
  const literals = checklist === undefined ? [] : literalSecrets(checklist)
  for (const literal of literals) redactor.add(literal)
  const hideLine = (line: string): string =>
    literals.reduce((shown, literal) => shown.replaceAll(literal, '***'), redactor.redact(line))
  const hideQuoted = (words: string): string => redactor.redact(words).replace(/`[^`]*`/g, hideLine)
  return (found: readonly Diagnostic[]): readonly DiagnosticReport[] =>
    found.map(({ span, ...diagnostic }) => {
      const location = locate(span)
      const [message, hint] = [hideQuoted(diagnostic.message), hideQuoted(diagnostic.hint)]
      return { ...diagnostic, message, hint, location: { ...location, lineText: hideLine(location.lineText) } }
    })
}
