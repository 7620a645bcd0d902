import { describe, expect, it } from 'vitest'
import { readSettings, type WrittenSettings } from '../../src/edge/settings-reader.ts'

describe('readSettings', () => {
  it('gives the defaults when nothing is written', () => {
    expect(readSettings({})).toEqual({
      settings: {
        checklist: 'checklist.yml',
        target: null,
        variables: {},
        select: [],
        skip: [],
        failOn: 'failure',
        concurrency: 8,
        timeoutMs: 900_000,
        cleanupTimeoutMs: 120_000,
      },
      faults: [],
    })
  })

  it.each<{ written: WrittenSettings; expected: object }>([
    { written: { checklist: ' deploy/live.yml ' }, expected: { checklist: 'deploy/live.yml' } },
    { written: { target: '' }, expected: { target: null } },
    { written: { select: ['auth, api', 'smoke\nlogin'] }, expected: { select: ['auth', 'api', 'smoke', 'login'] } },
    { written: { skip: [',, ,slow'] }, expected: { skip: ['slow'] } },
    { written: { failOn: 'never' }, expected: { failOn: 'never' } },
    { written: { concurrency: '32' }, expected: { concurrency: 32 } },
    {
      written: { timeout: '1h30m', cleanupTimeout: '500ms' },
      expected: { timeoutMs: 5_400_000, cleanupTimeoutMs: 500 },
    },
    { written: { variables: ['a=1', '', 'b = x=y ', 'c='] }, expected: { variables: { a: '1', b: ' x=y ', c: '' } } },
    { written: { variables: ['line=end\r'] }, expected: { variables: { line: 'end' } } },
  ])('reads $written', ({ written, expected }) => {
    const { settings, faults } = readSettings(written)
    expect(faults).toEqual([])
    expect(settings).toMatchObject(expected)
  })

  it.each<{ written: WrittenSettings; setting: string; message: RegExp; hint: RegExp }>([
    { written: { failOn: 'warnings' }, setting: 'failOn', message: /not "warnings"/, hint: /Did you mean warning\?/ },
    { written: { failOn: 'Failure' }, setting: 'failOn', message: /not "Failure"/, hint: /failure\?/ },
    { written: { concurrency: '0' }, setting: 'concurrency', message: /from 1 to 256/, hint: /at once/ },
    { written: { concurrency: '4.5' }, setting: 'concurrency', message: /not "4.5"/, hint: /./ },
    { written: { concurrency: 'many' }, setting: 'concurrency', message: /not "many"/, hint: /./ },
    { written: { timeout: '15' }, setting: 'timeout', message: /not "15"/, hint: /15s or 15m/ },
    { written: { timeout: '0s' }, setting: 'timeout', message: /duration/, hint: /Units/ },
    { written: { cleanupTimeout: '40h' }, setting: 'cleanupTimeout', message: /at most a day/, hint: /./ },
    { written: { variables: ['9lives=x'] }, setting: 'variables', message: /Entry 1/, hint: /begins with no digit/ },
    { written: { variables: ['a=1', 'a=2'] }, setting: 'variables', message: /a is given twice/, hint: /one value/ },
  ])('refuses $written', ({ written, setting, message, hint }) => {
    const { faults } = readSettings(written)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({
      setting,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })

  it('never repeats what may be the value of a variable', () => {
    const { faults } = readSettings({
      variables: ['hunter2-secret', '=hunter2-secret', 'a=hunter2-secret', 'a=hunter2-secret'],
    })
    expect(faults).toHaveLength(3)
    expect(JSON.stringify(faults)).not.toContain('hunter2')
  })

  it('gathers all faults at once', () => {
    const { faults } = readSettings({
      failOn: 'x',
      concurrency: 'x',
      timeout: 'x',
      cleanupTimeout: 'x',
      variables: ['x'],
    })
    expect(faults.map(({ setting }) => setting).sort()).toEqual([
      'cleanupTimeout',
      'concurrency',
      'failOn',
      'timeout',
      'variables',
    ])
  })
})
