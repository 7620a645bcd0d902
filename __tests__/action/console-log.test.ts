import { describe, expect, it } from 'vitest'
import { createConsoleLog } from '../../src/action/console-log.ts'
import { checkResult } from './check-result.ts'
import { createRecordingRunner } from './recording-runner.ts'

function start() {
  const recorded = createRecordingRunner()
  return { ...recorded, observer: createConsoleLog(recorded.runner) }
}

describe('the console log', () => {
  it('has a group a top-level section, with the sections inside it as headings', () => {
    const { log, observer } = start()
    observer.runStarted?.({ checklist: 'Shop', total: 3 })
    observer.sectionStarted?.({ key: 'checks.0', name: 'Accounts', depth: 0 })
    observer.sectionStarted?.({ key: 'checks.0.checks.0', name: 'Log in', depth: 1 })
    observer.checkFinished?.(checkResult({ name: 'Right password' }), ['Accounts', 'Log in'])
    observer.sectionStarted?.({ key: 'checks.1', name: 'API', depth: 0 })
    observer.checkFinished?.(checkResult({ name: 'Health' }), ['API'])
    observer.finish()
    expect(log).toEqual([
      'Shop: 3 checks',
      '▼ Accounts',
      '  Log in',
      '    ✓ Right password 40 ms',
      '▲',
      '▼ API',
      '  ✓ Health 40 ms',
      '▲',
    ])
  })

  it('leaves a check of the top level outside the groups', () => {
    const { log, observer } = start()
    observer.sectionStarted?.({ key: 'checks.0', name: 'API', depth: 0 })
    observer.checkFinished?.(checkResult({ name: 'Alone' }), [])
    observer.finish()
    expect(log).toEqual(['▼ API', '▲', '✓ Alone 40 ms'])
  })

  it('says why a check is not passed', () => {
    const { log, observer } = start()
    const reason = { because: 'condition', message: '`$on` is false.' } as const
    observer.checkFinished?.(checkResult({ name: 'Only sometimes', outcome: { status: 'skipped', reason } }), [])
    expect(log.join('\n')).toContain('`$on` is false.')
  })

  it('hands a secret over before anything is printed', () => {
    const { log, masks, observer } = start()
    observer.secret?.('hunter2-long')
    expect(masks).toEqual(['hunter2-long'])
    expect(log).toEqual([])
  })
})
