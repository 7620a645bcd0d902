import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CheckError } from '../../../src/model/check-error.ts'
import type { Command } from '../../../src/transport/shell.ts'
import { fingerprintOf } from '../../../src/transport/ssh/host-keys.ts'
import { SshMachine } from '../../../src/transport/ssh/ssh-machine.ts'
import type { SshTarget } from '../../../src/transport/ssh/ssh-target.ts'
import { rejection } from '../../kinds/builders.ts'
import type { SshServer } from '../../real-stack.ts'

type Environment = Readonly<Record<string, string | undefined>>

export const never: AbortSignal = new AbortController().signal

export function sh(line: string, more: Partial<Command> = {}): Command {
  return { run: { shell: line }, environment: {}, ...more }
}

/** A machine for a server, as a host of a checklist would be; disposed of with the test. */
export function machineFor(
  server: SshServer,
  given: Partial<SshTarget> = {},
  environment: Environment = process.env,
  jump?: SshMachine,
): SshMachine {
  const target = { ...targetOf(server), ...given }
  const machine = new SshMachine({ target, jump, environment, now: () => Date.now() })
  onTestFinished(() => machine[Symbol.asyncDispose]())
  return machine
}

export function targetOf({ host, port, user, key, knownHosts }: SshServer): SshTarget {
  const fixed = { agent: false, fingerprints: [], connectTimeoutMs: 10_000 }
  return { name: 'lab', host, port, user, key, knownHosts, ...fixed }
}

/** Why a command cannot be run there. */
export async function faultOf(
  server: SshServer,
  given: Partial<SshTarget> = {},
  environment: Environment = process.env,
): Promise<CheckError> {
  return (await rejection(machineFor(server, given, environment).run(sh('true'), never))) as CheckError
}

/** Of the fields of a public key. */
export function fingerprint(publicKey: string): string {
  return fingerprintOf(publicKey.split(' ')[1] ?? '')
}

/** A folder that goes with the test. */
export function folderOf(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** How often a login was refused. */
export function refusals(server: SshServer): number {
  return server.log().split(/closed by (?:authenticating|invalid) user/).length - 1
}

/** How often somebody has logged in. */
export function logins(server: SshServer): number {
  return server.log().split('Accepted publickey').length - 1
}
