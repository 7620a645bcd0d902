import { knownName, type SshTarget } from './ssh-target.ts'

/** Where the client finds what was written for it. */
export interface ClientFiles {
  readonly control: string
  readonly knownHosts: string
  readonly key: string | undefined
}

/** What the client prints on its standard output once it is logged in and its control socket listens. */
export const READY = 'ready'

/**
 * The words that start a client which only holds a connection open (ssh(1), ssh_config(5)). Nothing of the user's
 * configuration counts, nothing is asked, nothing is learnt, and no host key is accepted that `knownHosts` does not hold.
 * `address` is where to connect when that is not the server itself.
 */
export function masterWords(
  target: SshTarget,
  files: ClientFiles,
  address: { readonly host: string; readonly port: number } = target,
): readonly string[] {
  const rerouted = address !== target
  const options: Readonly<Record<string, string>> = {
    ...SETTINGS,
    ...identity(target, files),
    ConnectTimeout: String(Math.ceil(target.connectTimeoutMs / 1_000)),
    UserKnownHostsFile: files.knownHosts,
    ...(rerouted ? { HostKeyAlias: knownName(target) } : {}),
  }
  const given = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  const user = target.user === undefined ? [] : ['-l', target.user]
  return [
    'ssh',
    '-F',
    'none',
    '-v',
    '-M',
    '-N',
    '-T',
    '-S',
    files.control,
    ...given,
    '-p',
    String(address.port),
    ...user,
    '--',
    address.host,
  ]
}

const SETTINGS: Readonly<Record<string, string>> = {
  BatchMode: 'yes',
  PreferredAuthentications: 'publickey',
  PasswordAuthentication: 'no',
  KbdInteractiveAuthentication: 'no',
  StrictHostKeyChecking: 'yes',
  GlobalKnownHostsFile: '/dev/null',
  UpdateHostKeys: 'no',
  VerifyHostKeyDNS: 'no',
  CheckHostIP: 'no',
  ControlPersist: 'no',
  ConnectionAttempts: '1',
  // Of a connection that nobody answers on any more it is known after 15 s.
  ServerAliveInterval: '5',
  ServerAliveCountMax: '3',
  ForwardAgent: 'no',
  ForwardX11: 'no',
  AddKeysToAgent: 'no',
  PermitLocalCommand: 'yes',
  LocalCommand: `echo ${READY}`,
}

/** With a key only that one is offered: a server closes the connection after a few that it does not know. */
function identity({ key, agent }: SshTarget, files: ClientFiles): Readonly<Record<string, string>> {
  return {
    IdentityAgent: agent ? 'SSH_AUTH_SOCK' : 'none',
    IdentitiesOnly: agent && key === undefined ? 'no' : 'yes',
    ...(files.key === undefined ? {} : { IdentityFile: files.key }),
  }
}
