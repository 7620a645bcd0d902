import type { Report } from '../../model/result.ts'
import type { Location } from '../../model/source.ts'
import { annotationsOf } from '../../report/annotations.ts'
import { fileOf } from '../../report/format/github-pages.ts'
import type { EvidenceShown } from '../../report/format/public-run.ts'
import { isInputSource } from '../inputs.ts'
import type { Runner } from '../runner.ts'

/**
 * GitHub shows ten annotations of each level a step and drops the rest without a word. The tenth warning is that of the
 * comment, which is the last of all.
 */
const MOST = { error: 10, warning: 9, notice: 10 } as const

export interface AnnotationFacts {
  /** That of the workflow, `owner/name`. */
  readonly repository?: string | null
  readonly evidence?: EvidenceShown
}

/** Marks lines of the checklist, the most telling first; of too many of a level the last tells how many are left. */
export function deliverAnnotations(
  report: Report,
  runner: Runner,
  { repository = null, evidence = 'limited' }: AnnotationFacts = {},
): void {
  const all = annotationsOf(report, evidence)
  for (const level of ['error', 'warning', 'notice'] as const) {
    const ofLevel = all.filter(annotation => annotation.level === level)
    const shown = ofLevel.length > MOST[level] ? MOST[level] - 1 : ofLevel.length
    for (const { title, message, location } of ofLevel.slice(0, shown)) {
      runner.annotate({ level, title, message, location: placeOf(location, report, repository) })
    }
    const left = ofLevel.length - shown
    if (left > 0) {
      const message = `${left} more are in the job summary and in the report files.`
      runner.annotate({ level, title: `${left} more ${level}s`, message, location: undefined })
    }
  }
}

/**
 * GitHub looks for the file in the repository of the workflow, from its root: neither where it was checked out into a folder
 * nor in another repository. There a file of the same name would get the remark.
 */
function placeOf(location: Location, { checklist }: Report, repository: string | null): Location | undefined {
  if (isInputSource(location.file)) return undefined
  const known = location.file === checklist.file ? fileOf(checklist.page) : undefined
  if (known === undefined || repository === null) return location
  return known.repository.toLowerCase() === repository.toLowerCase() ? { ...location, file: known.path } : undefined
}
