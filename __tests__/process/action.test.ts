import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FAILING, HANGING, INVALID, PASSING } from './checklists.ts'
import { buildElsewhere, FROM_SOURCE, folderWith, start, startSite } from './program.ts'

const mains = { source: FROM_SOURCE.main, bundle: '' }
beforeAll(async () => {
  mains.bundle = join(await buildElsewhere(), 'main.js')
})

/** A step as the runner starts it: inputs in the environment, files for what it hands on. */
async function step(checklist: string, given: Readonly<Record<string, string>> = {}) {
  const cwd = await folderWith(checklist)
  const files = { output: join(dirname(cwd), 'output'), summary: join(dirname(cwd), 'summary') }
  await writeFile(files.output, '')
  await writeFile(files.summary, '')
  const environment = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: cwd,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'abc',
    ...given,
  }
  return { cwd, files, environment }
}

type Step = Awaited<ReturnType<typeof step>>

const launch = ({ cwd, environment }: Step, from: keyof typeof mains = 'bundle') =>
  start([mains[from]], { cwd, environment })

/** The file of outputs, read as the runner does: NAME<<DELIMITER, lines, DELIMITER. */
async function outputsOf({ files }: Step): Promise<Record<string, string>> {
  const text = await readFile(files.output, 'utf8')
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  )
}

/** Lines the runner would obey. */
const commands = (log: string): string[] =>
  log.split(/\r\n|\n|\r/).filter(line => /^\s*::[a-z-]+[ :]/.test(line) || line.includes('##['))

it('leads from a failure to its line at the commit', async () => {
  await using site = await startSite()
  const commit = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334'
  const facts = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'octo/app', GITHUB_SHA: commit }
  const given = await step(FAILING(site.url), facts)
  await launch(given, 'source').ended
  expect(await readFile(given.files.summary, 'utf8')).toMatch(
    new RegExp(
      `\\[\`checklist\\.yml:(\\d+)\`\\]\\(https://github\\.example/octo/app/blob/${commit}/checklist\\.yml#L\\1\\)`,
    ),
  )
})

it.each([
  [{}, ['stdout is not as expected.', false]],
  [{ INPUT_EVIDENCE: 'full' }, ['born 1970', true]],
] as const)('shows in public what %j asks for', async (inputs, [told, full]) => {
  const given = await step(
    'name: Rows\nchecks: [{ run: "echo born $((1900 + 70))", expect: { stdout: none } }]\n',
    inputs,
  )
  const { stdout } = await launch(given, 'source').ended
  const annotation = commands(stdout).find(line => line.startsWith('::error')) ?? ''
  expect(annotation).toContain(told)
  expect((await readFile(join(given.cwd, 'verify-report/comment.md'), 'utf8')).includes('born 1970')).toBe(full)
})

it('leaves no comment of an earlier step where none is wanted, and no file that is not its own', async () => {
  await using site = await startSite()
  const given = await step(FAILING(site.url))
  const comment = join(given.cwd, 'verify-report', 'comment.md')
  const names = (): Promise<readonly string[]> => readdir(dirname(comment))
  const quiet = { ...given, environment: { ...given.environment, INPUT_COMMENT: 'never' } }
  await launch(given, 'source').ended
  expect(await names()).toContain('comment.md')
  await launch(quiet, 'source').ended
  expect(await names()).not.toContain('comment.md')
  await writeFile(comment, 'Remarks on the report.')
  await launch(quiet, 'source').ended
  expect(await readFile(comment, 'utf8')).toBe('Remarks on the report.')
})

describe.each(['source', 'bundle'] as const)('the Action from the %s', from => {
  it('passes: outputs, summary and report files, no annotation', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url))
    const { code, stdout, stderr } = await launch(given, from).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(await outputsOf(given)).toMatchObject({
      verdict: 'passed',
      total: '1',
      passed: '1',
      failed: '0',
      'report-dir': 'verify-report',
      'failed-checks': '[]',
    })
    expect(await readFile(given.files.summary, 'utf8')).toContain('Small shop')
    expect(await readFile(join(given.cwd, 'verify-report', 'junit.xml'), 'utf8')).toContain('Health')
    expect(commands(stdout)).toEqual(['::group::Accounts', '::endgroup::'])
  })

  it('fails: the step, with annotations at lines of the checklist', async () => {
    await using site = await startSite()
    const given = await step(FAILING(site.url))
    const { code, stdout } = await launch(given, from).ended
    expect(code).toBe(1)
    expect(await outputsOf(given)).toMatchObject({
      verdict: 'failed',
      failed: '1',
      errored: '1',
      'failed-checks': '["health","port"]',
    })
    const errors = commands(stdout).filter(line => line.startsWith('::error '))
    expect(errors).toHaveLength(2)
    expect(errors[0]).toMatch(/file=checklist.yml,line=7,endLine=7,col=\d+,endColumn=\d+::/)
  })
})

describe('the Action', () => {
  it('is invalid with a faulty checklist, and says where', async () => {
    const given = await step(INVALID)
    const { code, stdout } = await launch(given).ended
    expect(code).toBe(2)
    expect(await outputsOf(given)).toMatchObject({ verdict: 'invalid', total: '0' })
    expect(stdout).toMatch(/::error .*file=checklist.yml,line=5/)
  })

  it.each([
    [{ 'INPUT_FAIL-ON': 'sometimes' }, /The input fail-on cannot be read/],
    [{ INPUT_SUMMARY: 'yes' }, /The input summary cannot be read/],
    [{ INPUT_CHECKLISST: 'x' }, /There is no input checklisst\..*Did you mean checklist\?/s],
  ])('is invalid with %j, and sends nothing', async (inputs, message) => {
    await using site = await startSite()
    const given = await step(PASSING(site.url), inputs)
    const { code, stdout } = await launch(given).ended
    expect(code).toBe(2)
    expect(stdout).toMatch(message)
    expect(await outputsOf(given)).toMatchObject({ verdict: 'invalid' })
    expect(site.asked).toEqual([])
  })

  it('refuses a checklist of strangers under pull_request_target', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url), { GITHUB_EVENT_NAME: 'pull_request_target' })
    const { code, stdout } = await launch(given).ended
    expect([code, site.asked]).toEqual([2, []])
    expect(stdout).toContain('allow-untrusted-checklist')
  })

  it('lets a failed run pass with fail-on never, the verdict unchanged', async () => {
    await using site = await startSite()
    const given = await step(FAILING(site.url), { 'INPUT_FAIL-ON': 'never' })
    expect((await launch(given).ended).code).toBe(0)
    expect(await outputsOf(given)).toMatchObject({ verdict: 'failed' })
  })

  it('writes no summary when it is not wanted', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url), { INPUT_SUMMARY: 'false' })
    expect((await launch(given).ended).code).toBe(0)
    expect(await readFile(given.files.summary, 'utf8')).toBe('')
  })

  it('goes on when a destination fails, the verdict unchanged', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url))
    await mkdir(join(given.cwd, 'verify-report'))
    await mkdir(join(given.cwd, 'verify-report', 'junit.xml'))
    const environment = { ...given.environment, GITHUB_STEP_SUMMARY: given.cwd }
    const { code, stdout } = await launch({ ...given, environment }).ended
    expect(code).toBe(0)
    expect(stdout).toContain('The report junit.xml could not be written')
    expect(stdout).toContain('The job summary could not be delivered')
    expect(await outputsOf(given)).toMatchObject({ verdict: 'passed' })
    expect(await readFile(join(given.cwd, 'verify-report', 'summary.md'), 'utf8')).toContain('Small shop')
  })

  it('goes on when nobody reads the log', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url))
    const { child, ended } = launch(given)
    child.stdout.destroy()
    child.stderr.destroy()
    expect((await ended).code).toBe(0)
    expect(await outputsOf(given)).toMatchObject({ verdict: 'passed' })
  })

  it('never prints outputs, even without a file for them', async () => {
    await using site = await startSite()
    const given = await step(PASSING(site.url), { GITHUB_OUTPUT: '' })
    const { code, stdout } = await launch(given).ended
    expect(code).toBe(0)
    expect(stdout).not.toContain('set-output')
    expect(stdout).toContain('GITHUB_OUTPUT names no file')
  })

  it('masks a secret in its forms before anything else', async () => {
    await using site = await startSite()
    const checklist = `
name: Secrets
vars: { token: { env: TOKEN, secret: true } }
checks:
  - name: Health
    request: { get: "${site.url}/health", bearer: "{{ $token }}" }
`
    const given = await step(checklist, { TOKEN: 'sesame-open-42' })
    const { stdout } = await launch(given).ended
    expect(commands(stdout)[0]).toBe('::add-mask::sesame-open-42')
    expect(stdout).toContain(`::add-mask::${Buffer.from('sesame-open-42').toString('base64').replace(/=+$/, '')}`)
    const rest = stdout.split('\n').filter(line => !line.startsWith('::add-mask::'))
    expect(rest.join('\n')).not.toContain('sesame')
  })

  it('lets no answer of the deployment be a command', async () => {
    const evil = '::error::owned\n::set-output name=x::y\n ##[add-mask]z\n::stop-commands::t'
    await using site = await startSite((_path, response) => {
      response.end(evil)
      return true
    })
    const checklist = `
name: Hostile
checks:
  - name: Evil
    request: GET ${site.url}/evil
    expect: { body: fine }
`
    const { code, stdout, stderr } = await launch(await step(checklist, { RUNNER_DEBUG: '1' })).ended
    expect(code).toBe(1)
    expect(stdout).toContain('::stop-commands::t')
    const obeyed = commands(`${stdout}\n${stderr}`).filter(line => !/^::(error |group|endgroup|add-mask)/.test(line))
    expect(obeyed).toEqual([])
    expect(stdout).not.toMatch(/^::error::owned/m)
  })

  it('reports when the job is cancelled while it is loaded', async () => {
    await using site = await startSite()
    const { cwd, files, environment } = await step(PASSING(site.url))
    const whenLoaded = `import { registerHooks } from 'node:module'
      const cancel = name => /action.start/.test(name) && process.kill(process.pid, 'SIGINT')
      registerHooks({ resolve: (name, context, next) => (cancel(name), next(name, context)) })`
    const words = ['--import', `data:text/javascript,${encodeURIComponent(whenLoaded)}`, mains.bundle]
    const { code } = await start(words, { cwd, environment }).ended
    expect([code, site.asked]).toEqual([130, []])
    expect(await readFile(files.output, 'utf8')).toContain('cancelled')
    expect(await readFile(files.summary, 'utf8')).toContain('cancelled')
  })

  it('cleans up and reports when the job is cancelled: SIGINT, then SIGTERM', async () => {
    await using site = await startSite((path, response) => {
      if (path !== '/removed') return false
      child.kill('SIGTERM')
      response.end('{}')
      return true
    })
    const given = await step(HANGING(site.url))
    const { child, ended } = launch(given)
    await site.waitFor('/hangs')
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(site.asked).toEqual(['/made', '/hangs', '/removed'])
    expect(await outputsOf(given)).toMatchObject({ verdict: 'cancelled' })
    expect(await readFile(given.files.summary, 'utf8')).toContain('ancelled')
  })

  it('reports before the runner kills it, 10 s after SIGINT, when cleanup hangs', async () => {
    await using site = await startSite()
    const given = await step(HANGING(site.url, '/hangs-as-well'))
    const { child, ended } = launch(given)
    await site.waitFor('/hangs')
    child.kill('SIGINT')
    const runner = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await site.waitFor('/hangs-as-well')
    const { code, stdout } = await ended
    clearTimeout(runner)
    expect(code).toBe(130)
    expect(stdout).toContain('SIGINT: cancelling, cleaning up …')
    expect(await outputsOf(given)).toMatchObject({ verdict: 'cancelled' })
    const [page, summary] = await Promise.all(
      ['report.html', 'summary.md'].map(name => readFile(join(given.cwd, 'verify-report', name), 'utf8')),
    )
    expect(page).toContain('time in a cancelled job of 5.0 s was over')
    expect(summary).toContain("cleanup's time in a cancelled job of 5.0 s was over")
    expect(await readFile(given.files.summary, 'utf8')).toBe(`${summary}\n`)
  })
})
