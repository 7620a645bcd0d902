import type { CheckResult, Report } from '../../model/result.ts'
import { checksOf, countUndone, standingOf, totalsOf, verdictOf } from '../../model/verdict.ts'
import type { Runner } from '../runner.ts'

/** Every output of `action.yml`; a test compares the two. */
export const OUTPUTS = [
  'verdict',
  'total',
  'passed',
  'failed',
  'errored',
  'warnings',
  'skipped',
  'open',
  'flaky',
  'cleanup-failed',
  'duration-ms',
  'report-dir',
  'failed-checks',
] as const
export type OutputName = (typeof OUTPUTS)[number]

/** Sets every output, by file only; false when the runner gave no file. */
export function deliverOutputs(report: Report, reportDir: string, runner: Runner): boolean {
  const values = outputsOf(report, reportDir)
  return OUTPUTS.map(name => runner.setOutput(name, values[name])).every(set => set)
}

/** The outputs as text. Of a checklist that was not run every count is 0. */
export function outputsOf(report: Report, reportDir: string): Readonly<Record<OutputName, string>> {
  const run = report.report === 'finished' ? report.run : undefined
  const totals = run === undefined ? undefined : totalsOf(run)
  const failed = run === undefined ? [] : checksOf(run).filter(({ check }) => hasFailed(check))
  return {
    verdict: verdictOf(report),
    total: String(totals?.total ?? 0),
    passed: String(totals?.passed ?? 0),
    failed: String(totals?.failed ?? 0),
    errored: String(totals?.errored ?? 0),
    warnings: String(totals?.warnings ?? 0),
    skipped: String(totals?.skipped ?? 0),
    open: String(totals?.open ?? 0),
    flaky: String(totals?.flaky ?? 0),
    'cleanup-failed': String(run === undefined ? 0 : countUndone(run)),
    'duration-ms': String(Math.round(run?.durationMs ?? 0)),
    'report-dir': reportDir,
    'failed-checks': JSON.stringify(failed.map(({ check }) => check.id ?? check.key)),
  }
}

function hasFailed(check: CheckResult): boolean {
  const standing = standingOf(check)
  return standing === 'failed' || standing === 'errored'
}
