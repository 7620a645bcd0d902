import { CheckError } from '../model/check-error.ts'
import type { HostSpec } from '../model/connections.ts'
import type { Filled } from '../model/template.ts'
import type { SshTarget } from '../transport/ssh/ssh-target.ts'

const CONNECT_TIMEOUT_MS = 10_000

/** What the client needs of a host's `ssh`. Throws a CheckError for what cannot be meant. */
export function sshTarget(name: string, ssh: NonNullable<Filled<HostSpec>['ssh']>): SshTarget {
  const host = ssh.host.replace(/^\[(.*)\]$/, '$1')
  // With two colons and more it is an IPv6 address.
  if (/^[^:]*:[^:]*$/.test(host) || !/^[\w:%][\w.:%-]*$/.test(host))
    throw invalid('host', ssh.host, name, 'Write a name or an address alone; the rest stands under `user` and `port`.')
  if (ssh.user !== undefined && !/^[^\s'`"|;<>&$\\{}()-][^\s'`"|;<>&$\\{}()]*$/.test(ssh.user)) {
    throw invalid('user', ssh.user, name, 'Write the name of the user to log in as.')
  }
  return {
    name,
    host,
    port: portOf(ssh.port, name),
    user: ssh.user,
    key: ssh.key,
    agent: ssh.agent ?? false,
    knownHosts: ssh.known_hosts,
    fingerprints: ssh.fingerprints ?? [],
    connectTimeoutMs: ssh.connect_timeout ?? CONNECT_TIMEOUT_MS,
  }
}

function portOf(text: string | undefined, name: string): number {
  const port = Number(text ?? 22)
  if (/^\d{1,5}$/.test(text ?? '22') && port > 0 && port < 65_536) return port
  throw invalid('port', text ?? '', name, 'Write a number from 1 to 65535.')
}

function invalid(field: string, text: string, name: string, hint: string): CheckError {
  return new CheckError({
    code: 'ssh-address',
    message: `\`${text}\` cannot be the \`${field}\` of the host \`${name}\`.`,
    hint,
  })
}
