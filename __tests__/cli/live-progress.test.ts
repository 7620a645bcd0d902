import { describe, expect, it } from 'vitest'
import { createLiveProgress } from '../../src/cli/live-progress.ts'
import type { CheckResult } from '../../src/model/result.ts'
import { plain } from '../../src/report/format/paint.ts'

/** A terminal as far as progress uses one: lines, a cursor, CR, LF, cursor up, erase below. */
function createScreen(width: number) {
  const lines: string[] = ['']
  let row = 0
  let wrapped = false
  const put = (text: string): void => {
    lines[row] = (lines[row] ?? '') + text
    if ((lines[row] ?? '').length > width) wrapped = true
  }
  const write = (text: string): void => {
    for (const [token, up] of text.matchAll(/\u001b\[(\d+)A|\u001b\[J|\r|\n|[^\u001b\r\n]+/g)) {
      if (up !== undefined) row -= Number(up)
      else if (token === '\n') {
        row += 1
        lines[row] ??= ''
      } else if (token === '\r') continue
      else if (token === '\u001b[J') {
        lines.length = row + 1
        lines[row] = ''
      } else put(token)
    }
  }
  return { write, width: () => width, text: () => lines.join('\n').trimEnd(), wrapped: () => wrapped }
}

const location = { file: 'c.yml', line: 1, column: 1, endLine: 1, endColumn: 2, lineText: 'x' }
const result = (key: string, outcome: CheckResult['outcome']): CheckResult => ({
  result: 'check',
  key,
  name: `Check ${key}`,
  kind: 'request',
  description: '',
  tags: [],
  severity: 'failure',
  location,
  startedAt: '2026-01-14T04:30:00.000Z',
  durationMs: 40,
  outcome,
  repeated: false,
  attempts: [],
  expectations: 1,
  captured: [],
})
const failure = {
  subject: 'status',
  matcher: 'equals',
  expected: '200',
  actual: '502',
  message: 'status is 502.',
  location,
  byDefault: true,
}

function start(width = 80) {
  const screen = createScreen(width)
  let time = 0
  const live = createLiveProgress(screen, { paint: plain, now: () => time })
  const advance = (milliseconds: number): void => {
    time += milliseconds
    live.draw()
  }
  return { screen, live, advance, observer: live.observer }
}

describe('live progress', () => {
  it('shows the counts, what runs now and for how long', () => {
    const { screen, observer, advance } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 3 })
    observer.checkStarted?.({ key: 'a', name: 'Log in', sections: ['Accounts'] })
    advance(1_500)
    expect(screen.text()).toBe('Shop  0/3 · 1.5 s\n  Accounts › Log in  1.5 s')
    observer.checkFinished?.(result('a', { status: 'passed' }), [])
    advance(500)
    expect(screen.text()).toBe('Shop  1/3 · 1 passed · 2.0 s')
  })

  it('tells what a check that is tried again lacks', () => {
    const { screen, observer, advance } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 1 })
    observer.checkStarted?.({ key: 'a', name: 'Health', sections: [] })
    observer.attemptFailed?.({ key: 'a', name: 'Health', attempt: 2, message: 'status is 503.' })
    advance(0)
    expect(screen.text()).toContain('Health  0 ms  attempt 2: status is 503.')
  })

  it('keeps failures above the picture', () => {
    const { screen, observer } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 2 })
    observer.checkStarted?.({ key: 'a', name: 'Check a', sections: [] })
    observer.checkFinished?.(result('a', { status: 'failed', failures: [failure], evidence: [] }), ['API'])
    expect(screen.text()).toBe('✗ API › Check a failed 40 ms\n  status is 502.\nShop  1/2 · 1 failed · 0 ms')
  })

  it('shows four of many and counts the rest', () => {
    const { screen, observer, advance } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 9 })
    for (const key of ['1', '2', '3', '4', '5', '6']) observer.checkStarted?.({ key, name: key, sections: [] })
    advance(0)
    expect(screen.text().split('\n')).toHaveLength(6)
    expect(screen.text()).toContain('  and 2 more')
  })

  it('never wraps a line, which could not be drawn over', () => {
    const { screen, observer, advance } = start(30)
    observer.runStarted?.({ checklist: 'A checklist with a rather long name', total: 1 })
    observer.checkStarted?.({ key: 'a', name: 'ein sehr langer Name für eine Prüfung', sections: ['x', 'y'] })
    advance(100)
    expect(screen.wrapped()).toBe(false)
  })

  it('leaves nothing of itself behind, and stays quiet afterwards', () => {
    const { screen, live, observer, advance } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 1 })
    observer.checkStarted?.({ key: 'a', name: 'a', sections: [] })
    advance(10)
    live.finish()
    advance(10)
    live.finish()
    expect(screen.text()).toBe('')
  })

  it('lets no control character of a name reach the terminal', () => {
    const { screen, observer, advance } = start()
    observer.runStarted?.({ checklist: 'x\u001b[2Jy', total: 1 })
    observer.checkStarted?.({ key: 'a', name: 'evil\r\u001b]0;title\u0007', sections: ['\u202e'] })
    advance(10)
    expect(screen.text()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/)
    expect(screen.text()).toContain('\\x1b')
  })
})
