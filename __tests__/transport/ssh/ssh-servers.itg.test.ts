import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../../scripts/free-port.ts'
import type { SshTarget } from '../../../src/transport/ssh/ssh-target.ts'
import { rejection } from '../../kinds/builders.ts'
import { describeWithSshd, type SshServer, startSshd } from '../../real-stack.ts'
import { faultOf, fingerprint, folderOf, logins, machineFor, never, sh, targetOf } from './machines.ts'

let sshd: SshServer

beforeAll(async () => {
  sshd = await startSshd()
})
afterAll(() => sshd?.[Symbol.asyncDispose]())

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

  const installed = ['sh', 'dash', 'bash', 'zsh', 'fish', 'tcsh', 'busybox'].filter(
    shell => spawnSync(shell, ['-c', 'true']).error === undefined,
  )
  it.each(installed)('has whichever login shell: %s', async name => {
    const shell = name === 'busybox' ? 'busybox sh' : name
    await using own = await startSshd({ keyOptions: `command="exec ${shell} -c \\"$SSH_ORIGINAL_COMMAND\\""` })
    const environment = { A: "it's\nü" }
    expect((await machineFor(own).run(sh('echo "$A"', { environment }), never)).stdout).toBe("it's\nü\n")
  })

  it.each([
    ['an account without a shell', 'command="echo This account is currently not available.; exit 1"', 'not available'],
    ['a command of its own that repeats what it hears', 'command="exec cat"', ''],
    ['a command of its own that says nothing', 'command="true"', 'gives no shell'],
  ])('tells of %s', async (_, keyOptions, said) => {
    await using own = await startSshd({ keyOptions })
    const error = await faultOf(own, { connectTimeoutMs: 3_000 })
    expect(error).toMatchObject({ code: 'ssh-no-shell', message: expect.stringContaining(said) })
  })

  it('gives no shell either where one of its two outputs goes nowhere', async () => {
    await using own = await startSshd({ keyOptions: 'command="sh -c \\"$SSH_ORIGINAL_COMMAND\\" 2>/dev/null"' })
    expect(await faultOf(own, { connectTimeoutMs: 1_500 })).toMatchObject({ code: 'ssh-no-shell' })
  })

  it('allows fewer sessions than there are commands', async () => {
    await using own = await startSshd({ config: ['MaxSessions 2'] })
    const machine = machineFor(own)
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => machine.run(sh(`sleep 0.1; echo ${index}`), never)),
    )
    expect(results.map(({ stdout }) => stdout)).toEqual(['0\n', '1\n', '2\n', '3\n', '4\n', '5\n'])
  })

  it('allows one session, and counts it on for a while when it is closed', async () => {
    await using own = await startSshd({ config: ['MaxSessions 1'] })
    const machine = machineFor(own)
    for (const stdin of ['one', 'two', 'three', 'four']) {
      expect(await machine.run(sh('cat', { stdin }), never)).toEqual({ exitCode: 0, stdout: stdin, stderr: '' })
    }
  })

  it('allows two, and has one for the next command when one was ended at its time-out', async () => {
    await using own = await startSshd({ config: ['MaxSessions 2'] })
    const machine = machineFor(own)
    for (const stdin of [undefined, 'one']) {
      const stop = new AbortController()
      const begun = join(folderOf('b-'), 'begun')
      const input = stdin === undefined ? {} : { stdin }
      const running = machine.run(sh(`echo > ${begun}; sleep 20`, input), stop.signal)
      running.catch(() => undefined)
      await expect.poll(() => readdirSync(join(begun, '..')), { timeout: 10_000 }).toContain('begun')
      stop.abort(new Error('its time is over'))
      // A check that is over waits for nothing: the next one begins while this one is being ended.
      expect((await machine.run(sh('cat', { stdin: 'next' }), never)).stdout).toBe('next')
      await rejection(running)
    }
  })

  it('allows no session at all', async () => {
    await using own = await startSshd({ config: ['MaxSessions 0'] })
    expect(await faultOf(own)).toMatchObject({ code: 'ssh-sessions' })
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
    await own.cut()
    expect(await rejection(running)).toMatchObject({ code: 'ssh-connection-lost', verdict: 'errored' })
    expect((await machine.run(sh('echo again'), never)).stdout).toBe('again\n')
  })

  it('between two commands is opened anew without a word', async () => {
    await using own = await startSshd()
    const machine = machineFor(own)
    await machine.run(sh('true'), never)
    await own.cut()
    expect((await machine.run(sh('echo again'), never)).stdout).toBe('again\n')
  })

  it('is told from the one after it', async () => {
    await using own = await startSshd({ config: ['AllowTcpForwarding no'] })
    const machine = machineFor(own)
    const way = await machine.answers(never)
    expect(await machine.answers(never)).toBe(way)
    await own.cut()
    await machine.run(sh('true'), never)
    expect(await machine.answers(never)).not.toBe(way)
  })

  it('again and again errs', async () => {
    await using own = await startSshd({ keyOptions: 'command="kill -9 $PPID; sleep 1"' })
    expect(await faultOf(own)).toMatchObject({ code: 'ssh-connection-lost' })
    expect(logins(own)).toBe(2)
  })

  it('under a connection through it is no end of what that says', async () => {
    await using own = await startSshd()
    const server = createServer(socket => socket.on('error', () => undefined).write('half of an answer'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const socket = await machineFor(own).connect({ host: '127.0.0.1', port }, never)
    const seen: string[] = []
    socket.on('data', data => seen.push(String(data))).on('end', () => seen.push('end'))
    const ended = new Promise(resolve => socket.on('error', resolve))
    await expect.poll(() => seen).toEqual(['half of an answer'])
    await own.cut()
    expect(await ended).toMatchObject({ code: 'ECONNRESET' })
    expect(seen).toEqual(['half of an answer'])
    server.close()
  })

  it('under streams ends them with an error', async () => {
    await using own = await startSshd()
    const command = await machineFor(own).start(sh('echo begun; sleep 5'), never)
    await new Promise(resolve => command.stdout.once('data', resolve))
    await own.cut()
    command.stdout.resume()
    expect(await rejection(command.ended)).toMatchObject({ code: 'ssh-connection-lost' })
  })
})

describeWithSshd('a machine behind another', () => {
  it('is reached through it, its own host key verified', async () => {
    await using inner = await startSshd({ address: '127.0.0.2' })
    const jump = machineFor(sshd)
    const through = (given: Partial<SshTarget>) => machineFor(inner, given, process.env, jump)
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

  it('that does not answer is not said to have accepted the connection', async () => {
    const { SshMachine } = await import('../../../src/transport/ssh/ssh-machine.ts')
    const jump = Object.assign(machineFor(sshd), { connect: () => new Promise<never>(() => undefined) })
    const target = { ...targetOf(sshd), connectTimeoutMs: 300 }
    const machine = new SshMachine({ target, jump, environment: process.env, now: () => Date.now() })
    onTestFinished(() => machine[Symbol.asyncDispose]())
    const silent = await rejection(machine.run(sh('true'), never))
    const message = expect.stringContaining('does not answer to the connection attempts of its `jump` host')
    expect(silent).toMatchObject({ code: 'ssh-timeout', message })
  })
})

describeWithSshd('an IPv6 address', () => {
  it('is one like any other', async () => {
    await using own = await startSshd({ address: '::1' })
    expect((await machineFor(own).run(sh('echo in'), never)).stdout).toBe('in\n')
  })
})
