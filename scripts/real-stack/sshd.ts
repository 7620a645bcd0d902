import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.ts'
import { succeed, waitFor } from './command.ts'

const SSHD = '/usr/sbin/sshd'

const KEY_TYPES = ['ed25519', 'rsa', 'ecdsa'] as const
export type KeyType = (typeof KEY_TYPES)[number]

export interface ServerOptions {
  /** What its commands find in their environment, besides what sshd itself sets; PATH replaces sshd's. */
  readonly environment?: Readonly<Record<string, string>>
  /** More lines for its configuration, such as `MaxSessions 2`. They come first, so they win. */
  readonly config?: readonly string[]
  /** What stands before the key in authorized_keys: `command="…"`. */
  readonly keyOptions?: string
  /** 127.0.0.1 unless given. */
  readonly address?: string
}

/** An OpenSSH server of its own on loopback, with its own host keys and one user's key that opens it. */
export interface SshServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  readonly user: string
  /** The private key's text. */
  readonly key: string
  readonly keyFile: string
  /** The line of a known_hosts file for its ed25519 key. */
  readonly knownHosts: string
  /** Its host keys by type: algorithm and key, as the fields of a known_hosts line. */
  readonly hostKeys: Readonly<Record<KeyType, string>>
  /** Its own; removed with it. */
  readonly folder: string
  /** What the server has logged so far. */
  log(): string
  /** Cuts every connection, as a network that breaks would; the server and what it started go on. Gives how many there were. */
  cut(): Promise<number>
  /** Ends it with all its connections. */
  stop(): Promise<void>
}

/** Ends the server when its own input closes: whoever started it may be killed. */
const KEEPER = '"$@" & cat; kill -TERM 0'

/** Why no SSH server can be used here, and what to do; undefined when all is well. */
export function whyNoSshd(): string | undefined {
  if (!existsSync(SSHD)) return 'sshd is missing. Install openssh-server; it need not run.'
  if (spawnSync('ssh', ['-V'], { timeout: 20_000 }).status !== 0) return 'ssh is missing. Install openssh-client.'
  if (!existsSync('/run/sshd') && process.getuid?.() !== 0) return 'sshd needs the folder /run/sshd.'
  return undefined
}

/** Starts sshd as the present user, who is also the only one that can log in. */
export async function startSshd(options: ServerOptions = {}): Promise<SshServer> {
  const missing = whyNoSshd()
  if (missing !== undefined) throw new Error(missing)
  const folder = await mkdtemp(join(tmpdir(), 'vd-sshd-'))
  const { address = '127.0.0.1', keyOptions = '' } = options
  try {
    await Promise.all([makeKey(join(folder, 'user')), ...KEY_TYPES.map(type => makeKey(join(folder, type), type))])
    const port = await freePort(address)
    const authorized = await readFile(join(folder, 'user.pub'), 'utf8')
    await writeFile(join(folder, 'authorized_keys'), `${keyOptions} ${authorized}`.trimStart())
    await writeFile(join(folder, 'sshd_config'), await configOf(folder, { ...options, address, port }))
    const end = await startProcess(folder)
    await waitFor(`sshd on port ${port}`, () => greets(address, port), 20_000).catch(async (cause: unknown) => {
      const said = await readFile(join(folder, 'log'), 'utf8')
      await end()
      throw new Error(`sshd did not start. It said:\n${said.slice(-2_000)}`, { cause })
    })
    return await serverOf(folder, { address, port, end })
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

/** A new key pair at a path, without a passphrase unless one is given. */
export async function makeKey(path: string, type: KeyType = 'ed25519', passphrase = ''): Promise<void> {
  const size = type === 'rsa' ? ['-b', '2048'] : []
  await succeed('ssh-keygen', ['-q', '-t', type, ...size, '-N', passphrase, '-C', 'test', '-f', path])
}

async function serverOf(
  folder: string,
  { address, port, end }: { address: string; port: number; end: () => Promise<void> },
): Promise<SshServer> {
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  const hostKey = async (type: KeyType): Promise<string> => (await text(`${type}.pub`)).split(' ').slice(0, 2).join(' ')
  const [ed25519, rsa, ecdsa] = await Promise.all([hostKey('ed25519'), hostKey('rsa'), hostKey('ecdsa')])
  const cut = async (): Promise<number> => {
    const server = Number(await text('pid'))
    const processes = await allProcesses()
    const connections = processes.filter(({ parent }) => parent === server)
    for (const { id } of connections) killConnection(id, processes)
    return connections.length
  }
  const stop = async (): Promise<void> => {
    await cut()
    await end()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    host: address,
    port,
    user: userInfo().username,
    key: await text('user'),
    keyFile: join(folder, 'user'),
    knownHosts: `[${address}]:${port} ${ed25519}\n`,
    hostKeys: { ed25519, rsa, ecdsa },
    folder,
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    cut,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function configOf(
  folder: string,
  options: ServerOptions & { readonly address: string; readonly port: number },
): Promise<string> {
  const environment = Object.entries(options.environment ?? {}).map(([name, value]) => `"${name}=${value}"`)
  return [
    ...(options.config ?? []),
    `Port ${options.port}`,
    `ListenAddress ${options.address}`,
    ...KEY_TYPES.map(type => `HostKey ${folder}/${type}`),
    `AuthorizedKeysFile ${folder}/authorized_keys`,
    `PidFile ${folder}/pid`,
    'StrictModes no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'AcceptEnv none',
    'MaxStartups 100',
    // It names the ports that are forwarded to.
    'LogLevel DEBUG1',
    // Without PAM sshd refuses an account whose password is locked, even a key's holder.
    `UsePAM ${(await isLocked(userInfo().username)) ? 'yes' : 'no'}`,
    ...(environment.length > 0 ? [`SetEnv ${environment.join(' ')}`] : []),
    '',
  ].join('\n')
}

async function isLocked(user: string): Promise<boolean> {
  const shadow = await readFile('/etc/shadow', 'utf8').catch(() => '')
  return new RegExp(`^${user}:!`, 'm').test(shadow)
}

/** Gives what ends it. */
async function startProcess(folder: string): Promise<() => Promise<void>> {
  // Where sshd's unprivileged half is locked up; a package's script makes it, a machine without systemd forgets it.
  await mkdir('/run/sshd', { recursive: true }).catch(() => undefined)
  const log = await open(join(folder, 'log'), 'a')
  const server = [SSHD, '-D', '-e', '-f', join(folder, 'sshd_config')]
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', ...server], { detached: true, stdio: ['pipe', log.fd, log.fd] })
  const ended = new Promise(resolve => keeper.once('close', resolve))
  await new Promise((resolve, reject) => keeper.once('spawn', resolve).once('error', reject))
  await log.close()
  return async () => {
    keeper.stdin?.end()
    await ended
  }
}

interface Process {
  readonly id: number
  readonly parent: number
  readonly name: string
}

async function allProcesses(): Promise<readonly Process[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(ids.map(id => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')))
  // The name of the program, in parentheses, may hold anything.
  return stats.flatMap((stat, index) => {
    const [, name, parent] = /^\d+ \(([\s\S]*)\) \S+ (\d+)/.exec(stat) ?? []
    return name === undefined ? [] : [{ id: Number(ids[index]), parent: Number(parent), name }]
  })
}

/** Only the server's own processes, several a connection; what they run goes on, as on a machine whose network is gone. */
function killConnection(id: number, processes: readonly Process[]): void {
  for (const child of processes)
    if (child.parent === id && child.name.startsWith('sshd')) killConnection(child.id, processes)
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

function greets(host: string, port: number): Promise<true | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(undefined))
    socket.once('close', () => resolve(undefined))
    socket.once('data', () => socket.destroy())
  })
}
