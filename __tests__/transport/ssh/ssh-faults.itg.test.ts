import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { CheckError } from '../../../src/model/check-error.ts'
import type { Command } from '../../../src/transport/shell.ts'
import { fingerprintOf } from '../../../src/transport/ssh/host-keys.ts'
import type { SshTarget } from '../../../src/transport/ssh/ssh-target.ts'
import { rejection } from '../../kinds/builders.ts'
import { describeWithSshd, freePort, machineFor, makeKey, type Sshd, startSshd, targetOf } from './sshd.ts'

let sshd: Sshd
const never = new AbortController().signal
const sh = (line: string, more: Partial<Command> = {}): Command => ({ run: { shell: line }, environment: {}, ...more })
const fault = async (given: Partial<SshTarget>, environment = process.env, of = sshd): Promise<CheckError> =>
  (await rejection(machineFor(of, given, environment).run(sh('true'), never))) as CheckError
const fingerprint = (publicKey: string): string => fingerprintOf(publicKey.split(' ')[1] ?? '')

function folderOf(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function newKey(...more: readonly string[]): string {
  const path = join(folderOf('key-'), 'key')
  makeKey(path, 'ed25519', ...more)
  return readFileSync(path, 'utf8')
}

/** A server that does with its connections what is told. */
async function serve(onConnection: Parameters<typeof createServer>[1]): Promise<number> {
  const server: Server = createServer(onConnection)
  server.on('connection', socket => socket.on('error', () => undefined))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

beforeAll(async () => {
  sshd = await startSshd()
})
afterAll(() => sshd[Symbol.asyncDispose]())

describeWithSshd('a login that fails', () => {
  it('tells of a key that the server does not know', async () => {
    expect(await fault({ key: newKey() })).toMatchObject({ code: 'ssh-key-refused', verdict: 'errored' })
  })

  it('tells of a key that nobody can read', async () => {
    const broken = sshd.key.replace(/\n.{40}/, '\nAAAA')
    expect(await fault({ key: broken })).toMatchObject({ code: 'ssh-key-invalid' })
  })

  it('tells of a port where nothing listens', async () => {
    const port = await freePort()
    expect(await fault({ port })).toMatchObject({ code: 'ssh-refused' })
    expect(await fault({ port, knownHosts: undefined, fingerprints: [fingerprint(sshd.hostKeys.rsa)] })).toMatchObject({
      code: 'ssh-refused',
    })
  })

  it('tells of a name that has no address', async () => {
    expect(await fault({ host: 'nowhere.invalid' })).toMatchObject({ code: 'ssh-name' })
  })

  it('tells of a server that accepts and stays silent', async () => {
    const port = await serve(() => undefined)
    expect(await fault({ port, connectTimeoutMs: 700 })).toMatchObject({
      code: 'ssh-silent',
      message: expect.stringContaining('0.7 s'),
    })
  })

  it('tells of a server that is silent after its greeting', async () => {
    const port = await serve(socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))
    expect(await fault({ port, connectTimeoutMs: 700 })).toMatchObject({ code: 'ssh-silent' })
  })

  it('tells of a server that hangs up, and of one that speaks something else', async () => {
    expect(await fault({ port: await serve(socket => socket.destroy()) })).toMatchObject({ code: 'ssh-closed' })
    const port = await serve(socket => socket.end('\0\x01binary'.repeat(2_000)))
    expect(await fault({ port })).toMatchObject({ code: expect.stringMatching(/^ssh-(protocol|closed)$/) })
  })

  it('tells of a client that is not installed', async () => {
    expect(await fault({}, { PATH: folderOf('empty-') })).toMatchObject({ code: 'ssh-client-missing' })
    const bin = folderOf('bin-')
    symlinkSync('/usr/bin/ssh', join(bin, 'ssh'))
    expect(
      await fault({ knownHosts: undefined, fingerprints: [fingerprint(sshd.hostKeys.rsa)] }, { PATH: bin }),
    ).toMatchObject({ code: 'ssh-client-missing' })
  })

  it('tells of files that cannot be written', async () => {
    expect(await fault({}, { ...process.env, TMPDIR: '/proc/self' })).toMatchObject({ code: 'ssh-files' })
    // The socket is the client's to make: a stand-in says what it says when the disk is full.
    const bin = folderOf('bin-')
    const script =
      '#!/bin/sh\necho "unix_listener: cannot bind to path /tmp/ctl.x: No space left on device" >&2\nexit 255\n'
    writeFileSync(join(bin, 'ssh'), script, { mode: 0o755 })
    expect(await fault({}, { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` })).toMatchObject({
      code: 'ssh-files',
      message: expect.stringContaining('No space left'),
    })
  })

  it('tells of an agent that is not there', async () => {
    expect(await fault({ agent: true, key: undefined }, { PATH: process.env.PATH })).toMatchObject({
      code: 'ssh-agent-missing',
    })
  })

  it('leaves nothing behind', async () => {
    const temporary = folderOf('t-')
    await fault({ key: newKey() }, { ...process.env, TMPDIR: temporary })
    expect(readdirSync(temporary)).toEqual([])
  })
})

describeWithSshd('the key of a host', () => {
  it.each(['ed25519', 'rsa', 'ecdsa'] as const)('is known by the fingerprint of any type: %s', async type => {
    const machine = machineFor(sshd, { knownHosts: undefined, fingerprints: [fingerprint(sshd.hostKeys[type])] })
    expect((await machine.run(sh('echo in'), never)).stdout).toBe('in\n')
  })

  it.each(['ed25519', 'rsa', 'ecdsa'] as const)(
    'is known by a line of known_hosts of any type, CRLF or not: %s',
    async type => {
      const knownHosts = `# a comment\r\n[127.0.0.1]:${sshd.port} ${sshd.hostKeys[type]}\r\n`
      expect((await machineFor(sshd, { knownHosts }).run(sh('echo in'), never)).stdout).toBe('in\n')
    },
  )

  it('must be known', async () => {
    expect(await fault({ knownHosts: undefined })).toMatchObject({ code: 'host-key-missing' })
    expect(await fault({ knownHosts: '\n' })).toMatchObject({ code: 'host-key-missing' })
  })

  it.each([
    ['is not in known_hosts', () => ({ knownHosts: `other.example ${sshd.hostKeys.ed25519}\n` })],
    [
      'has no fingerprint that is listed',
      () => ({ knownHosts: undefined, fingerprints: [`SHA256:${'A'.repeat(43)}`] }),
    ],
  ] as const)('is shown when it %s', async (_, given) => {
    const error = await fault(given())
    expect(error).toMatchObject({ code: 'ssh-host-key-unknown', hint: expect.stringContaining('ssh-keygen -lf') })
    for (const key of Object.values(sshd.hostKeys)) expect(error.message).toContain(fingerprint(key))
  })

  it('is shown when it is another than known_hosts has', async () => {
    const other = newKey()
    const path = join(folderOf('k-'), 'k')
    writeFileSync(path, other, { mode: 0o600 })
    await using second = await startSshd()
    const knownHosts = `[127.0.0.1]:${sshd.port} ${second.hostKeys.ed25519}\n`
    const error = await fault({ knownHosts })
    expect(error).toMatchObject({ code: 'ssh-host-key-changed' })
    expect(error.message).toContain(fingerprint(sshd.hostKeys.ed25519))
  })

  it('is not learnt, and a fingerprint must be one', async () => {
    expect(await fault({ knownHosts: undefined, fingerprints: ['MD5:aa:bb'] })).toMatchObject({
      code: 'fingerprint-invalid',
    })
  })
})

describeWithSshd('a server that is set up otherwise', () => {
  it('prints banners that are no output', async () => {
    const noisy = 'command="echo welcome; echo warning >&2; printf half; exec sh -c \\"$SSH_ORIGINAL_COMMAND\\""'
    await using own = await startSshd({ keyOptions: noisy })
    const machine = machineFor(own)
    expect(await machine.run(sh('echo out; echo err >&2'), never)).toEqual({
      exitCode: 0,
      stdout: 'out\n',
      stderr: 'err\n',
    })
    expect(await machine.run(sh('cat', { stdin: 'in' }), never)).toEqual({ exitCode: 0, stdout: 'in', stderr: '' })
  })

  it.each(['dash', 'bash', 'zsh', 'fish', 'tcsh', 'busybox sh'])('has whichever login shell: %s', async shell => {
    await using own = await startSshd({ keyOptions: `command="exec ${shell} -c \\"$SSH_ORIGINAL_COMMAND\\""` })
    const machine = machineFor(own)
    const result = await rejection(machine.run(sh('echo "$A"', { environment: { A: "it's" } }), never)).catch(
      () => undefined,
    )
    // A shell that is not installed here says so itself.
    if (result !== undefined)
      return expect(result).toMatchObject({ code: 'ssh-no-shell', message: expect.stringContaining('not found') })
    expect((await machine.run(sh('echo "$A"', { environment: { A: "it's" } }), never)).stdout).toBe("it's\n")
  })

  it.each([
    ['an account without a shell', 'command="echo This account is currently not available.; exit 1"', 'not available'],
    ['a command of its own', 'command="exec cat"', 'exec sh -c'],
    ['no sessions at all', 'command="true"', 'gives no shell'],
  ])('tells of %s', async (_, keyOptions, said) => {
    await using own = await startSshd({ keyOptions })
    const error = await fault({ connectTimeoutMs: 1_500 }, process.env, own).catch(error => error)
    expect(error).toMatchObject({ code: 'ssh-no-shell' })
    if (!keyOptions.includes('cat')) expect(error.message).toContain(said)
  })

  it('allows fewer sessions than there are commands', async () => {
    await using own = await startSshd({ config: ['MaxSessions 2'] })
    const machine = machineFor(own)
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => machine.run(sh(`sleep 0.1; echo ${index}`), never)),
    )
    expect(results.map(({ stdout }) => stdout)).toEqual(['0\n', '1\n', '2\n', '3\n', '4\n', '5\n'])
  })

  it('allows no session at all', async () => {
    await using own = await startSshd({ config: ['MaxSessions 0'] })
    expect(await fault({}, process.env, own)).toMatchObject({ code: 'ssh-sessions' })
  })
})

describeWithSshd('a connection that is cut', () => {
  it('in the middle of a command makes that one err, and the next has a new one', async () => {
    await using own = await startSshd()
    const machine = machineFor(own)
    const begun = join(folderOf('b-'), 'begun')
    const running = machine.run(sh(`echo > ${begun}; sleep 5`), never)
    running.catch(() => undefined)
    await expect.poll(() => readdirSync(join(begun, '..')), { timeout: 10_000 }).toContain('begun')
    own.cutConnections()
    expect(await rejection(running)).toMatchObject({ code: 'ssh-connection-lost', verdict: 'errored' })
    expect((await machine.run(sh('echo again'), never)).stdout).toBe('again\n')
  })

  it('between two commands is opened anew without a word', async () => {
    await using own = await startSshd()
    const machine = machineFor(own)
    await machine.run(sh('true'), never)
    own.cutConnections()
    expect((await machine.run(sh('echo again'), never)).stdout).toBe('again\n')
  })

  it('again and again errs', async () => {
    await using own = await startSshd({ keyOptions: 'command="kill -9 $PPID; sleep 1"' })
    expect(await fault({}, process.env, own)).toMatchObject({ code: 'ssh-connection-lost' })
    expect(own.log().split('Accepted publickey').length - 1).toBe(2)
  })

  it('under streams ends them with an error', async () => {
    await using own = await startSshd()
    const command = await machineFor(own).start(sh('echo begun; sleep 5'), never)
    await new Promise(resolve => command.stdout.once('data', resolve))
    own.cutConnections()
    command.stdout.resume()
    expect(await rejection(command.ended)).toMatchObject({ code: 'ssh-connection-lost' })
  })
})

describeWithSshd('a machine behind another', () => {
  it('is reached through it, its own host key verified', async () => {
    await using inner = await startSshd({ address: '127.0.0.2' })
    const jump = machineFor(sshd)
    const { SshMachine } = await import('../../../src/transport/ssh/ssh-machine.ts')
    const through = (given: Partial<SshTarget>): InstanceType<typeof SshMachine> => {
      const target = { ...targetOf(inner), host: '127.0.0.2', ...given }
      const machine = new SshMachine({ target, jump, environment: process.env, now: () => Date.now() })
      onTestFinished(() => machine[Symbol.asyncDispose]())
      return machine
    }
    expect((await through({}).run(sh('echo in'), never)).stdout).toBe('in\n')
    expect(sshd.log()).toContain(`127.0.0.2 port ${inner.port}`)
    const byFingerprint = { knownHosts: undefined, fingerprints: [fingerprint(inner.hostKeys.rsa)] }
    expect((await through(byFingerprint).run(sh('echo in'), never)).stdout).toBe('in\n')
    const wrong = await rejection(through({ knownHosts: `other ${inner.hostKeys.rsa}\n` }).run(sh('true'), never))
    expect(wrong).toMatchObject({
      code: 'ssh-host-key-unknown',
      message: expect.stringContaining(fingerprint(inner.hostKeys.rsa)),
    })
    const closed = await rejection(through({ port: await freePort() }).run(sh('true'), never))
    expect(closed).toMatchObject({ code: 'ssh-jump-failed', message: expect.stringContaining('refused') })
  })
})

describeWithSshd('an IPv6 address', () => {
  it('is one like any other', async () => {
    await using own = await startSshd({ address: '::1' })
    expect((await machineFor(own, { host: '::1' }).run(sh('echo in'), never)).stdout).toBe('in\n')
  })
})
