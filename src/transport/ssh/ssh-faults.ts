import { CheckError } from '../../model/check-error.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { filesFault } from './private-folder.ts'
import { endpointOf, labelOf, type SshTarget } from './ssh-target.ts'

/** Why the client could not connect, by what it says in its diagnostics (OpenSSH writes them in English always). */
interface Explanation {
  readonly code: string
  readonly said: RegExp
  /** What follows the label. */
  readonly message: string
  readonly hint: string
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'ssh-name',
    said: /Could not resolve hostname/,
    message: 'cannot be reached: its name has no address',
    hint: 'Check `host`, and whether the machine that runs the checks can resolve names.',
  },
  {
    code: 'ssh-refused',
    said: /connect to .*: Connection refused/,
    message: 'cannot be reached: nothing listens on this port',
    hint: 'Does the SSH server run, and is `port` the right one?',
  },
  {
    code: 'ssh-unreachable',
    said: /connect to .*: (?:Network is unreachable|No route to host|Cannot assign|Address family)/,
    message: 'cannot be reached: there is no route to it from here',
    hint: 'Run the checks from a machine that can reach it, or go through another host with `jump`.',
  },
  {
    code: 'ssh-timeout',
    said: /connect to .*: (?:Connection timed out|Operation timed out)/,
    message: 'cannot be reached: it does not answer to connection attempts',
    hint: 'A firewall may drop the packets, or the machine is down. `connect_timeout` says how long to wait.',
  },
  {
    code: 'ssh-silent',
    said: /timed out during banner exchange|Connection to .* timed out/,
    message: 'accepts the connection and then says nothing',
    hint: 'Is it an SSH server, and is it overloaded? `connect_timeout` says how long to wait.',
  },
  {
    code: 'ssh-key-invalid',
    said: /Load key .*: (?:error in libcrypto|invalid format|incorrect passphrase)/,
    message: 'was not logged in to: the client cannot read the private key',
    hint: 'Is the key whole, with its line breaks? Compare with `ssh-keygen -yf KEY`.',
  },
  {
    code: 'ssh-key-refused',
    said: /Permission denied|Too many authentication failures|No more authentication methods/,
    message: 'refused the login',
    hint: 'Does ~/.ssh/authorized_keys of that user on the server hold the public half of this key (`ssh-keygen -yf KEY`), and is `user` right?',
  },
  {
    code: 'ssh-negotiation',
    said: /Unable to negotiate|no matching /,
    message: 'and the client here know no common cipher, key exchange or key type',
    hint: 'Compare the versions of OpenSSH on both sides.',
  },
  {
    code: 'ssh-protocol',
    said: /banner line contains invalid|Protocol mismatch|Bad packet length|kex_exchange_identification: .*(?:invalid|line)|Corrupted MAC/i,
    message: 'does not speak SSH',
    hint: 'Is `port` that of the SSH server?',
  },
  {
    code: 'ssh-closed',
    said: /Connection (?:closed|reset)|kex_exchange_identification|Broken pipe/,
    message: 'closed the connection before the login',
    hint: 'The server may turn away this address (fail2ban, AllowUsers, MaxStartups), or it is no SSH server: look at its log.',
  },
]

const NO_KEY =
  'No `key` is given, so only the key files in ~/.ssh of this machine were tried: write `key: { env: SSH_KEY }`, or `agent: true`. Is `user` right?'

/** Whether the client ended because the server's key is not the expected one. */
export function isHostKeyFault(said: string): boolean {
  return /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|host key .* revoked/i.test(said)
}

export function isChangedKey(said: string): boolean {
  return /REMOTE HOST IDENTIFICATION HAS CHANGED/.test(said)
}

/** What made the client end before it was logged in. `said` is its standard error. */
export function connectFault(target: SshTarget, said: string): CheckError {
  const label = labelOf(target)
  const told = toldIn(said)
  if (/unix_listener|ControlPath|muxserver_listen/.test(told)) return filesFault(label, shorten(told, 200))
  const known = EXPLANATIONS.find(explanation => explanation.said.test(told))
  const keyless = known?.code === 'ssh-key-refused' && target.key === undefined && !target.agent
  const words = told === '' ? '' : ` (${shorten(told, 300)})`
  return new CheckError({
    code: known?.code ?? 'ssh-failed',
    message: `${label} ${known?.message ?? 'could not be connected to'}${words}.`,
    hint: keyless ? NO_KEY : (known?.hint ?? 'Look at what the client said, and at the log of the server.'),
    endpoint: endpointOf(target),
  })
}

/**
 * Nothing came of it in `connect_timeout`: how far it got is in the client's diagnostics. Through another host it is always
 * connected, to a port of this machine; `reached` then says whether the server was.
 */
export function timeoutFault(target: SshTarget, said: string, reached: boolean | undefined): CheckError {
  const accepted = reached ?? /^debug1: Connection established/m.test(said)
  const spoke = /^debug1: Remote protocol version/m.test(said)
  const limit = `within ${target.connectTimeoutMs / 1_000} s`
  const what = spoke
    ? `did not finish the login ${limit}`
    : accepted
      ? `accepts the connection and then says nothing ${limit}`
      : `does not answer to ${reached === undefined ? 'connection attempts' : 'the connection attempts of its `jump` host'} ${limit}`
  return new CheckError({
    code: accepted ? 'ssh-silent' : 'ssh-timeout',
    message: `${labelOf(target)} ${what}.`,
    hint: accepted
      ? 'Is it an SSH server, and is it overloaded? `connect_timeout` says how long to wait.'
      : 'A firewall may drop the packets, or the machine is down. `connect_timeout` says how long to wait.',
    endpoint: endpointOf(target),
  })
}

/** The last things the client said, without its debugging and decoration, in one line. */
function toldIn(said: string): string {
  const lines = said
    .split(/[\r\n]+/)
    .filter(line => line !== '' && !/^(?:debug\d|OpenSSH_|Authenticated to|Warning: Permanently|@)/.test(line))
  return oneLine(lines.slice(-4).join(' ')).replace(/\.$/, '')
}

const LOST_HINT =
  'Look at the log of the SSH server; did the machine restart, or does something between drop connections?'

/** The words for a connection that was lost in use. */
export function lostFault(target: SshTarget, begun: boolean): CheckError {
  return new CheckError({
    code: 'ssh-connection-lost',
    message: begun
      ? `The connection to ${labelOf(target)} was cut while the command ran; how it ended is not known.`
      : `The connection to ${labelOf(target)} was cut, and again after it was opened anew.`,
    hint: LOST_HINT,
    endpoint: endpointOf(target),
  })
}

/** The words for one that was lost while another connection led through it. */
export function lostWayFault(target: SshTarget): CheckError {
  return new CheckError({
    code: 'ssh-connection-lost',
    message: `The connection to ${labelOf(target)} was cut while something was asked through it; what came of that is not known.`,
    hint: LOST_HINT,
    endpoint: endpointOf(target),
  })
}
