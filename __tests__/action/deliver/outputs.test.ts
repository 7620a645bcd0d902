import { describe, expect, it } from 'vitest'
import { deliverOutputs, OUTPUTS, outputsOf } from '../../../src/action/deliver/outputs.ts'
import { checkResult, errored, failed, finishedReport } from '../check-result.ts'
import { createRecordingRunner } from '../recording-runner.ts'

const reason = { because: 'not selected', message: 'It was not selected.' } as const

describe('outputs', () => {
  it('tell a finished run', () => {
    const held = { number: 1, offsetMs: 0, durationMs: 40, status: 'passed', message: '' } as const
    const attempts = [held, { ...held, status: 'failed' as const }, held]
    const cleanup = [errored(), checkResult(), failed({ severity: 'warning' })].map(check => ({ of: 'login', check }))
    const checks = [
      checkResult({ key: 'checks.0', attempts }),
      failed({ key: 'checks.1', id: 'login' }),
      errored({ key: 'checks.2' }),
      failed({ key: 'checks.3', id: 'soft', severity: 'warning' }),
      checkResult({ key: 'checks.4', outcome: { status: 'skipped', reason } }),
      checkResult({ key: 'checks.5', outcome: { status: 'open', instruction: 'Look.' } }),
    ]
    expect(outputsOf(finishedReport(checks, { cleanup }), 'verify-report')).toEqual({
      verdict: 'failed',
      total: '6',
      passed: '1',
      failed: '1',
      errored: '1',
      warnings: '1',
      skipped: '1',
      open: '1',
      flaky: '1',
      'cleanup-failed': '2',
      'duration-ms': '1235',
      'report-dir': 'verify-report',
      'failed-checks': '["login","checks.2"]',
    })
  })

  it('are all there for a checklist that was not run', () => {
    const report = { report: 'invalid', checklist: { name: 'x', file: 'x' }, diagnostics: [] } as const
    const { runner, outputs } = createRecordingRunner()
    deliverOutputs(report, 'r', runner)
    expect([...outputs.keys()]).toEqual([...OUTPUTS])
    expect(Object.fromEntries(outputs)).toMatchObject({ verdict: 'invalid', total: '0', 'failed-checks': '[]' })
  })

  it('say when the runner gave no file for them', () => {
    const { runner } = createRecordingRunner()
    expect(deliverOutputs(finishedReport([]), 'r', { ...runner, setOutput: () => false })).toBe(false)
    expect(deliverOutputs(finishedReport([]), 'r', { ...runner, setOutput: () => true })).toBe(true)
  })
})
