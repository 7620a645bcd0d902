import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { succeed, waitFor } from './command.ts'

export const SSHD = '/usr/sbin/sshd'

export interface ServerOptions {
  /** What its commands find in their environment, besides what sshd itself sets; PATH replaces sshd's. */
  readonly environment?: Readonly<Record<string, string>>
  /** More lines for its configuration, such as `MaxSessions 2`. They come first, so they win. */
  readonly config?: readonly string[]
  /** Of the host key and the user's key. */
  readonly keyType?: 'ed25519' | 'ecdsa' | 'rsa'
  /** To come back where another one was. */
  readonly port?: number
}

/** An OpenSSH server of its own on 127.0.0.1, with its own host key and one user's key that opens it. */
export interface SshServer extends AsyncDisposable {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly user: string
  /** The private key's text. */
  readonly key: string
  readonly keyFile: string
  /** The line of a known_hosts file. */
  readonly knownHosts: string
  /** `SHA256:…` of the host key. */
  readonly fingerprint: string
  /** Its own; removed with it. */
  readonly folder: string
  /** What the server has logged so far. */
  log(): Promise<string>
  /** Cuts every connection, as a network that breaks would; the server goes on. Gives how many there were. */
  cut(): Promise<number>
  /** Ends it with all its connections. */
  stop(): Promise<void>
}

/** Ends the server when its own input closes: whoever started it may be killed. */
const KEEPER = '"$@" & cat; kill -TERM 0'

/** Starts sshd as the present user, who is also the only one that can log in. */
export async function startSshd(options: ServerOptions = {}): Promise<SshServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vd-sshd-'))
  try {
    const type = options.keyType ?? 'ed25519'
    for (const name of ['host', 'user']) {
      await succeed('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', 'test', '-f', join(folder, name)])
    }
    const port = options.port ?? (await freePort())
    await writeFile(join(folder, 'authorized_keys'), await readFile(join(folder, 'user.pub')))
    await writeFile(join(folder, 'sshd_config'), await configOf(folder, port, options))
    const stop = await startProcess(folder)
    await waitFor(`sshd on port ${port}`, () => greets(port), 20_000).catch(async (cause: unknown) => {
      const said = await readFile(join(folder, 'log'), 'utf8')
      await stop()
      throw new Error(`sshd did not start. It said:\n${said.slice(-2_000)}`, { cause })
    })
    return await serverOf(folder, port, stop)
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

async function serverOf(folder: string, port: number, end: () => Promise<void>): Promise<SshServer> {
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  const fingerprint = (await succeed('ssh-keygen', ['-lf', join(folder, 'host.pub')])).split(' ')[1] ?? ''
  const [algorithm, hostKey] = (await text('host.pub')).split(' ')
  const cut = async (): Promise<number> => {
    const connections = await childrenOf(Number(await text('pid')))
    for (const connection of connections) killIfThere(connection)
    return connections.length
  }
  const stop = async (): Promise<void> => {
    await cut()
    await end()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    host: '127.0.0.1',
    port,
    user: userInfo().username,
    key: await text('user'),
    keyFile: join(folder, 'user'),
    knownHosts: `[127.0.0.1]:${port} ${algorithm} ${hostKey}\n`,
    fingerprint,
    folder,
    log: () => text('log'),
    cut,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function configOf(folder: string, port: number, options: ServerOptions): Promise<string> {
  const environment = Object.entries(options.environment ?? {}).map(([name, value]) => `"${name}=${value}"`)
  return [
    ...(options.config ?? []),
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${folder}/host`,
    `AuthorizedKeysFile ${folder}/authorized_keys`,
    `PidFile ${folder}/pid`,
    'StrictModes no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'AcceptEnv none',
    'MaxStartups 100',
    'LogLevel VERBOSE',
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

/** sshd serves each connection by a process of its own. */
async function childrenOf(parent: number): Promise<readonly number[]> {
  const names = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(names.map(name => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  // The name of the program, in parentheses, may hold anything.
  return stats.flatMap((stat, index) => {
    const [, above] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(above) === parent ? [Number(names[index])] : []
  })
}

function killIfThere(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

function greets(port: number): Promise<true | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(undefined))
    socket.once('close', () => resolve(undefined))
    socket.once('data', () => socket.destroy())
  })
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}
