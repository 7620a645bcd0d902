import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ProgressObserver } from '../src/model/progress.ts'
import { verdictOf } from '../src/model/verdict.ts'
import { DEFAULT_SETTINGS, lint, type Settings, verify } from '../src/verify.ts'
import { FAILING, INVALID, PASSING } from './process/checklists.ts'
import { folderWith, startSite } from './process/program.ts'
import { NO_EVENT } from './run-facts.ts'

async function settingsFor(checklist: string, given: Partial<Settings> = {}): Promise<Settings> {
  const root = await folderWith(checklist)
  const rest = { target: null, variables: {}, select: [], skip: [], environment: {}, event: NO_EVENT }
  return { ...DEFAULT_SETTINGS, root, ...rest, ...given }
}

const signal = new AbortController().signal

describe('verify', () => {
  it('gives a finished report of a run', async () => {
    await using site = await startSite()
    const report = await verify(await settingsFor(PASSING(site.url)), { signal })
    expect(verdictOf(report)).toBe('passed')
    expect(report).toMatchObject({
      report: 'finished',
      checklist: { name: 'Small shop', file: 'checklist.yml' },
      diagnostics: [],
      run: { failOn: 'failure', facts: { sha: null, target: null } },
    })
  })

  it('gives a finished report of a run that failed', async () => {
    await using site = await startSite()
    expect(verdictOf(await verify(await settingsFor(FAILING(site.url)), { signal }))).toBe('failed')
  })

  it.each([
    ['a file that is not there', '', { checklist: 'nowhere.yml' }, 'checklist-missing'],
    ['an unknown key', INVALID, {}, 'unknown-key'],
    ['a variable that nothing declares', PASSING('{{ $nobody }}'), {}, undefined],
    ['a target that is not there', PASSING('http://localhost'), { target: 'moon' }, undefined],
    ['a selection of nothing', PASSING('http://localhost'), { select: ['moon'] }, undefined],
    [
      'a variable of the command line that is not declared',
      PASSING('http://localhost'),
      { variables: { moon: '1' } },
      undefined,
    ],
    [
      'an environment without a required variable',
      `vars: { a: { env: MOON } }\n${PASSING('http://{{ $a }}')}`,
      {},
      undefined,
    ],
  ])('gives an invalid report of %s, and sends nothing', async (_what, checklist, given, code) => {
    const told: string[] = []
    const observer: ProgressObserver = { runStarted: () => told.push('started') }
    const report = await verify(await settingsFor(checklist, given), { signal, observer })
    expect(verdictOf(report)).toBe('invalid')
    const [first] = report.diagnostics
    expect(first).toMatchObject({ severity: 'error', message: expect.stringMatching(/\.$/) })
    if (code !== undefined) expect(first?.code).toBe(code)
    expect(told).toEqual([])
  })

  it('tells of a secret in its forms before the run begins', async () => {
    await using site = await startSite()
    const checklist = `vars: { token: { env: TOKEN, secret: true } }\n${PASSING(site.url)}`
    const told: string[] = []
    const observer: ProgressObserver = { secret: value => told.push(value), runStarted: () => told.push('started') }
    await verify(await settingsFor(checklist, { environment: { TOKEN: 'sesame-open-42' } }), { signal, observer })
    expect(told[0]).toBe('sesame-open-42')
    expect(told).toContain(Buffer.from('sesame-open-42').toString('hex'))
    expect(told.at(-1)).toBe('started')
  })

  it('keeps a secret out of diagnostics', async () => {
    const checklist = `vars: { token: { env: TOKEN, secret: true }, n: { env: N } }\n${PASSING('http://localhost')}`
    const environment = { TOKEN: 'sesame-open-42' }
    const report = await verify(await settingsFor(checklist, { environment }), { signal })
    expect(verdictOf(report)).toBe('invalid')
    expect(JSON.stringify(report)).not.toContain('sesame')
  })

  it('is cancelled before it begins when the signal is aborted already', async () => {
    await using site = await startSite()
    const report = await verify(await settingsFor(PASSING(site.url)), { signal: AbortSignal.abort() })
    expect(verdictOf(report)).toBe('cancelled')
    expect(site.asked).toEqual([])
  })

  it.each([
    ['finished', PASSING('http://localhost:1')],
    ['invalid', INVALID],
  ])('knows the page of the checklist in a %s report', async (kind, checklist) => {
    const checklistPage = 'https://github.example/o/r/blob/abc/checklist.yml'
    const report = await verify(await settingsFor(checklist, { checklistPage }), { signal: AbortSignal.abort() })
    expect(report).toMatchObject({ report: kind, checklist: { page: checklistPage } })
  })

  it('keeps relative paths below the root', async () => {
    const settings = await settingsFor(PASSING('http://localhost'))
    const report = await verify({ ...settings, root: join(settings.root, 'nowhere') }, { signal })
    expect(verdictOf(report)).toBe('invalid')
  })
})

describe('lint', () => {
  it('finds nothing in a sound checklist, and sends nothing', async () => {
    await using site = await startSite()
    const found = await lint(await settingsFor(PASSING(site.url)))
    expect(found).toEqual({ checklist: { name: 'Small shop', file: 'checklist.yml' }, diagnostics: [] })
    expect(site.asked).toEqual([])
  })

  it('tells every fault with its place', async () => {
    const { diagnostics } = await lint(await settingsFor(INVALID))
    expect(diagnostics).toMatchObject([
      {
        code: 'unknown-key',
        location: { file: 'checklist.yml', line: 5, column: 5, lineText: '    expcet: { status: 200 }' },
      },
    ])
  })

  it('reads no variable from the environment', async () => {
    const checklist = `vars: { a: { env: MOON } }\n${PASSING('http://{{ $a }}')}`
    expect((await lint(await settingsFor(checklist))).diagnostics).toEqual([])
  })
})

describe('secrets that stand in the checklist itself', () => {
  const broken = [
    'vars:',
    '  pin: { value: "4711", secret: true }',
    '  phrase: { value: hunter22-hunter, secret: true }',
    'checks:',
    '  - { run: echo, expect: { stdoutt: hunter22-hunter } }',
  ].join('\n')

  it('are not in what lint shows, however short', async () => {
    const { diagnostics } = await lint(await settingsFor(broken))
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['short-secret', 'unknown-key'])
    expect(JSON.stringify(diagnostics)).not.toMatch(/4711|hunter22/)
  })

  it('are not where words quote their line, and the words stay', async () => {
    const checklist = 'vars: { pin: { value: ab12, secret: true }, n: 4.10 }\nchecks:\n  - { run: echo ab12 }'
    const { diagnostics } = await lint(await settingsFor(checklist))
    const spelling = diagnostics.find(({ code }) => code === 'number-spelling')
    expect(spelling?.hint).toBe(
      'Put it in quotes to keep its spelling: `vars: { pin: { value: ***, secret: true }, n: "4.10" }`.',
    )
    expect(JSON.stringify(diagnostics)).not.toContain('ab12')
  })

  it('are not in an invalid report', async () => {
    const report = await verify(await settingsFor(broken), { signal })
    expect(verdictOf(report)).toBe('invalid')
    expect(JSON.stringify(report)).not.toMatch(/4711|hunter22/)
  })

  it('leave the lines of others as they are', async () => {
    const { diagnostics } = await lint(await settingsFor('checks:\n  - { run: echo, expect: { stdoutt: 4711 } }'))
    expect(diagnostics[0]?.location.lineText).toContain('4711')
  })
})
