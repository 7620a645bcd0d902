import type { Report } from '../model/result.ts'
import { renderCtrf } from './ctrf.ts'
import { renderHtml } from './html.ts'
import { renderJunit } from './junit.ts'
import { renderSummary } from './summary.ts'

/**
 * One file of the report directory: a pure, deterministic function from a Report to text, whole or in pieces. It has no
 * clock, no environment and no say in the verdict. A new one is a file beside this one and a line below.
 */
export interface Reporter {
  readonly name: string
  /** Its name in the report directory. */
  readonly file: string
  render(report: Report): string | Iterable<string>
}

export const reporters: readonly Reporter[] = [
  { name: 'ctrf', file: 'report.json', render: renderCtrf },
  { name: 'junit', file: 'junit.xml', render: renderJunit },
  { name: 'summary', file: 'summary.md', render: report => renderSummary(report) },
  { name: 'html', file: 'report.html', render: renderHtml },
]
