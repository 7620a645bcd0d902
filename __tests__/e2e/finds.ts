import type { ChecklistRun } from '../../scripts/real-stack/checklist-run.ts'
import type { Finding, Finds } from '../example/fault-table.ts'

/** What a run holds besides passed checks, in the words of the fault table. Conditions and manual boxes are left out. */
export function findsOf({ checks }: ChecklistRun): Finds {
  const failed: Record<string, Finds['failed'][string]> = {}
  const errored: Record<string, string> = {}
  const skipped: string[] = []
  for (const { name, rawStatus, extra } of checks) {
    const { id = name, failures = [], fault, reason } = extra
    if (rawStatus === 'failed')
      failed[id] = failures.map(({ subject, expected, actual }) => [subject, expected, actual])
    if (rawStatus === 'errored') errored[id] = fault?.code ?? ''
    if (rawStatus === 'skipped' && reason?.because !== 'condition') skipped.push(id)
  }
  return { failed, errored, skipped: skipped.sort() }
}

export const NOTHING = { failed: {}, errored: {}, skipped: [] }

/** A row of the fault table, as `findsOf` of the run is to equal it. */
export function expectedFinds(finds: Finds, { checks }: ChecklistRun, matching: (pattern: RegExp) => unknown): object {
  const { failed, errored = {}, skipped = [] } = finds
  const table = (findings: readonly Finding[]): unknown[] =>
    findings.map(finding => finding.map(text => (text instanceof RegExp ? matching(text) : text)))
  const afterGate = checks.flatMap(({ extra: { key, id } }) =>
    key.startsWith('checks.') && id !== undefined ? [id] : [],
  )
  return {
    failed: Object.fromEntries(Object.entries(failed).map(([id, findings]) => [id, table(findings)])),
    errored,
    skipped: (skipped === 'all' ? afterGate : [...skipped]).sort(),
  }
}
