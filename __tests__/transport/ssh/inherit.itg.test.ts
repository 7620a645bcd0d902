import { afterAll, beforeAll, expect, it } from 'vitest'
import { SshMachine } from '../../../src/transport/ssh/ssh-machine.ts'
import { describeWithSshd, type SshServer, startSshd } from '../../real-stack.ts'

const SHOW = 'env | grep -E "^(DOCKER_HOST|COMPOSE_FILE|OTHER|_vd)" | sort'

describeWithSshd('a command on a server', () => {
  let server: SshServer
  let machine: SshMachine
  beforeAll(async () => {
    server = await startSshd({ environment: { DOCKER_HOST: "unix:///it's here", OTHER: 'hidden' } })
    const { host, port, user, key, knownHosts } = server
    const target = {
      name: 'prod',
      host,
      port,
      user,
      key,
      agent: false,
      knownHosts,
      fingerprints: [],
      connectTimeoutMs: 5_000,
    }
    machine = new SshMachine({ target, jump: undefined, environment: process.env, now: () => Date.now() })
  })
  afterAll(async () => {
    await machine?.[Symbol.asyncDispose]()
    await server?.stop()
  })

  const show = async (...inherit: string[]): Promise<string> =>
    (await machine.run({ run: { shell: SHOW }, environment: {}, inherit }, new AbortController().signal)).stdout

  it('sees of the variables that lead to an engine those that it inherits, time after time', async () => {
    const seen = "DOCKER_HOST=unix:///it's here\n"
    for (let round = 0; round < 2; round += 1) {
      expect(await show('DOCKER_HOST', 'COMPOSE_FILE')).toBe(seen)
      await expect(show()).resolves.toBe('')
    }
  })
})
