import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../../scripts/free-port.ts'
import type { CheckError } from '../../../src/model/check-error.ts'
import type { SshTarget } from '../../../src/transport/ssh/ssh-target.ts'
import { rejection } from '../../kinds/builders.ts'
import { describeWithSshd, makeKey, type SshServer, startSshd } from '../../real-stack.ts'
import { faultOf, fingerprint, folderOf, machineFor, never, refusals, sh } from './machines.ts'

let sshd: SshServer
const fault = (given: Partial<SshTarget>, environment?: NodeJS.ProcessEnv): Promise<CheckError> =>
  faultOf(sshd, given, environment)

async function newKey(): Promise<string> {
  const path = join(folderOf('key-'), 'key')
  await makeKey(path)
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
afterAll(() => sshd?.[Symbol.asyncDispose]())

describeWithSshd('a login that fails', () => {
  it('tells of a key that the server does not know', async () => {
    expect(await fault({ key: await newKey() })).toMatchObject({
      code: 'ssh-key-refused',
      verdict: 'errored',
      endpoint: `127.0.0.1:${sshd.port}`,
      hint: expect.stringContaining('authorized_keys'),
    })
  })

  it('is not tried again for each command, so that the server does not shut us out', async () => {
    const machine = machineFor(sshd, { key: await newKey() })
    const before = refusals(sshd)
    for (let command = 0; command < 6; command += 1) {
      expect(await rejection(machine.run(sh('true'), never))).toMatchObject({ code: 'ssh-key-refused' })
    }
    await expect.poll(() => refusals(sshd) - before).toBe(2)
  })

  it('tells that no key was given', async () => {
    const hint = expect.stringContaining('No `key` is given')
    expect(await fault({ key: undefined })).toMatchObject({ code: 'ssh-key-refused', hint })
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
    await fault({ key: await newKey() }, { ...process.env, TMPDIR: temporary })
    expect(readdirSync(temporary)).toEqual([])
  })
})

describeWithSshd('an agent', () => {
  it('is used when it is asked for, also for a key with a passphrase, and never otherwise', async () => {
    const folder = folderOf('a-')
    const agent = spawn('ssh-agent', ['-D', '-a', join(folder, 'agent')], { stdio: 'ignore' })
    onTestFinished(() => void agent.kill())
    await expect.poll(() => existsSync(join(folder, 'agent')), { timeout: 10_000 }).toBe(true)
    const environment = { ...process.env, SSH_AUTH_SOCK: join(folder, 'agent') }
    writeFileSync(join(folder, 'key'), sshd.key, { mode: 0o600 })
    execFileSync('ssh-add', ['-q', join(folder, 'key')], { env: environment, stdio: 'ignore' })
    const run = (given: Partial<SshTarget>) => machineFor(sshd, given, environment).run(sh('echo in'), never)
    expect((await run({ agent: true, key: undefined })).stdout).toBe('in\n')
    expect(await rejection(run({ key: await newKey() }))).toMatchObject({ code: 'ssh-key-refused' })
    execFileSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', 'a passphrase', '-f', join(folder, 'key')])
    const locked = readFileSync(join(folder, 'key'), 'utf8')
    expect(await rejection(run({ key: locked }))).toMatchObject({ code: 'ssh-key-encrypted' })
    expect((await run({ agent: true, key: locked })).stdout).toBe('in\n')
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
    ['stands in known_hosts without its name', () => ({ knownHosts: sshd.hostKeys.ed25519 })],
    ['stands in known_hosts as a fingerprint', () => ({ knownHosts: `256 SHA256:${'A'.repeat(43)} a (ED25519)\n` })],
    ['is not in known_hosts', () => ({ knownHosts: `other.example ${sshd.hostKeys.ed25519}\n` })],
    [
      'has no fingerprint that is listed',
      () => ({ knownHosts: undefined, fingerprints: [`SHA256:${'A'.repeat(43)}`] }),
    ],
  ] as const)('is shown when it %s', async (how, given) => {
    const error = await fault(given())
    expect(error).toMatchObject({ code: 'ssh-host-key-unknown', hint: expect.stringContaining('ssh-keygen -lf') })
    expect(error.hint).toContain(`ssh-keyscan -p ${sshd.port} 127.0.0.1`)
    expect(error.hint.includes('is a fingerprint')).toBe(how.includes('a fingerprint'))
    expect(error.hint.includes('the name of the host first')).toBe(how.includes('without its name'))
    for (const key of Object.values(sshd.hostKeys)) expect(error.message).toContain(fingerprint(key))
  })

  it('is shown when it is another than known_hosts has', async () => {
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
