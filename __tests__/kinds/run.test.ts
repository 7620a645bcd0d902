import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runKind } from '../../src/kinds/run.ts'
import { codes, observe, observeContext, rejection, review, span, template } from './builders.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'))
})
afterAll(() => rm(folder, { recursive: true }))

const shell = (line: string, environment: Record<string, string> = {}) => ({ command: { line, environment } })
const look = (spec: unknown, context = observeContext({ folder })) => observe(runKind, spec, context)

describe('a command', () => {
  it('observes its exit code, what it wrote and how long it took', async () => {
    const { parts, text } = await look(shell('echo out; echo err >&2'))
    expect(parts).toEqual({ exit_code: 0, stdout: 'out', stderr: 'err', duration: expect.any(Number) })
    expect(text).toBe('out')
  })

  it.each([
    ['exit 3', 3],
    ['false | true', 1],
    ['false; true', 1],
    ['kill -9 $$', 137],
    ['kill -TERM $$', 143],
    ['no-such-command-at-all', 127],
  ])('ends with the exit code a shell would tell: %s', async (line, code) => {
    expect((await look(shell(line))).parts.exit_code).toBe(code)
  })

  it.each([
    ["printf 'a\\n'", 'a'],
    ["printf 'a\\n\\n'", 'a\n'],
    ["printf 'a\\r\\n'", 'a'],
    ["printf 'a'", 'a'],
    ['true', ''],
  ])('loses one trailing newline: %s', async (line, stdout) => {
    expect((await look(shell(line))).parts.stdout).toBe(stdout)
  })

  it('is passed word by word when it is a list', async () => {
    const { parts } = await look({ command: ['printf', '%s|', 'a b', '$HOME', '"; exit 1', ''] })
    expect(parts.stdout).toBe('a b|$HOME|"; exit 1||')
  })

  it('takes its values from the environment, where no shell reads them', async () => {
    const value = '$(touch evil) `id` "; exit 1 \'\n'
    const { parts } = await look(shell('printf %s "$VERIFY_DEPLOY_1"', { VERIFY_DEPLOY_1: value }))
    expect(parts.stdout).toBe(value.replace(/\n$/, ''))
  })

  it.each([
    ['test -n "$TOKEN"', [], true],
    [`test -n "\${TOKEN:-}"`, [], true],
    ['test -n "$TOKEN"', [{ name: 'TOKEN', nameSpan: span, value: 'x' }], false],
    ['TOKEN=; test -n "$TOKEN"', [], false],
    ['test -n "$OTHER"', [], false],
    ['test "$HOME" = /', [], false],
  ])('says of %s with env %j whether a variable of the run is missing: %s', async (line, env, expected) => {
    const environment = { PATH: process.env.PATH, HOME: '/nowhere', TOKEN: 'hunter2' }
    const { remarks } = await look({ ...shell(line), env }, observeContext({ folder, environment }))
    expect(remarks?.exit_code?.startsWith('`$TOKEN` is not handed over')).toBe(expected ? true : undefined)
    expect(JSON.stringify(remarks ?? {})).not.toContain('hunter2')
  })

  it('reads no start-up file of the shell, also when something is piped in', async () => {
    const home = await mkdtemp(join(folder, 'home-'))
    for (const name of ['.bashrc', '.bash_profile', '.profile']) await writeFile(join(home, name), 'echo started\n')
    const context = observeContext({ folder, environment: { PATH: process.env.PATH, HOME: home } })
    const { parts } = await look({ ...shell('cat'), stdin: 'piped' }, context)
    expect(parts.stdout).toBe('piped')
  })

  it('may be a script', async () => {
    const { parts } = await look({ script: 'set -u\nfor n in 1 2; do\n  echo "{{ $n }}"\ndone\n' })
    expect(parts.stdout).toBe('{{ 1 }}\n{{ 2 }}')
  })

  it('sees only the environment it is given', async () => {
    const own = observeContext({ folder, environment: { PATH: process.env.PATH, HOME: '/h', SECRET: 's', LANG: 'C' } })
    const { parts } = await look(
      { ...shell('env | grep -vE "^(PWD|SHLVL|_)=" | sort'), env: [entry('OWN', 'x y')] },
      own,
    )
    expect(parts.stdout).toBe(['HOME=/h', 'LANG=C', 'OWN=x y', `PATH=${process.env.PATH}`].join('\n'))
  })

  it('reads its standard input', async () => {
    expect((await look({ ...shell('cat'), stdin: 'given' })).parts.stdout).toBe('given')
    expect((await look(shell('cat'))).parts.stdout).toBe('')
    expect((await look({ ...shell('true'), stdin: 'x'.repeat(1 << 20) })).parts.exit_code).toBe(0)
  })

  it('runs in the folder of the checklist, or where it is told', async () => {
    expect((await look(shell('pwd -P'))).parts.stdout).toMatch(/run-\w+$/)
    await look(shell('mkdir -p sub'))
    expect((await look({ ...shell('basename "$PWD"'), directory: 'sub' })).parts.stdout).toBe('sub')
  })

  it.each([
    ['echo \'{"a": 9007199254740993}\'', { text: '{"a": 9007199254740993}' }],
    ['echo hello', { missing: 'The standard output is not JSON.', unreadable: true }],
    ['true', { missing: 'The standard output is empty.' }],
  ])('gives jq its standard output as JSON: %s', async (line, document) => {
    expect((await look(shell(line))).document).toEqual(document)
  })

  it('does not wait for what it leaves in the background', async () => {
    const { parts } = await look(shell('sleep 300 & echo started'))
    expect(parts.stdout).toBe('started')
  })

  it('shows what it wrote as evidence, where it wrote anything', async () => {
    const titles = async (line: string) => (await look(shell(line))).evidence().map(({ title }) => title)
    expect(await titles('echo out')).toEqual(['Standard output'])
    expect(await titles('echo out; echo err >&2')).toEqual(['Standard output', 'Standard error'])
  })

  it.each([
    ['echo boom >&2; false', true],
    ['echo note >&2', undefined],
    ['seq 13 >&2; false', undefined],
  ])('says at once why it failed, where that is short: %s', async (line, telling) => {
    expect((await look(shell(line))).evidence().at(-1)?.telling).toBe(telling)
  })

  it('owes its cleanup as soon as it runs', async () => {
    const context = observeContext({ folder })
    await look(shell('false'), context)
    expect(context.sentCount()).toBe(1)
  })
})

describe('a command that is stopped', () => {
  it('that will not end is gone when the run closes, though nobody waits for its check', async () => {
    const stop = new AbortController()
    const context = observeContext({ folder, signal: stop.signal })
    const looking = look(shell("trap '' TERM; echo $$ > stubborn; while :; do sleep 0.05; done"), context)
    looking.catch(() => undefined)
    const pid = await vi.waitFor(
      async () => {
        const written = await readFile(join(folder, 'stubborn'), 'utf8')
        expect(written).toMatch(/^\d+\n$/)
        return Number(written)
      },
      { timeout: 10_000 },
    )
    stop.abort(new Error('cancelled'))
    expect(() => process.kill(pid, 0)).not.toThrow()
    await context.close()
    expect(() => process.kill(pid, 0)).toThrow()
  })

  it('ends with all it has started, and with the reason of the signal', async () => {
    const stop = new AbortController()
    const reason = new Error('stop')
    const context = observeContext({ folder, signal: stop.signal })
    const looking = look(shell('(trap "" TERM; echo $BASHPID > pids; exec sleep 60) & sleep 60'), context)
    await expect.poll(() => readFile(join(folder, 'pids'), 'utf8').catch(() => '')).toMatch(/\d/)
    stop.abort(reason)
    expect(await rejection(looking)).toBe(reason)
    const pid = Number(await readFile(join(folder, 'pids'), 'utf8'))
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  it('writes no more than 10 MiB', async () => {
    expect(await rejection(look(shell('yes')))).toMatchObject({ code: 'output-too-long', verdict: 'errored' })
  })
})

describe('a command that cannot run errs', () => {
  it.each([
    [{ command: ['no-such-command-at-all'] }, 'command-not-found'],
    [{ command: ['/etc/passwd'] }, 'command-not-started'],
    [{ ...shell('true'), directory: 'nowhere' }, 'directory-missing'],
    [{ ...shell('true'), service: 'web', host: 'prod' }, 'host-key-missing'],
    [{ ...shell('true'), host: 'prod' }, 'host-key-missing'],
    [{ command: ['echo', 'a\0b'] }, 'command-not-started'],
  ])('%j', async (spec, code) => {
    const context = observeContext({ folder, host: async () => ({ ssh: { host: 'example.com' } }) })
    expect(await rejection(look(spec, context))).toMatchObject({ code, verdict: 'errored' })
  })

  it('but runs on a host that is the runner', async () => {
    const context = observeContext({ folder, host: async () => ({}) })
    expect((await look({ ...shell('echo here'), host: 'local' }, context)).parts.stdout).toBe('here')
  })

  it('uses sh where there is no bash', async () => {
    const own = observeContext({ folder, environment: { PATH: '/nowhere' } })
    expect(await rejection(look(shell('echo x'), own))).toMatchObject({ code: 'command-not-found' })
    const { parts } = await look(
      shell('exit 4'),
      observeContext({ folder, environment: { PATH: await pathWithout() } }),
    )
    expect(parts.exit_code).toBe(4)
  })
})

describe('a specification of a command', () => {
  const line = template('echo {{ $x }}', 'shell')
  it.each([
    [{ command: line }, []],
    [{ script: 'x' }, []],
    [{ command: line, env: [entry('A_1', template('x'))] }, []],
    [{}, ['run-one-of']],
    [{ command: line, script: 'x' }, ['run-one-of']],
    [{ command: line, service: template('web') }, ['service-without-host']],
    [{ command: line, env: [entry('1A', template('x'))] }, ['environment-name']],
    [{ command: line, host: template('pord') }, ['unknown-host']],
  ])('%# has the right faults', (spec, expected) => {
    expect(codes(review(runKind, spec, { hosts: ['prod'] }))).toEqual(expected)
  })

  it.each([
    [{ command: line }, 'echo {{ $x }}'],
    [{ command: [template('ls'), template('-l {{ $d }}')] }, 'ls -l {{ $d }}'],
    [{ script: '\necho one\necho two' }, 'script: echo one'],
  ])('describes itself: %#', (spec, description) => {
    expect(runKind.describe(spec)).toBe(description)
  })
})

function entry<V>(name: string, value: V) {
  return { name, nameSpan: span(name), value }
}

/** A process that has ended but was not collected by its parent yet is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return /^[^Z]/.test(stdout.trim())
}

/** A PATH with `sh` and no `bash`. */
async function pathWithout(): Promise<string> {
  await look(shell('mkdir -p bin && ln -sf "$(command -v sh)" bin/sh'))
  return join(folder, 'bin')
}
