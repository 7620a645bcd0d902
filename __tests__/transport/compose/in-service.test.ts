import { describe, expect, it } from 'vitest'
import { CheckError } from '../../../src/model/check-error.ts'
import { EngineProject } from '../../../src/transport/compose/compose-project.ts'
import { execCommand, execFault } from '../../../src/transport/compose/in-service.ts'
import type { Machine } from '../../../src/transport/machine.ts'
import type { Command, CommandResult } from '../../../src/transport/shell.ts'
import { rejection } from '../../kinds/builders.ts'
import { fakeMachine } from './fake-machine.ts'
import { CONFIG_JSON, inspected } from './recorded.ts'

const { signal } = new AbortController()
const words = (command: Command): readonly string[] => ('words' in command.run ? command.run.words : [])
const LINE = { run: { shell: 'echo "$VERIFY_DEPLOY_1"' }, environment: { VERIFY_DEPLOY_1: '$(reboot)' } }

describe('the command inside a container', () => {
  it('is passed word by word, without a terminal', () => {
    const command = execCommand(['docker'], 'id1', { run: { words: ['ls', '-l', '$(x)'] }, environment: {} })
    expect(words(command)).toEqual(['docker', 'exec', '--interactive', 'id1', 'ls', '-l', '$(x)'])
    expect(command).not.toHaveProperty('stdin')
  })

  it('has a folder, an input and an environment of its own, whose values are no words', () => {
    const given = { run: { words: ['env'] }, environment: { TOKEN: 'hunter2' }, directory: '/app', stdin: 'in' }
    const command = execCommand(['docker'], 'id1', given)
    expect(words(command).join(' ')).toBe('docker exec --interactive --workdir /app --env TOKEN id1 env')
    expect(command).toMatchObject({ environment: { TOKEN: 'hunter2' }, stdin: 'in' })
    expect(command).not.toHaveProperty('directory')
  })

  it('bears a mark in a word, for which sudo needs no leave', () => {
    const command = execCommand(['sudo', 'docker'], 'id1', { run: { words: ['ls'] }, environment: {} }, 'm1')
    expect(words(command).join(' ')).toBe('sudo docker exec --interactive --env VERIFY_DEPLOY_PROCESS=m1 id1 ls')
  })

  it('is read by bash, or by sh where there is none', () => {
    const command = execCommand(['docker'], 'id1', LINE)
    expect(words(command).slice(-4, -2)).toEqual(['sh', '-c'])
    expect(words(command).at(-2)).toMatch(/bash --noprofile --norc -eo pipefail -c "\$0".*sh -ec "\$0"/)
    expect(words(command).at(-1)).toBe(LINE.run.shell)
  })

  it.each(['PATH', 'HOME', 'DOCKER_HOST', 'LD_PRELOAD', 'https_proxy', 'SSH_AUTH_SOCK'])(
    'gets %s under another name, as it would mean something to the client',
    name => {
      const given = { run: { words: ['env'] }, environment: { [name]: 'theirs', OWN: 'x' } }
      const command = execCommand(['docker'], 'id1', given)
      expect(command.environment).toEqual({ VERIFY_DEPLOY_ENV_0: 'theirs', OWN: 'x' })
      expect(words(command).slice(-5)).toEqual([
        'sh',
        '-c',
        `export ${name}="$VERIFY_DEPLOY_ENV_0"; unset VERIFY_DEPLOY_ENV_0; exec "$@"`,
        'sh',
        'env',
      ])
    },
  )

  it('lets sudo keep the names it needs', () => {
    expect(words(execCommand(['sudo', 'docker'], 'id1', LINE)).slice(0, 4)).toEqual([
      'sudo',
      '--preserve-env=VERIFY_DEPLOY_1',
      'docker',
      'exec',
    ])
    expect(words(execCommand(['sudo', 'docker'], 'id1', { ...LINE, environment: {} })).slice(0, 2)).toEqual([
      'sudo',
      'docker',
    ])
  })
})

describe('a command that did not run inside', () => {
  const failed = 'OCI runtime exec failed: exec failed: unable to start container process: '
  it.each([
    [126, `${failed}exec: "nosuch": executable file not found in $PATH: unknown`, 'command-not-found'],
    [127, `${failed}exec: "nosuch": executable file not found in $PATH: unknown`, 'command-not-found'],
    [127, 'Error: crun: executable file `nosuch` not found in $PATH: No such file or directory', 'command-not-found'],
    [127, `${failed}exec: "/x": stat /x: no such file or directory: unknown`, 'command-not-found'],
    [127, `${failed}exec: "sh": executable file not found in $PATH: unknown`, 'shell-missing'],
    [126, `${failed}exec: "/etc/passwd": permission denied: unknown`, 'command-not-started'],
    [126, `${failed}chdir to cwd ("/nope") set in config.json failed: no such file or directory`, 'directory-missing'],
    [126, 'OCI runtime exec failed: exec failed: Cwd must be an absolute path: unknown', 'directory-missing'],
  ])('has an error of its own: %i %s', (exitCode, said, code) => {
    const about = { container: 'id1', service: 'web', command: LINE }
    expect(execFault({ exitCode, stdout: `${said}\n`, stderr: '' }, about)).toMatchObject({ code })
    expect(execFault({ exitCode, stdout: '', stderr: `${said}\r\n` }, about)).toMatchObject({ code })
  })

  it.each([
    'Error response from daemon: Container id1 is not running',
    'Error response from daemon: Container id1 is paused, unpause the container before exec',
    'Error response from daemon: No such container: id1',
    'Error: can only create exec sessions on running containers: container state improper',
  ])('was late: %s', stderr => {
    const about = { container: 'id1', service: 'web', command: LINE }
    const exitCode = stderr.includes('sessions') ? 255 : 1
    expect(execFault({ exitCode, stdout: '', stderr }, about)).toMatchObject({ code: 'service-not-running' })
  })

  it.each([
    [127, '', 'sh: 1: nosuch: not found'],
    [126, 'something', ''],
    [1, '', 'Error response from daemon: No such container: other'],
    [0, 'OCI runtime exec failed: said the program', ''],
  ])('is told apart from one that ended so itself: %i %j %j', (exitCode, stdout, stderr) => {
    const about = { container: 'id1', service: 'web', command: LINE }
    expect(execFault({ exitCode, stdout, stderr }, about)).toBeUndefined()
  })
})

describe('a service', () => {
  const lines = (...given: readonly (readonly [string, string, string])[]): string =>
    given
      .map(([service, number, Status]) =>
        inspected(
          { id: `${service}${number}` },
          { 'com.docker.compose.service': service, 'com.docker.compose.container-number': number },
          { Status },
        ),
      )
      .join('\n')
  const projectOf = (containers: string) => {
    const { machine } = fakeMachine([
      ['config', { stdout: CONFIG_JSON }],
      [' ps ', { stdout: 'some\n' }],
      ['inspect', { stdout: containers }],
    ])
    return new EngineProject(machine, { files: [], profiles: [] }, () => undefined)
  }

  it('is entered by its first container that runs', async () => {
    const project = projectOf(lines(['two', '3', 'running'], ['two', '1', 'exited'], ['two', '2', 'running']))
    expect(words(await project.inService('two', LINE, signal))).toContain('two2')
  })

  it.each([
    ['wbe', 'service-unknown', 'Did you mean `web`?'],
    ['off', 'service-not-running', expect.any(String)],
    ['two', 'service-not-running', expect.any(String)],
  ])('that cannot be entered errs: %s', async (service, code, hint) => {
    const project = projectOf(lines(['web', '1', 'running'], ['two', '1', 'exited']))
    expect(await rejection(project.inService(service, LINE, signal))).toMatchObject({ code, hint })
  })

  it('says how its containers are when none runs', async () => {
    const project = projectOf(lines(['two', '1', 'exited']))
    expect(await rejection(project.run('two', LINE, signal))).toHaveProperty(
      'message',
      'No container of the service `two` is running: it has exited.',
    )
  })
})

/** A project in whose only container a command ends so; what its machine says to anything else is by what it contains. */
function projectWhere(result: Partial<CommandResult> | Error, answers: Parameters<typeof fakeMachine>[0] = []) {
  const notices: string[] = []
  const { machine, lines } = fakeMachine([
    ['--interactive', result],
    ...answers,
    ['compose config', { stdout: CONFIG_JSON }],
    ['ps --all', { stdout: 'id1\n' }],
    ['inspect', { stdout: inspected({ id: 'id1' }) }],
    ['exec id1 sh', {}],
  ])
  const project = new EngineProject(machine, { files: [], profiles: [] }, text => notices.push(text))
  return { project, lines, notices }
}

const NO_ENGINE = {
  exitCode: 1,
  stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
}

describe('an engine that goes away while a command runs in a container', () => {
  it.each([
    ['in the middle', { exitCode: 255, stdout: 'half of' }],
    ['before it begins', NO_ENGINE],
  ])('says nothing of how that ended: %s', async (_when, result) => {
    const { project } = projectWhere(result, [['{{.Id}}', NO_ENGINE]])
    expect(await rejection(project.run('web', LINE, signal))).toMatchObject({
      code: 'docker-unreachable',
      verdict: 'errored',
    })
  })

  it.each([
    ['255', { exitCode: 255, stdout: 'PHP Fatal error' }, {}],
    [
      '255, its container gone',
      { exitCode: 255, stdout: '' },
      { exitCode: 1, stderr: 'Error: No such container: id1' },
    ],
    ['the words of another client', NO_ENGINE, {}],
    ['1', { exitCode: 1 }, NO_ENGINE],
    ['0', { exitCode: 0 }, NO_ENGINE],
  ])('is told from a command that ends so by itself: %s', async (_how, result, inspect) => {
    const { project } = projectWhere(result, [['{{.Id}}', inspect]])
    expect(await project.run('web', LINE, signal)).toMatchObject(result)
  })
})

describe('a command whose end inside its container is not sure', () => {
  const reason = new Error('its time is over')
  const paused = {
    exitCode: 1,
    stderr: 'Error response from daemon: Container id1 is paused, unpause the container before exec',
  }

  it.each([
    ['paused', paused, 1],
    ['of an engine that is gone', NO_ENGINE, 1],
    ['without a shell', { exitCode: 127 }, 1],
    ['stopped', { exitCode: 1, stderr: 'Error response from daemon: Container id1 is not running' }, 0],
    ['removed', { exitCode: 1, stderr: 'Error: No such container: id1' }, 0],
    ['stopped, by Podman', { exitCode: 255, stderr: 'Error: can only create exec sessions on running containers' }, 0],
    ['that runs', {}, 0],
  ])('is told of where it may go on: in one that is %s', async (_how, ended, told) => {
    const { project, notices } = projectWhere(reason, [['exec id1 sh', ended]])
    expect(await rejection(project.run('web', LINE, signal))).toBe(reason)
    expect(notices).toHaveLength(told)
  })

  it('is ended over another connection where its own was lost, before the project is closed', async () => {
    const lost = new CheckError({ code: 'ssh-connection-lost', message: 'Cut.', hint: 'Look.' })
    const { promise: ends, resolve: end } = Promise.withResolvers<CommandResult>()
    const { machine, lines } = fakeMachine([
      ['--interactive', lost],
      ['compose config', { stdout: CONFIG_JSON }],
      ['ps --all', { stdout: 'id1\n' }],
      ['inspect', { stdout: inspected({ id: 'id1' }) }],
    ])
    const ending: string[] = []
    const run: Machine['run'] = (command, given) => {
      if (!words(command).join(' ').includes('exec id1 sh')) return machine.run(command, given)
      ending.push(words(command).at(-1) ?? '')
      return ends
    }
    const project = new EngineProject({ ...machine, run }, { files: [], profiles: [] }, () => undefined)
    // The check waits for nothing.
    expect(await rejection(project.run('web', LINE, signal))).toBe(lost)
    const mark = /VERIFY_DEPLOY_PROCESS=\S+/.exec(lines().at(-1) ?? '')?.[0]
    expect(ending).toEqual([mark])
    let closed = false
    const closing = project[Symbol.asyncDispose]().then(() => {
      closed = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(closed).toBe(false)
    end({ exitCode: 0, stdout: '', stderr: '' })
    await closing
  })
})

describe('a project that is closed', () => {
  it('waits until a command that was aborted is ended inside its container too', async () => {
    const { machine, lines } = fakeMachine([
      ['compose config', { stdout: CONFIG_JSON }],
      ['ps --all', { stdout: 'id1\n' }],
      ['inspect', { stdout: inspected({ id: 'id1' }) }],
      ['exec id1 sh', {}],
    ])
    const { promise: over, reject: end } = Promise.withResolvers<never>()
    const run: Machine['run'] = (command, given) =>
      words(command).includes('--interactive') ? over : machine.run(command, given)
    const project = new EngineProject({ ...machine, run }, { files: [], profiles: [] }, () => undefined)
    const stop = new AbortController()
    const running = project.run('web', { run: { words: ['sleep'] }, environment: {} }, stop.signal)
    running.catch(() => undefined)
    await expect.poll(() => lines().length).toBe(3)
    stop.abort(new Error('cancelled'))
    const closed = project[Symbol.asyncDispose]().then(() => lines().at(-1))
    await new Promise(resolve => setImmediate(resolve))
    end(stop.signal.reason)
    expect(await closed).toContain('exec id1 sh -c')
  })
})
