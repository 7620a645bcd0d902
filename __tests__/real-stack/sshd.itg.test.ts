import { afterAll, beforeAll, expect, it } from 'vitest'
import { outputOf } from '../../scripts/real-stack/command.ts'
import { describeWithSshd, type SshServer, startSshd } from '../real-stack.ts'

describeWithSshd('the SSH server of the tests', () => {
  let server: SshServer
  beforeAll(async () => {
    server = await startSshd({ environment: { GREETING: 'hello there' } })
  })
  afterAll(() => server?.stop())

  const ssh = (...command: string[]) =>
    outputOf('ssh', [
      ...['-F', 'none', '-i', server.keyFile, '-p', String(server.port), '-o', 'BatchMode=yes'],
      ...['-o', `UserKnownHostsFile=${server.folder}/known`, '-o', 'StrictHostKeyChecking=accept-new'],
      `${server.user}@${server.host}`,
      ...command,
    ])

  it('lets its own key in, with the environment it was given', async () => {
    expect(await ssh('echo "$GREETING"; exit 3')).toMatchObject({ exitCode: 3, stdout: 'hello there\n' })
  })

  it('cuts what is connected, and goes on', async () => {
    const waiting = ssh('echo begun; sleep 60')
    await expect.poll(() => server.log(), { timeout: 10_000 }).toMatch(/Starting session[\s\S]*Starting session/)
    expect(await server.cut()).toBe(1)
    expect((await waiting).exitCode).toBe(255)
    expect((await ssh('true')).exitCode).toBe(0)
  })

  it('names the host keys that it shows', async () => {
    const { stdout } = await outputOf('ssh-keyscan', ['-p', String(server.port), '127.0.0.1'])
    expect(stdout).toContain(server.knownHosts.trim())
    for (const key of Object.values(server.hostKeys)) expect(stdout).toContain(key)
  })
})
