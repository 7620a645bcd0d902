import type { Report } from '../../model/result.ts'
import { annotationsOf } from '../../report/annotations.ts'
import type { EvidenceShown } from '../../report/format/public-run.ts'
import { isInputSource } from '../inputs.ts'
import type { Runner } from '../runner.ts'

/**
 * GitHub shows ten annotations of each level a step and drops the rest without a word. The tenth warning is that of the
 * comment, which is the last of all.
 */
const MOST = { error: 10, warning: 9, notice: 10 } as const

/** Marks lines of the checklist, the most telling first; of too many of a level the last tells how many are left. */
export function deliverAnnotations(report: Report, runner: Runner, evidence: EvidenceShown = 'limited'): void {
  const all = annotationsOf(report, evidence)
  for (const level of ['error', 'warning', 'notice'] as const) {
    const ofLevel = all.filter(annotation => annotation.level === level)
    const shown = ofLevel.length > MOST[level] ? MOST[level] - 1 : ofLevel.length
    for (const { title, message, location } of ofLevel.slice(0, shown)) {
      runner.annotate({ level, title, message, location: isInputSource(location.file) ? undefined : location })
    }
    const left = ofLevel.length - shown
    if (left > 0) {
      const message = `${left} more are in the job summary and in the report files.`
      runner.annotate({ level, title: `${left} more ${level}s`, message, location: undefined })
    }
  }
}
