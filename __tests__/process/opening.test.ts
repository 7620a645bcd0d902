import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FAILING, PASSING } from './checklists.ts'
import { FROM_SOURCE, folderWith, type Site, start, startSite, temporaryFolder } from './program.ts'

/** A desktop whose opener tells the site what it was asked to open. */
async function desktopOf(site: Site): Promise<Record<string, string>> {
  const bin = join(await temporaryFolder(), 'bin')
  await mkdir(bin)
  const script = '#!/bin/sh\ntest -s "$1" && exec curl -s "$DESKTOP/opened?$(basename "$1")"\n'
  await writeFile(join(bin, 'xdg-open'), script, { mode: 0o755 })
  return { PATH: `${bin}:${process.env.PATH ?? ''}`, DESKTOP: site.url }
}

const run = (cwd: string, words: readonly string[], environment: Record<string, string> = {}) =>
  start([FROM_SOURCE.cli, 'run', ...words], { cwd, environment }).ended

describe.runIf(process.platform === 'linux')('--open', () => {
  it('opens the page, also of a run that failed', async () => {
    await using site = await startSite()
    const { code, stderr } = await run(await folderWith(FAILING(site.url)), ['--open'], await desktopOf(site))
    expect(code).toBe(1)
    expect(stderr).not.toContain('verify-deploy:')
    await site.waitFor('/opened?report.html')
  })

  it('opens nothing in CI, and says so', async () => {
    await using site = await startSite()
    const environment = { ...(await desktopOf(site)), CI: 'true' }
    const { code, stderr } = await run(await folderWith(PASSING(site.url)), ['--open'], environment)
    expect(code).toBe(0)
    expect(stderr).toContain('verify-deploy: --open does nothing where CI is set.\n')
    expect(site.asked.filter(path => path.startsWith('/opened'))).toEqual([])
  })

  it('says when nothing can open it, and leaves the verdict as it is', async () => {
    await using site = await startSite()
    const empty = await temporaryFolder()
    const { code, stderr } = await run(await folderWith(PASSING(site.url)), ['--open'], { PATH: empty })
    expect(code).toBe(0)
    expect(stderr).toContain('verify-deploy: The report could not be opened: ')
  })

  it('refuses to open what is not written, before anything is sent', async () => {
    await using site = await startSite()
    const { code, stderr } = await run(await folderWith(PASSING(site.url)), ['--open', '--report-dir', ''])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'verify-deploy: --open opens report.html, but --report-dir "" writes no report. Leave one of them out.\n',
    })
    expect(site.asked).toEqual([])
  })
})
