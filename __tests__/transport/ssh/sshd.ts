import { describe, onTestFinished } from 'vitest'
import { SshMachine } from '../../../src/transport/ssh/ssh-machine.ts'
import type { SshTarget } from '../../../src/transport/ssh/ssh-target.ts'
import { hasSshd, type Sshd } from './server.ts'

export { freePort, makeKey, type Sshd, startSshd } from './server.ts'

const isThere = hasSshd()

/** Tests that need a real sshd. Skipped loudly where there is none, and on a machine of CI required. */
export const describeWithSshd: typeof describe | typeof describe.skip =
  isThere || process.env.CI === 'true' ? describe : describe.skip
if (!isThere) process.stderr.write('No OpenSSH client and server here: the tests of SSH are SKIPPED.\n')

/** A machine for a server, as a host of a checklist would be; disposed of with the test. */
export function machineFor(
  sshd: Sshd,
  given: Partial<SshTarget> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SshMachine {
  const machine = new SshMachine({
    target: { ...targetOf(sshd), ...given },
    jump: undefined,
    environment,
    now: () => Date.now(),
  })
  onTestFinished(() => machine[Symbol.asyncDispose]())
  return machine
}

export function targetOf(sshd: Sshd): SshTarget {
  const { port, user, key, knownHosts } = sshd
  return {
    name: 'lab',
    host: '127.0.0.1',
    port,
    user,
    key,
    agent: false,
    knownHosts,
    fingerprints: [],
    connectTimeoutMs: 10_000,
  }
}
