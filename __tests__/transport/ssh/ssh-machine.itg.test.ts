import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Command } from '../../../src/transport/shell.ts'
import { rejection } from '../../kinds/builders.ts'
import { describeWithSshd, type SshServer, startSshd } from '../../real-stack.ts'
import { folderOf, logins, machineFor, never, sh, targetOf } from './machines.ts'

let sshd: SshServer
let folder: string
const words = (...list: readonly string[]): Command => ({ run: { words: list }, environment: {} })
const file = (name: string): string => join(folder, name)
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
const pidIn = (name: string): number => Number(readFileSync(file(name), 'utf8'))

describeWithSshd('a command on a machine', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssh-'))
    sshd = await startSshd()
  })
  afterAll(async () => {
    await sshd?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['true', 0],
    ['exit 7', 7],
    ['exit 255', 255],
    ['false | true', 1],
    ['false; true', 1],
    ['kill -9 $$', 137],
    ['kill -TERM $$', 143],
    ['no-such-command-at-all', 127],
  ])('ends with the exit code a shell would tell, with and without input: %s', async (line, code) => {
    const machine = machineFor(sshd)
    const results = [await machine.run(sh(line), never), await machine.run(sh(line, { stdin: '' }), never)]
    expect(results.map(({ exitCode }) => exitCode)).toEqual([code, code])
    if (code !== 127) expect(results.map(({ stderr }) => stderr)).toEqual(['', ''])
  })

  it('has two outputs, which need no line feed at their end', async () => {
    const result = await machineFor(sshd).run(sh('printf out; printf err >&2'), never)
    expect(result).toEqual({ exitCode: 0, stdout: 'out', stderr: 'err' })
  })

  it('is passed word by word when it is a list', async () => {
    const list = ['a b', "it's", '$HOME', '"; exit 1', '`id`', 'x\ny\n', '\r', '-n', '', 'ünïcödé ✓', '!!', '\\']
    const { stdout } = await machineFor(sshd).run(words('printf', '%s|', ...list), never)
    expect(stdout).toBe(list.map(word => `${word}|`).join(''))
  })

  it('sees only the environment it is given, whatever stands in it', async () => {
    const environment = { A: 'it\'s\n$(id) `id` "\\', B: '', C: '-x' }
    const { stdout } = await machineFor(sshd).run({ ...words('env', '-0'), environment }, never)
    const seen = Object.fromEntries(
      stdout
        .split('\0')
        .filter(Boolean)
        .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    expect(seen).toMatchObject(environment)
    expect(
      Object.keys(seen).filter(
        name => !['A', 'B', 'C', 'PATH', 'HOME', 'LANG', 'TMPDIR', 'PWD', 'SHLVL', '_'].includes(name),
      ),
    ).toEqual([])
  })

  it('reads its standard input, and nothing when there is none', async () => {
    const machine = machineFor(sshd)
    const text = 'given\n'.repeat(100_000)
    expect((await machine.run(sh('cat', { stdin: text }), never)).stdout).toBe(text)
    expect((await machine.run(sh('cat; echo end'), never)).stdout).toBe('end\n')
  })

  it('starts from the home directory, or where it is told to', async () => {
    const machine = machineFor(sshd)
    expect((await machine.run(sh('test "$PWD" = "$HOME" && pwd'), never)).exitCode).toBe(0)
    expect((await machine.run(sh('pwd', { directory: folder }), never)).stdout).toBe(`${folder}\n`)
    expect(await rejection(machine.run(sh('pwd', { directory: 'nowhere-at-all' }), never))).toMatchObject({
      code: 'directory-missing',
    })
  })

  it.each([
    [words('no-such-command-at-all'), 'command-not-found'],
    [words('/no/such/command'), 'command-not-found'],
    [words('/etc/passwd'), 'command-not-started'],
    [words('echo', 'a\0b'), 'command-not-started'],
    [sh('true', { environment: { A: 'x'.repeat(140_000) } }), 'command-not-started'],
    [sh('yes'), 'output-too-long'],
  ])('errs when it cannot run, and its machine can still be used: %#', async (command, code) => {
    const machine = machineFor(sshd)
    const error = await rejection(machine.run(command, never))
    expect(error).toMatchObject({ code, verdict: 'errored' })
    expect((await machine.run(sh('echo still'), never)).stdout).toBe('still\n')
    expect(await rejection(machine.run({ ...command, stdin: 'x' }, never))).toMatchObject({ code })
  })

  it('names the machine on which a command is missing', async () => {
    const error = await rejection(machineFor(sshd).run(words('docker-not-here', 'ps'), never))
    expect(error).toMatchObject({ message: expect.stringContaining(`lab (${sshd.user}@127.0.0.1:${sshd.port})`) })
  })

  it('shows none of its values and nothing of its input in the list of processes', async () => {
    const environment = { SECRET: 'value-of-the-environment' }
    const { stdout } = await machineFor(sshd).run(
      sh('ps axww -o args; cat', { environment, stdin: 'text-of-the-input' }),
      never,
    )
    const [list = '', ...rest] = stdout.split('text-of-the-input')
    expect(rest).toEqual([''])
    expect(list).toContain('ps axww')
    expect(list).not.toContain('value-of-the-environment')
  })

  it('gives its streams byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256))
    const command = await machineFor(sshd).start(sh('cat; echo end >&2; exit 3'), never)
    command.stdin.end(bytes)
    const chunks: Buffer[] = []
    for await (const chunk of command.stdout) chunks.push(chunk)
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
    expect(await command.ended).toEqual({ exitCode: 3, stderr: 'end\n' })
  })

  it('is held up by what is not read, and loses nothing of it', async () => {
    const command = await machineFor(sshd).start(
      words('sh', '-c', `head -c 20000000 /dev/zero; echo > ${file('written')}`),
      never,
    )
    command.stdout.pause()
    await machineFor(sshd).run(words('sleep', '0.3'), never)
    expect(existsSync(file('written'))).toBe(false)
    let length = 0
    for await (const chunk of command.stdout) length += chunk.length
    expect(length).toBe(20_000_000)
    expect((await command.ended).exitCode).toBe(0)
  })

  it.each(['closed', 'open'] as const)('ends with its children when it is aborted: input %s', async input => {
    const machine = machineFor(sshd)
    const stop = new AbortController()
    const reason = new Error('stop')
    const line = `echo $$ > ${file('parent')}; (trap "" TERM; echo $BASHPID > ${file('child')}; exec sleep 60) & sleep 60`
    rmSync(file('child'), { force: true })
    const running = machine.run(sh(line, input === 'open' ? { stdin: 'x' } : {}), stop.signal)
    await expect.poll(() => (existsSync(file('child')) ? pidIn('child') : 0), { timeout: 10_000 }).toBeGreaterThan(0)
    stop.abort(reason)
    expect(await rejection(running)).toBe(reason)
    expect([isAlive(pidIn('parent')), isAlive(pidIn('child'))]).toEqual([false, false])
    expect((await machine.run(sh('echo still'), never)).stdout).toBe('still\n')
  })

  it('does not wait for what it leaves in the background, which writes into no other output', async () => {
    const machine = machineFor(sshd)
    const line = `(sleep 1; echo late; echo $BASHPID > ${file('late')}) & echo now`
    expect((await machine.run(sh(line), never)).stdout).toBe('now\n')
    expect((await machine.run(sh(line, { stdin: '' }), never)).stdout).toBe('now\n')
    expect((await machine.run(sh('sleep 1.2; echo next'), never)).stdout).toBe('next\n')
  })

  it.each([
    ['standard output', 1],
    ['standard error', 2],
  ])('has not ended well when what hands its %s on is killed, and the next one runs', async (_name, output) => {
    const reader = `p=$(readlink /proc/$$/fd/${output}); for f in /proc/[0-9]*/fd/0
      do [ "$(readlink "$f")" = "$p" ] && kill -9 "$(echo "$f" | cut -d/ -f3)"; done; true`
    const machine = machineFor(sshd)
    expect(await rejection(machine.run(sh(reader), never))).toMatchObject({ code: 'ssh-connection-lost' })
    expect((await machine.run(sh('echo on; echo err >&2'), never)).stderr).toBe('err\n')
  })

  it('waits in a queue behind eight others', async () => {
    const machine = machineFor(sshd)
    const line = `d=$(mktemp -d ${file('turn-XXXXXX')}); ls -d ${file('turn-')}* | wc -l; sleep 0.1; rmdir "$d"`
    const results = await Promise.all(Array.from({ length: 20 }, () => machine.run(sh(line), never)))
    const together = results.map(({ stdout }) => Number(stdout))
    expect(Math.max(...together)).toBeLessThanOrEqual(8)
    expect(Math.max(...together)).toBeGreaterThan(2)
  })

  it('is one of many over a single login', async () => {
    const before = logins(sshd)
    const machine = machineFor(sshd)
    await Promise.all(Array.from({ length: 5 }, () => machine.run(sh('true'), never)))
    await machine.run(sh('true', { stdin: 'x' }), never)
    expect(logins(sshd) - before).toBe(1)
  })
})

describeWithSshd('the files of a connection', () => {
  beforeAll(async () => {
    sshd = await startSshd()
  })
  afterAll(() => sshd[Symbol.asyncDispose]())

  it('are private, and gone at the end, also after cancellation', async () => {
    await using own = await startSshd()
    const temporary = folderOf('t-')
    const machine = machineFor(own, {}, { ...process.env, TMPDIR: temporary })
    const stop = new AbortController()
    const running = machine.run(sh('sleep 60'), stop.signal)
    await expect
      .poll(() => readdirSync(temporary).flatMap(name => readdirSync(join(temporary, name))), { timeout: 10_000 })
      .toContain('ctl')
    stop.abort(new Error('cancelled'))
    await rejection(running)
    await machine[Symbol.asyncDispose]()
    expect(readdirSync(temporary)).toEqual([])
  })

  it('and its client are gone when this program ends at once, also in the middle of the login', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 't-'))
    const silent = createServer()
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const target = { ...targetOf(sshd), port, knownHosts: `[127.0.0.1]:${port} ${sshd.hostKeys.ed25519}\n` }
    const program = `
      import { SshMachine } from ${JSON.stringify(join(import.meta.dirname, '../../../src/transport/ssh/ssh-machine.ts'))}
      const machine = new SshMachine({ ...${JSON.stringify({ target, environment: { ...process.env, TMPDIR: temporary } })}, now: Date.now })
      machine.run({ run: { shell: 'true' }, environment: {} }, new AbortController().signal)
      process.stdin.once('data', () => process.exit(7))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    const socket = await new Promise<Socket>(resolve => silent.once('connection', resolve))
    const hungUp = new Promise(resolve =>
      socket
        .on('error', () => undefined)
        .resume()
        .once('close', resolve),
    )
    expect(readdirSync(temporary).flatMap(name => readdirSync(join(temporary, name)))).toContain('key')
    child.stdin.write('now')
    expect(await ended).toBe(7)
    expect(readdirSync(temporary)).toEqual([])
    await hungUp
    silent.close()
    rmSync(temporary, { recursive: true })
  })

  it('are readable by nobody else while the client starts', async () => {
    await using own = await startSshd()
    const bin = folderOf('bin-')
    const seen = join(bin, 'seen')
    const script = `#!/bin/sh\nfor w in "$@"; do case $w in IdentityFile=*) stat -c %a "\${w#*=}" "$(dirname "\${w#*=}")" >> ${seen};; esac; done\nexec /usr/bin/ssh "$@"\n`
    writeFileSync(join(bin, 'ssh'), script, { mode: 0o755 })
    await machineFor(own, {}, { ...process.env, PATH: `${bin}:${process.env.PATH}` }).run(sh('true'), never)
    expect(readFileSync(seen, 'utf8')).toBe('600\n700\n')
  })
})

describeWithSshd('the clock of a machine', () => {
  it('is read anew when the check that read it ended before it was', async () => {
    await using own = await startSshd()
    const machine = machineFor(own)
    const stop = new AbortController()
    const first = machine.clockOffset(stop.signal)
    const second = machine.clockOffset(never)
    stop.abort(new Error('the end of another check'))
    await rejection(first)
    expect(Math.abs(await second)).toBeLessThan(500)
  })

  it('is told against ours', async () => {
    await using own = await startSshd()
    expect(Math.abs(await machineFor(own).clockOffset(never))).toBeLessThan(500)
  })

  it.each(['+%s.%N', '+%s'])('may be five minutes ahead, with %s', async format => {
    const bin = folderOf('bin-')
    writeFileSync(join(bin, 'date'), `#!/bin/sh\nexec /bin/date -u -d '+5 minutes' ${format}\n`, { mode: 0o755 })
    await using own = await startSshd({
      config: [`SetEnv PATH=${bin}:/usr/bin:/bin`],
      keyOptions: `command="PATH=${bin}:/usr/bin:/bin; export PATH; exec sh -c \\"$SSH_ORIGINAL_COMMAND\\""`,
    })
    const offset = await machineFor(own).clockOffset(never)
    expect(Math.abs(offset - 300_000)).toBeLessThan(1_200)
  })
})
