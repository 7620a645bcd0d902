import { describe, expect, it } from 'vitest'
import { deliverAnnotations } from '../../../src/action/deliver/annotations.ts'
import { checkResult, failed, finishedReport, LOCATION } from '../check-result.ts'
import { createRecordingRunner } from '../recording-runner.ts'

const many = (count: number, severity: 'failure' | 'warning') =>
  Array.from({ length: count }, (_, index) => failed({ key: `${severity}.${index}`, name: `N${index}`, severity }))

function delivered(...checks: Parameters<typeof finishedReport>[0]) {
  const { runner, annotations } = createRecordingRunner()
  deliverAnnotations(finishedReport(checks), runner)
  return annotations
}

describe('annotations', () => {
  it('mark each failure at its line', () => {
    const [only, ...rest] = delivered(failed({ name: 'Health' }), checkResult({ key: 'checks.1' }))
    expect(rest).toEqual([])
    expect(only).toMatchObject({ level: 'error', location: { file: 'checklist.yml', line: 2, column: 3 } })
    expect(only?.title).toContain('Health')
  })

  it('are none for a run without fault', () => {
    expect(delivered(checkResult())).toEqual([])
  })

  it('are at most ten of a level, with room for the warning of the comment, and the last tells how many are left', () => {
    const annotations = delivered(...many(14, 'failure'), ...many(11, 'warning'))
    const errors = annotations.filter(({ level }) => level === 'error')
    const warnings = annotations.filter(({ level }) => level === 'warning')
    expect([errors.length, warnings.length]).toEqual([10, 9])
    expect(errors.at(-1)).toMatchObject({ title: '5 more errors', location: undefined })
    expect(warnings.at(-1)).toMatchObject({ title: '3 more warnings', location: undefined })
  })

  it('are exactly ten when there are ten', () => {
    const annotations = delivered(...many(10, 'failure'))
    expect(annotations.map(({ location }) => location !== undefined)).toEqual(Array(10).fill(true))
  })

  it.each([
    ['octo/app', 'octo/app', 'deploy/a b/checklist.yml'],
    ['Octo/App', 'octo/app', 'deploy/a b/checklist.yml'],
    ['octo/other', 'octo/app', undefined],
    ['octo/app', null, 'checklist.yml'],
  ])('of a checklist of %s stand in a workflow of %s at the file %s', (owner, repository, file) => {
    const { runner, annotations } = createRecordingRunner()
    const report = finishedReport([failed()])
    const page = `https://github.example/${owner}/blob/${'a'.repeat(40)}/deploy/a%20b/checklist.yml`
    deliverAnnotations({ ...report, checklist: { ...report.checklist, page } }, runner, { repository })
    expect(annotations.map(({ location }) => location?.file)).toEqual([file])
  })

  it('name no file for a fault of an input', () => {
    const { runner, annotations } = createRecordingRunner()
    const location = { ...LOCATION, file: 'input timeout' }
    const fault = { code: 'invalid-input', severity: 'error', message: 'No.', hint: 'Yes.', location } as const
    deliverAnnotations({ report: 'invalid', checklist: { name: 'x', file: 'x' }, diagnostics: [fault] }, runner)
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.location).toBeUndefined()
  })
})
