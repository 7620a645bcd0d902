import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { CheckError } from '../../../src/model/check-error.ts'
import { EngineProject } from '../../../src/transport/compose/compose-project.ts'
import { localMachine } from '../../../src/transport/local-machine.ts'
import { rejection } from '../../kinds/builders.ts'
import { START_POSTGRES } from '../../kinds/postgres-container.ts'
import { describeWithDocker, docker } from '../../real-stack.ts'
import { composeProject, ownEnvironment, type Project } from './docker.ts'

const FILE = `
services:
  app: { image: IMAGE, command: [sleep, infinity], init: true, environment: { OF_THE_CONTAINER: inside } }
  two: { image: IMAGE, command: [sleep, infinity], init: true, scale: 2 }
  bare: { image: compose-itg-bare, command: [/bin/sleep, infinity], init: true }
  db: { image: IMAGE, user: postgres, command: START }
  down: { image: IMAGE, command: ["true"] }
`
/** As an element of the file, where a dollar is doubled. */
const START = JSON.stringify(['bash', '-c', START_POSTGRES.replaceAll('$', () => '$$')])
/** Keeps what leads to the engine of the tests, as the real one's would be in its usual place. */
const SUDO = `#!/bin/sh
names=none
case "$1" in --preserve-env=*) names=$(echo "\${1#*=}" | tr , '|'); shift ;; esac
cleared=$(env | cut -d= -f1 | grep -E '^[A-Z_0-9]+$' | grep -vE "^(PATH|HOME|DOCKER_HOST|DOCKER_CONFIG|$names)$" | sed 's/^/-u /')
exec env $cleared "$@"
`
const { signal } = new AbortController()
const shell = (line: string, environment: Readonly<Record<string, string>> = {}) => ({
  run: { shell: line },
  environment,
})

describeWithDocker('inside a service', () => {
  let running: Project
  let project: EngineProject
  const notices: string[] = []

  beforeAll(async () => {
    await makeBareImage()
    running = await composeProject(
      'compose-itg-inside',
      FILE.replace('START', () => START),
    )
    await running.compose('up', '-d')
    const machine = localMachine(ownEnvironment())
    project = new EngineProject(machine, { files: [], profiles: [], directory: running.folder }, text =>
      notices.push(text),
    )
  }, 120_000)
  afterAll(async () => {
    await running?.[Symbol.asyncDispose]()
    await docker('rmi', 'compose-itg-bare')
  }, 60_000)

  it('a line runs in bash, with its exit code and both outputs', async () => {
    const result = await project.run('app', shell('echo "$0 $OF_THE_CONTAINER"; echo err >&2; false | true'), signal)
    expect(result).toEqual({ exitCode: 1, stdout: 'bash inside\n', stderr: 'err\n' })
  })

  it.each([
    ['a command that waits', 'sleep 300', 0],
    ['a shell with what it started', 'sleep 300 & sleep 301; echo on', 0],
    ['one that does not want to end', "trap '' TERM; sleep 300 & sleep 301; sleep 302", 0],
    ['one that starts another again and again', 'set +e; while :; do sleep 0.2; done', 0],
    ['one that left another behind, which is a child of PostgreSQL then', '(sleep 8 &) ; exec sleep 300', 1],
  ])(
    '%s is ended at its time-out, and PostgreSQL as process 1 takes nothing for a crash',
    async (_what, line, left) => {
      const running = (): Promise<string> =>
        project.run('db', shell('pgrep -c "^sleep$" || true'), signal).then(({ stdout }) => stdout)
      await vi.waitFor(async () => {
        expect((await project.run('db', shell('pg_isready -q -h 127.0.0.1'), signal)).exitCode).toBe(0)
      }, 20_000)
      await rejection(project.run('db', shell(line), AbortSignal.timeout(1_000)))
      expect(await running()).toBe(`${left}\n`)
      await vi.waitFor(async () => expect(await running()).toBe('0\n'), 6_000)
      expect(await docker('compose', '-p', 'compose-itg-inside', 'logs', 'db')).not.toMatch(
        /terminated by signal|crash/,
      )
    },
  )

  it.each(['$(reboot)', "'; drop", '`id` "\\', '--help', 'a\nb\n'])('a value arrives as text: %j', async value => {
    const { stdout } = await project.run('app', shell('printf %s "$V"', { V: value }), signal)
    expect(stdout).toBe(value)
    const words = { run: { words: ['printf', '%s', value.replace(/^-/, 'x')] }, environment: {} }
    expect((await project.run('app', words, signal)).stdout).toBe(value.replace(/^-/, 'x'))
  })

  it('a value passes sudo, which clears the environment but for what it is told to keep', async () => {
    await writeFile(join(running.folder, 'sudo'), SUDO, { mode: 0o755 })
    const command = [join(running.folder, 'sudo'), 'docker', 'compose']
    const settings = { files: [], profiles: [], directory: running.folder, command }
    const bySudo = new EngineProject(localMachine(ownEnvironment()), settings, () => undefined)
    expect(bySudo.engine).toEqual(command.slice(0, 2))
    const { stdout } = await bySudo.run('app', shell('echo "$V $HOME"', { V: '$(reboot)', HOME: '/h' }), signal)
    expect(stdout).toBe('$(reboot) /h\n')
  })

  it('what means something to the client arrives too', async () => {
    const own = { PATH: '/usr/bin:/bin', HOME: '/h', DOCKER_HOST: 'tcp://nowhere:1' }
    const { stdout } = await project.run('app', shell('echo "$PATH $HOME $DOCKER_HOST"', own), signal)
    expect(stdout).toBe('/usr/bin:/bin /h tcp://nowhere:1\n')
  })

  it('nothing of the environment of the machine is seen', async () => {
    const { stdout } = await project.run('app', { run: { words: ['env'] }, environment: {} }, signal)
    expect(stdout).not.toContain('DOCKER_HOST=')
    expect(stdout).toContain('OF_THE_CONTAINER=inside')
  })

  it('there are an input, which is binary-safe, and a folder', async () => {
    const { stdout } = await project.run('app', { ...shell('pwd; cat'), stdin: 'ä\0\r\n', directory: '/etc' }, signal)
    expect(stdout).toBe('/etc\nä\0\r\n')
  })

  it('it is the first replica', async () => {
    const { stdout } = await project.run('two', { run: { words: ['hostname'] }, environment: {} }, signal)
    expect(await docker('inspect', '--format', '{{.Name}}', stdout.trim())).toBe('/compose-itg-inside-two-1\n')
  })

  it.each<[string, Parameters<EngineProject['run']>[1], string]>([
    ['app', { run: { words: ['nosuch'] }, environment: {} }, 'command-not-found'],
    ['app', { run: { words: ['/etc/passwd'] }, environment: {} }, 'command-not-started'],
    ['app', { ...shell('true'), directory: '/nowhere' }, 'directory-missing'],
    ['app', { ...shell('true'), directory: 'relative' }, 'directory-missing'],
    ['bare', shell('true'), 'shell-missing'],
    ['down', shell('true'), 'service-not-running'],
    ['apq', shell('true'), 'service-unknown'],
  ])('of %s, %j errs with %s', async (service, command, code) => {
    expect(await rejection(project.run(service, command, signal))).toMatchObject({ code, verdict: 'errored' })
  })

  it('an exit code of the program itself is no error', async () => {
    expect(await project.run('app', shell('nosuch'), signal)).toMatchObject({ exitCode: 127 })
    expect(await project.run('bare', { run: { words: ['/bin/sleep', '0'] }, environment: {} }, signal)).toMatchObject({
      exitCode: 0,
    })
  })

  it('a command that is stopped is ended there as well, with what it started', async () => {
    const line = "(trap '' TERM; while :; do sleep 0.1; done) & sleep 4711"
    const reason = new CheckError({ code: 'attempt-timeout', message: 'Time is out.' })
    const run = (stopping: AbortSignal) => project.run('app', shell(line), stopping)
    expect(await faultOfStopped(run, reason, () => processes('sleep 4711'))).toBe(reason)
    expect(await processes('sleep 4711|sleep 0.1')).toBe('')
    expect(notices).toEqual([])
  })

  it('a command that writes too much is ended there as well', async () => {
    const command = { run: { words: ['sh', '-c', 'yes; sleep 4712'] }, environment: {} }
    expect(await rejection(project.run('app', command, signal))).toMatchObject({ code: 'output-too-long' })
    expect(await processes('yes|sleep 4712')).toBe('')
  })

  it('one that cannot be ended, as there is no shell, is told of', async () => {
    const command = { run: { words: ['/bin/sleep', '4713'] }, environment: {} }
    const reason = new Error('stop')
    const list = async () => /sleep 4713/.exec(await docker('top', 'compose-itg-inside-bare-1'))?.[0] ?? ''
    expect(await faultOfStopped(stopping => project.run('bare', command, stopping), reason, list)).toBe(reason)
    expect(notices).toEqual(['A command in the service bare could not be ended inside its container.'])
  })

  async function processes(pattern: string): Promise<string> {
    return await docker('exec', 'compose-itg-inside-app-1', 'sh', '-c', `pgrep -af '^(${pattern})' || true`)
  }
})

/** Starts a command, stops it as soon as it is seen to run, and gives what it rejects with. */
async function faultOfStopped(
  running: (signal: AbortSignal) => Promise<unknown>,
  reason: Error,
  list: () => Promise<string>,
): Promise<unknown> {
  const stop = new AbortController()
  const fault = rejection(running(stop.signal))
  await expect.poll(list, { timeout: 20_000 }).toMatch(/sleep/)
  stop.abort(reason)
  return await fault
}

/** An image with one program and what it needs, and no shell. */
async function makeBareImage(): Promise<void> {
  const script = 'cd /; tar -ch bin/sleep $(ldd /bin/sleep | grep -o "/lib[^ ]*")'
  await new Promise<void>((resolve, reject) => {
    const packed = spawn('docker', ['run', '--rm', '--entrypoint', 'sh', 'vd-base:1', '-c', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const imported = spawn('docker', ['import', '-', 'compose-itg-bare'], {
      stdio: [packed.stdout, 'ignore', 'inherit'],
    })
    imported.on('exit', code => (code === 0 ? resolve() : reject(new Error(`docker import ended with ${code}`))))
  })
}
