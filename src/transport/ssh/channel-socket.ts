import { connect, createServer, type Socket } from 'node:net'
import { CheckError } from '../../model/check-error.ts'
import { errorCode } from '../../model/error-code.ts'
import { formatAddress } from '../address.ts'
import { abortable } from '../dial.ts'
import type { MachineAddress } from '../machine.ts'
import { networkError } from '../network-error.ts'
import { WayLost } from '../way-lost.ts'
import type { Channel } from './channel.ts'
import { ChannelRefused, LinkLost, type MuxLink } from './mux-link.ts'
import { filesFault } from './private-folder.ts'

interface SocketOptions {
  readonly label: string
  /** The words for a machine that is lost while the socket is open: its reader gets them as a {@link WayLost}. */
  readonly lost: () => CheckError
  readonly signal: AbortSignal
}

interface Through {
  readonly link: MuxLink
  /** Where a socket may stand for a moment. */
  readonly folder: string
}

/**
 * Connects from the machine to an address (RFC 4254, 7.2; PROTOCOL, 2.4 for Unix sockets) and resolves once the other end
 * has accepted. Rejects with a LinkLost, the signal's reason, or a CheckError with the code of a direct connection.
 */
export async function channelSocket(through: Through, to: MachineAddress, options: SocketOptions): Promise<Socket> {
  const { link } = through
  const { label, signal } = options
  const opening =
    'path' in to
      ? link.openChannel('direct-streamlocal@openssh.com', to.path, '', 0)
      : link.openChannel('direct-tcpip', to.host, to.port, '127.0.0.1', 0)
  try {
    const channel = await abortable(opening, signal)
    return await socketOf(channel, through, options)
  } catch (error) {
    opening.then(
      channel => channel.close(),
      () => undefined,
    )
    throw error instanceof ChannelRefused ? refusal(error, to, label) : error
  }
}

let sockets = 0

/** A real socket whose other end is the channel. */
async function socketOf(channel: Channel, { link, folder }: Through, { label, lost }: SocketOptions): Promise<Socket> {
  sockets += 1
  const { near, far } = await socketPair(`${folder}/n${sockets}`).catch((error: unknown) => {
    // The folder goes with the connection.
    throw link.isLost ? new LinkLost('The connection is lost') : filesFault(label, errorText(folder, error), error)
  })
  join(far, channel)
  // An end that is not the other side's must not look like it: it may stand for the end of an answer.
  channel.ended.then(() => {
    if (channel.isCutOff) near.destroy(new WayLost(lost()))
  })
  return near
}

/** Both ends of a connection within this program. Rejects with what the system says. */
function socketPair(path: string): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const server = createServer({ allowHalfOpen: true })
  return new Promise<{ readonly near: Socket; readonly far: Socket }>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      const near = connect({ path })
      // Stays for good: between here and the next owner an error must not end the process.
      near.on('error', reject)
      near.once('close', () => reject(new Error('The socket was closed')))
      server.once('connection', far => resolve({ near, far }))
    })
  }).finally(() => server.close())
}

function errorText(folder: string, error: unknown): string {
  return `${folder}: ${errorCode(error) ?? error}`
}

function join(far: Socket, channel: Channel): void {
  far.on('error', () => channel.close())
  far.once('close', () => channel.close())
  far.pipe(channel.stdin)
  channel.stdout.pipe(far)
  channel.stderr.resume()
  channel.ended.then(() => {
    if (!channel.stdout.readableEnded && channel.stdout.readableLength === 0) far.end()
  })
}

/** What sshd says of a connection that could not be made is what its system said. */
const SYSTEM: readonly (readonly [said: RegExp, code: string])[] = [
  [/refused/i, 'ECONNREFUSED'],
  [/timed out/i, 'ETIMEDOUT'],
  [/no route/i, 'EHOSTUNREACH'],
  [/unreachable/i, 'ENETUNREACH'],
  [/name resolution/i, 'EAI_AGAIN'],
  [/unknown host|not known|nodename|no address associated/i, 'ENOTFOUND'],
]

/** Of a name without a dot. */
const SERVICE_NAME =
  'Is it the name of a Compose service? Only containers know that: ask for a port that is published on the host, such as `127.0.0.1:8000`, or look from inside with `run: { host, service, command }`.'

function refusal({ reason, message }: ChannelRefused, to: MachineAddress, label: string): unknown {
  const endpoint = 'path' in to ? to.path : formatAddress(to)
  if (reason !== 'connect-failed') {
    return new CheckError({
      code: 'ssh-forwarding-refused',
      message: `${label} does not let connections through to ${endpoint} (${message}).`,
      hint: 'Look at AllowTcpForwarding, AllowStreamLocalForwarding, PermitOpen and DisableForwarding in sshd_config, and at the options of the key in authorized_keys.',
      endpoint,
    })
  }
  const [, code = 'EUNKNOWN'] = SYSTEM.find(([said]) => said.test(message)) ?? []
  const fault = networkError(Object.assign(new Error(message), { code }), endpoint)
  if (!(fault instanceof CheckError)) return fault
  return new CheckError({
    code: fault.code,
    message: `${fault.message.replace(/\.$/, '')}, from ${label}.`,
    hint: code === 'ENOTFOUND' && 'host' in to && !/[.:]/.test(to.host) ? SERVICE_NAME : fault.hint,
    endpoint,
    details: { ...fault.details, ssh: message },
  })
}
