import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FAILING, HANGING, INVALID, PASSING } from './checklists.ts'
import { buildElsewhere, FROM_SOURCE, folderWith, type Site, start, startSite } from './program.ts'

const clis = { source: FROM_SOURCE.cli, bundle: '' }
beforeAll(async () => {
  clis.bundle = join(await buildElsewhere(), 'cli.js')
})

const run = (
  cwd: string,
  words: string,
  environment: Readonly<Record<string, string>> = {},
  from: keyof typeof clis = 'bundle',
) => start([clis[from], ...words.split(' ')], { cwd, environment }).ended

async function withSite(visit: (site: Site) => Promise<void>): Promise<void> {
  await using site = await startSite()
  await visit(site)
}

describe.each(['source', 'bundle'] as const)('verify-deploy from the %s', from => {
  it('passes: 0, a report on stdout, progress on stderr, files in verify-report', () =>
    withSite(async site => {
      const cwd = await folderWith(PASSING(site.url))
      const { code, stdout, stderr } = await run(cwd, 'run', {}, from)
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringMatching(/^Small shop: 1 check\n✓ Accounts › Health/),
      })
      expect(stdout).toContain('Health')
      expect(stdout).not.toContain('\u001b')
      for (const name of ['report.json', 'junit.xml', 'summary.md', 'report.html']) {
        expect(existsSync(join(cwd, 'verify-report', name)), name).toBe(true)
      }
    }))

  it('fails: 1, with what was expected and what to do', () =>
    withSite(async site => {
      const { code, stdout } = await run(await folderWith(FAILING(site.url)), 'run', {}, from)
      expect(code).toBe(1)
      expect(stdout).toContain('Turn it off and on again.')
      expect(stdout).toContain('checklist.yml:7')
    }))

  it('finds a faulty checklist: 2, and sends nothing', () =>
    withSite(async site => {
      const { code, stdout } = await run(await folderWith(INVALID), 'run', {}, from)
      expect(code).toBe(2)
      expect(stdout).toMatch(/expcet[\s\S]*expect/)
      expect(site.asked).toEqual([])
    }))
})

describe('exit codes', () => {
  it('are 0 for a failed run with fail-on never, whose report says failed', () =>
    withSite(async site => {
      const cwd = await folderWith(FAILING(site.url))
      expect((await run(cwd, 'run --fail-on never')).code).toBe(0)
      const report = JSON.parse(await readFile(join(cwd, 'verify-report', 'report.json'), 'utf8'))
      expect(report.results.summary.failed).toBe(2)
    }))

  it.each([
    ['--help', 0, /Usage/, /^$/],
    ['help', 0, /--concurrency N/, /^$/],
    ['--version', 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    ['run --taget x', 2, /^$/, /Did you mean --target\?/],
    ['run --timeout soon --concurrency no', 2, /^$/, /--concurrency: .*\n.*--timeout: /],
    ['lnt', 2, /^$/, /Did you mean lint\?/],
    ['run nowhere.yml', 2, /There is no file `nowhere.yml`/, /^$/],
    ['lint', 2, /expcet[\s\S]*1 error\. Nothing was sent\./, /^$/],
    ['run --quiet', 2, /expcet/, /^$/],
  ])('of "%s" is %i', async (words, expected, stdout, stderr) => {
    const ended = await run(await folderWith(INVALID), words)
    expect(ended).toEqual({
      code: expected,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    })
  })

  it('are 0 for lint of a sound checklist, whose environment is not read', async () => {
    const checklist =
      'name: x\nvars: { token: { env: NOT_SET } }\nchecks: [{ request: "GET https://example.com/{{ $token }}" }]\n'
    const { code, stdout } = await run(await folderWith(checklist), 'lint')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'checklist.yml: no faults. Nothing was sent.\n' })
  })
})

describe('output', () => {
  it.each([
    ['is plain in a pipe', {}, 'run', false],
    ['has colours with FORCE_COLOR', { FORCE_COLOR: '1' }, 'run', true],
    ['obeys NO_COLOR before FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, 'run', false],
    ['obeys --no-color', { FORCE_COLOR: '1' }, 'run --no-color', false],
  ])('%s', (_what, environment, words, colored) =>
    withSite(async site => {
      const { stdout, stderr } = await run(await folderWith(PASSING(site.url)), words, environment)
      expect([stdout.includes('\u001b['), stderr.includes('\u001b[')]).toEqual([colored, colored])
    }),
  )

  it('goes on when its reader has gone', () =>
    withSite(async site => {
      const cwd = await folderWith(PASSING(site.url))
      const { child, ended } = start([clis.bundle, 'run'], { cwd })
      child.stdout.destroy()
      child.stderr.destroy()
      expect((await ended).code).toBe(0)
      expect(existsSync(join(cwd, 'verify-report', 'junit.xml'))).toBe(true)
    }))

  it('shows each exchange with --verbose', () =>
    withSite(async site => {
      const { stderr } = await run(await folderWith(PASSING(site.url)), 'run --verbose')
      expect(stderr).toContain('/health')
      expect(stderr).toMatch(/curl .*\/health/)
      expect(stderr).toContain('"ok"')
    }))

  it('is only the verdict with --quiet', () =>
    withSite(async site => {
      const { stdout, stderr } = await run(await folderWith(PASSING(site.url)), 'run --quiet')
      expect(stderr).toBe('')
      expect(stdout.trim().split('\n').length).toBeLessThan(4)
    }))

  it('writes no files with an empty report-dir', () =>
    withSite(async site => {
      const cwd = await folderWith(PASSING(site.url))
      expect((await run(cwd, 'run --report-dir=')).code).toBe(0)
      expect(existsSync(join(cwd, 'verify-report'))).toBe(false)
    }))
})

describe('settings', () => {
  it('reach the run', () =>
    withSite(async site => {
      const checklist = `
name: x
vars: { path: /nowhere, base: ${site.url} }
targets: { live: { vars: { path: /of-target } } }
checks:
  - { id: a, name: A, request: "GET {{ $base }}/a{{ $path | length }}" }
  - { id: b, name: B, tags: [slow], request: "GET {{ $base }}/b" }
`
      const cwd = await folderWith(checklist)
      expect((await run(cwd, 'run --target live --skip slow')).code).toBe(0)
      expect((await run(cwd, 'run --var path=four --select a')).code).toBe(0)
      expect(site.asked).toEqual(['/a10', '/a4'])
    }))

  it('take a checklist outside of the folder one stands in', () =>
    withSite(async site => {
      const elsewhere = await folderWith(PASSING(site.url))
      const { code } = await run(await folderWith(INVALID), `run ${join(elsewhere, 'checklist.yml')}`)
      expect(code).toBe(0)
    }))
})

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s in the middle', signal => {
  it('ends the running check, cleans up, writes the reports and gives 130', () =>
    withSite(async site => {
      const cwd = await folderWith(HANGING(site.url))
      const { child, ended } = start([clis.bundle, 'run'], { cwd })
      await site.waitFor('/hangs')
      child.kill(signal)
      const { code, stdout, stderr } = await ended
      expect(code).toBe(130)
      expect(site.asked).toEqual(['/made', '/hangs', '/removed'])
      expect(stderr).toContain(`${signal}: cancelling`)
      expect(stdout).toContain('cancelled')
      const report = JSON.parse(await readFile(join(cwd, 'verify-report', 'report.json'), 'utf8'))
      const names = report.results.tests.map(({ name }: { readonly name: string }) => name)
      expect(names.slice(0, 3)).toEqual(['Make something', 'Never answered', 'Not begun'])
    }))
})

describe('a second SIGINT', () => {
  it('ends the process at once, though cleanup hangs', () =>
    withSite(async site => {
      const cwd = await folderWith(HANGING(site.url, '/hangs-too'))
      const { child, ended } = start([clis.bundle, 'run'], { cwd })
      await site.waitFor('/hangs')
      child.kill('SIGINT')
      await site.waitFor('/hangs-too')
      // One right after the first is the same keystroke; impatience takes longer.
      const timer = setInterval(() => child.kill('SIGINT'), 50)
      expect((await ended).code).toBe(130)
      clearInterval(timer)
      expect(existsSync(join(cwd, 'verify-report'))).toBe(false)
    }))
})
