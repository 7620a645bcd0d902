import { describe, expect, it } from 'vitest'
import { createProgressLines } from '../../src/cli/progress-lines.ts'
import { plain } from '../../src/report/format/paint.ts'
import { checkResult, FAILURE, failed } from '../action/check-result.ts'

describe('progress in lines', () => {
  it('holds nothing that a workflow log would obey', () => {
    const lines: string[] = []
    const observer = createProgressLines(line => lines.push(line), plain)
    const message = 'headers["x-a"] is "##[error]in a header".'
    const text = '::error::in a body\n##[group]in a body'
    observer.runStarted?.({ checklist: '::error::in a name', total: 1 })
    observer.attemptFailed?.({ key: 'checks.0', name: '##[error]', attempt: 1, message })
    observer.checkFinished?.(
      failed({ outcome: { status: 'failed', failures: [{ ...FAILURE, message }], evidence: [] } }),
      [],
    )
    const evidence = [{ title: '::warning::', text, language: 'text' as const, outside: true }]
    observer.exchange?.(checkResult({ name: '::error::' }), evidence, undefined)
    expect(lines.join('\n')).toContain('in a body')
    expect(lines.filter(line => /^\s*::|##\[/.test(line))).toEqual([])
  })
})
