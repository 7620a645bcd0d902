import type { Report } from '../../model/result.ts'
import { renderSummary } from '../../report/summary.ts'
import type { Runner } from '../runner.ts'

/** Appends the report to the page of the job. The renderer keeps it under GitHub's limit of 1 MiB a step. */
export async function deliverJobSummary(report: Report, runner: Runner): Promise<void> {
  await runner.addSummary(renderSummary(report))
}
