import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { describeWith } from '../real-stack.ts'
import { folderWith, temporaryFolder } from './program.ts'

const ROOT = join(import.meta.dirname, '../..')
/** As CONTRIBUTING.md and .env.example name it; 300 MB of packages, which is why it is no dependency of ours. */
const PACKAGE = '@github/local-action@7.0.1'
const INSTALL_MS = 5 * 60_000
const RUN_MS = 2 * 60_000

/** Undefined when all is well. */
function whyNoPackage(): string | undefined {
  const asked = spawnSync('npm', ['view', PACKAGE, 'version', '--fetch-retries=0'], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return asked.stdout?.trim() === '7.0.1' ? undefined : `npm cannot get ${PACKAGE}. Is its registry within reach?`
}

describeWith(whyNoPackage(), 'the Action, run by @github/local-action as a newcomer would', () => {
  let cache = ''

  /** By npx, whose packages go to a folder of this test. It calls npx itself, for tsx. */
  async function localAction(...words: readonly string[]): Promise<{ code: number | null; output: string }> {
    const { HOME = '', PATH = '', ...others } = process.env
    const kept = Object.entries(others).filter(([name]) => /^npm_config_|proxy|CERTS$/i.test(name))
    const env = { ...Object.fromEntries(kept), HOME, PATH, npm_config_cache: cache }
    const child = spawn('npx', ['--yes', PACKAGE, ...words], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const pieces: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => pieces.push(text))
    const [code] = await once(child, 'close')
    return { code, output: pieces.join('') }
  }

  /** The table it ends with, under that heading. */
  const outputsIn = (output: string): Record<string, string> =>
    Object.fromEntries(
      [...(output.split('Action Outputs')[1] ?? '').matchAll(/│ '([\w-]+)' +│ '(.*?)' +│/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )

  beforeAll(async () => {
    cache = await temporaryFolder()
    const { output } = await localAction('run', '.', '--help')
    expect(output).toContain('Usage: local-action')
  }, INSTALL_MS)

  it(
    'passes with the .env file of the repository, and prints the outputs',
    async () => {
      const written = ['report.html', 'job-summary.md'].map(name => join(ROOT, 'verify-report', name))
      for (const file of written) await rm(file, { force: true })
      const { code, output } = await localAction('run', '.', 'src/action/start.ts', '.env.example')
      expect(code, output).toBe(0)
      expect(outputsIn(output)).toMatchObject({
        verdict: 'passed',
        total: '4',
        passed: '4',
        'report-dir': 'verify-report',
        'failed-checks': '[]',
      })
      for (const file of written) expect(await readFile(file, 'utf8')).toContain('This machine')
    },
    RUN_MS,
  )

  it.each([
    ['the step alone', 'src/action/start.ts', { verdict: 'failed', failed: '1', 'failed-checks': '["sum"]' }],
    // As the runner starts it, it ends the process: the verdict is there, the table is not.
    ['its entry', 'src/main.ts', {}],
  ])(
    'fails with a checklist that does not hold: %s',
    async (_what, entry, outputs) => {
      const folder = await folderWith('name: Sums\nchecks: [{ id: sum, run: echo 4, expect: { stdout: "5" } }]\n')
      const file = join(folder, 'local.env')
      const environment = { GITHUB_WORKSPACE: folder, GITHUB_OUTPUT: '/dev/null', INPUT_SUMMARY: 'false' }
      await writeFile(
        file,
        Object.entries(environment).map(pair => `${pair.join('=')}\n`),
      )
      const { code, output } = await localAction('run', '.', entry, file)
      expect([code, outputsIn(output)]).toEqual([1, expect.objectContaining(outputs)])
      expect(output).toMatch(/::error .*file=checklist\.yml,line=2/)
      expect(output).toContain('✗ failed')
    },
    RUN_MS,
  )
})
