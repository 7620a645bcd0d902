import { describe, expect, it } from 'vitest'
import { renderDiagnostics } from '../../src/report/diagnostics-text.ts'
import { diagnostic } from './builders.ts'

describe('renderDiagnostics', () => {
  it('is empty without diagnostics', () => {
    expect(renderDiagnostics([], { color: false })).toBe('')
  })

  it('shows message, place, line with caret, hint and code', () => {
    expect(renderDiagnostics([diagnostic()], { color: false })).toBe(
      [
        'error: A check has no key `requst`.',
        '    checklist.yml:3:5',
        '  3 │ - requst: GET /',
        '    │   ^^^^^^',
        '  hint: Did you mean `request`?',
        '  code: unknown-key',
        '',
      ].join('\n'),
    )
  })

  it('keeps diagnostics apart and leaves out a hint that is not there', () => {
    const text = renderDiagnostics([diagnostic({ hint: '' }), diagnostic({ severity: 'warning' })], { color: false })
    expect(text.match(/hint:/g)).toHaveLength(1)
    expect(text).toContain('code: unknown-key\n\nwarning: A check')
  })

  it('says the same in colour', () => {
    const color = renderDiagnostics([diagnostic()], { color: true })
    expect(color).toContain('\u001b[31merror:\u001b[0m')
    expect(color.replace(/\u001b\[\d+m/g, '')).toBe(renderDiagnostics([diagnostic()], { color: false }))
  })

  it('wraps long prose and lets no word begin a workflow command', () => {
    const text = renderDiagnostics([diagnostic({ message: `${'word '.repeat(30)}::error::forged`, code: 'x' })], {
      color: false,
      width: 40,
    })
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(40)
    expect(text).not.toMatch(/^\s*::/m)
  })
})
