import { rm } from 'node:fs/promises'
import { CheckError } from '../../model/check-error.ts'
import type { Machine } from '../machine.ts'
import { type Detour, openDetour } from './detour.ts'
import { acceptedLines, type OfferedKey, type ScanAddress, scanKeys, shownKeys } from './host-keys.ts'
import { MuxLink } from './mux-link.ts'
import { type PrivateFolder, privateFolder } from './private-folder.ts'
import { mendedKey } from './private-key.ts'
import { isChangedKey } from './ssh-faults.ts'
import { HostKeyMismatch, type SshMaster, startMaster } from './ssh-master.ts'
import { masterWords } from './ssh-options.ts'
import { endpointOf, knownName, labelOf, type SshTarget } from './ssh-target.ts'

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly target: SshTarget
  /** The machine to go through. */
  readonly jump: Machine | undefined
  /** This program's environment: PATH, HOME, TMPDIR and, for an agent, SSH_AUTH_SOCK are used. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** A login on a server, to be used through its link. Disposing of it ends the client and removes its files. */
export interface SshConnection extends AsyncDisposable {
  readonly link: MuxLink
  /** Its files may stand here too, such as sockets. */
  readonly folder: string
}

/** Rejects with a CheckError, or the signal's reason; nothing is left of it then. */
export async function openConnection(options: ConnectionOptions): Promise<SshConnection> {
  const { target, jump, environment, signal } = options
  const key =
    target.key === undefined ? undefined : mendedKey(target.key, { label: labelOf(target), agent: target.agent })
  requireAgent(target, environment)
  requireHostKeys(target)
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await privateFolder(environment.TMPDIR, labelOf(target)))
  // Only as long as the login takes: the connection goes on without it.
  await using detour = jump === undefined ? undefined : await openDetour(jump, target, signal)
  const master = await login({ ...options, key, folder, detour }).catch((error: unknown) => {
    if (signal.aborted) throw signal.reason
    if (error instanceof CheckError && error.code === 'command-not-found') throw noClient(error)
    throw detour?.fault() instanceof CheckError ? throughFault(target, detour.fault()) : error
  })
  stack.defer(async () => {
    master.stop()
    await master.ended
  })
  const link = await MuxLink.open(`${folder.path}/ctl`).catch((error: unknown) => {
    throw noProxyMode(target, error)
  })
  stack.defer(async () => link.close())
  const kept = stack.move()
  return { link, folder: folder.path, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

interface Login extends ConnectionOptions {
  readonly key: string | undefined
  readonly folder: PrivateFolder
  readonly detour: Detour | undefined
}

async function login({ target, environment, signal, key, folder, detour }: Login): Promise<SshMaster> {
  const own = clientEnvironment(environment)
  const address: ScanAddress = detour ?? target
  const scan = (): Promise<readonly OfferedKey[]> =>
    scanKeys(address, { environment: own, timeoutMs: target.connectTimeoutMs, signal })
  const offer = target.fingerprints.length === 0 ? undefined : await scan()
  const accepted = acceptedLines(offer ?? [], target)
  // A server that did not answer is better told of by the client itself.
  if (offer !== undefined && offer.length > 0 && accepted.length === 0 && target.knownHosts === undefined) {
    throw keyFault(target, offer, false)
  }
  const known = [target.knownHosts?.replace(/\r\n?/g, '\n') ?? '', ...accepted, ''].join('\n')
  const knownHosts = await folder.write('known_hosts', known)
  const keyFile = key === undefined ? undefined : await folder.write('key', key)
  const words = masterWords(target, { control: `${folder.path}/ctl`, knownHosts, key: keyFile }, detour)
  try {
    return await startMaster(words, { target, environment: own, signal, reached: detour?.reached })
  } catch (error) {
    if (!(error instanceof HostKeyMismatch)) throw error
    throw keyFault(target, offer ?? (await scan()), isChangedKey(error.said))
  } finally {
    // The client has read them.
    await Promise.all([knownHosts, keyFile].map(path => (path === undefined ? undefined : rm(path, { force: true }))))
  }
}

function clientEnvironment(environment: ConnectionOptions['environment']): Readonly<Record<string, string>> {
  // The shell is that of LocalCommand; the language is that of messages.
  const own = { PATH: environment.PATH, HOME: environment.HOME, SSH_AUTH_SOCK: environment.SSH_AUTH_SOCK }
  const given = Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return { ...Object.fromEntries(given), SHELL: '/bin/sh', LC_ALL: 'C' }
}

function requireAgent(target: SshTarget, environment: ConnectionOptions['environment']): void {
  if (!target.agent || (environment.SSH_AUTH_SOCK ?? '') !== '') return
  throw new CheckError({
    code: 'ssh-agent-missing',
    message: `${labelOf(target)} is to be logged in to with an agent, and there is none (SSH_AUTH_SOCK is not set).`,
    hint: 'Start one (`eval "$(ssh-agent)"; ssh-add KEY`), or give a `key` without a passphrase instead.',
  })
}

function howToGet({ host, port }: SshTarget): string {
  const words = `ssh-keyscan ${port === 22 ? '' : `-p ${port} `}${host}`
  return `Run \`${words}\` from a network you trust, or \`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\` on the server`
}

function requireHostKeys(target: SshTarget): void {
  if (target.knownHosts?.trim() || target.fingerprints.length > 0) return
  throw new CheckError({
    code: 'host-key-missing',
    message: `It is not known which host key ${labelOf(target)} has, so it could be anybody.`,
    hint: `${howToGet(target)}, and give the lines as \`known_hosts\` or the SHA256: text as \`fingerprints\`.`,
  })
}

/** What is wrong with the form of `known_hosts`, where nothing in it can be read as a host key. */
function formHint(target: SshTarget): string {
  const lines = (target.knownHosts ?? '').split(/[\r\n]+/).filter(line => line.trim() !== '' && !line.startsWith('#'))
  if (lines.length === 0 || lines.some(line => /^\S+ (?:\S+ )?(?:ssh|ecdsa|sk)-\S+ AAAA/.test(line))) return ''
  if (lines.some(line => /^(?:\d+ )?SHA256:/.test(line.trim()))) {
    return 'What stands under `known_hosts` is a fingerprint: it belongs under `fingerprints`, a list. '
  }
  return `No line of \`known_hosts\` reads \`${knownName(target)} ssh-ed25519 AAAA…\`, the name of the host first. `
}

function keyFault(target: SshTarget, offer: readonly OfferedKey[], changed: boolean): CheckError {
  const shown = offer.length === 0 ? '' : ` It shows ${shownKeys(offer)}.`
  const expected = target.fingerprints.length === 0 ? 'known_hosts' : 'fingerprints'
  return new CheckError({
    code: changed ? 'ssh-host-key-changed' : 'ssh-host-key-unknown',
    message: changed
      ? `${labelOf(target)} shows another host key than \`known_hosts\` has for it: it was set up anew, or somebody stands between.${shown}`
      : `${labelOf(target)} shows no host key that \`${expected}\` lists.${shown}`,
    hint: `${changed ? '' : formHint(target)}${howToGet(target)}; only if that is what it shows here, put it into \`${expected}\`.`,
    endpoint: endpointOf(target),
  })
}

function throughFault(target: SshTarget, fault: unknown): CheckError {
  const { message, hint } = fault instanceof CheckError ? fault : { message: String(fault), hint: '' }
  return new CheckError({
    code: 'ssh-jump-failed',
    message: `${labelOf(target)} cannot be reached through its \`jump\` host: ${message}`,
    hint,
    endpoint: endpointOf(target),
    cause: fault,
  })
}

function noClient(cause: CheckError): CheckError {
  return new CheckError({
    code: 'ssh-client-missing',
    message: 'The machine that runs the checks has no OpenSSH client.',
    hint: 'Install it (`apt-get install openssh-client`), with `ssh` and `ssh-keyscan` in a directory of PATH.',
    cause,
  })
}

function noProxyMode(target: SshTarget, cause: unknown): CheckError {
  return new CheckError({
    code: 'ssh-client-old',
    message: `The SSH client here cannot share its connection to ${labelOf(target)}.`,
    hint: 'OpenSSH 7.4 or later is needed on the machine that runs the checks.',
    cause,
  })
}
