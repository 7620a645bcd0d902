import type { Report } from '../../src/model/result.ts'
import { verdictOf } from '../../src/model/verdict.ts'
import type { PastRun } from '../../src/report/comment/past-run.ts'
import type { CommentFacts } from '../../src/report/comment.ts'

/** A run of a workflow, told by the few fields a test is about. */
export function pastRun(fields: Partial<PastRun> = {}): PastRun {
  return {
    verdict: 'failed',
    at: '2026-01-14T04:30:00.000Z',
    commit: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
    workflow: '.github/workflows/verify.yml',
    id: 101,
    number: 17,
    attempt: 1,
    ...fields,
  }
}

/** What a comment on a report would tell besides, after two earlier runs. */
export function commentFacts(report: Report): CommentFacts {
  const url = report.report === 'finished' ? report.run.facts.url : null
  const earlier = [
    pastRun({ id: 99, number: 16, verdict: 'failed', at: '2026-01-13T18:02:11.000Z', commit: 'b'.repeat(40) }),
    pastRun({ id: 90, number: 14, verdict: 'passed', at: '2026-01-12T09:15:59.000Z', commit: null }),
  ]
  return { key: 'checklist.yml', url, evidence: 'limited', runs: [pastRun({ verdict: verdictOf(report) }), ...earlier] }
}
