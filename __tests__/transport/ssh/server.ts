import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const SSHD = '/usr/sbin/sshd'

/** Whether there is an OpenSSH client and server here. */
export function hasSshd(): boolean {
  return existsSync(SSHD) && spawnSync('ssh', ['-V']).status === 0
}

export interface Sshd extends AsyncDisposable {
  readonly port: number
  readonly folder: string
  /** Text of the private key that may log in. */
  readonly key: string
  /** Host keys by type: the fields of a public key. */
  readonly hostKeys: Readonly<Record<'ed25519' | 'rsa' | 'ecdsa', string>>
  /** Lines for known_hosts, of the ed25519 key. */
  readonly knownHosts: string
  readonly user: string
  readonly log: () => string
  /** Ends the server's processes that serve connections, as a lost network would. */
  cutConnections(): void
}

export interface SshdOptions {
  /** More lines of sshd_config. */
  readonly config?: readonly string[]
  /** Before the key in authorized_keys: `command="…"`. */
  readonly keyOptions?: string
  readonly address?: string
  readonly port?: number
}

/** A server of this test alone, on loopback, with keys of its own. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  const { config = [], keyOptions = '', address = '127.0.0.1' } = options
  // The server drops its rights into this folder, which packages make at boot.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'sshd-'))
  const port = options.port ?? (await freePort(address))
  for (const type of ['ed25519', 'rsa', 'ecdsa'] as const) makeKey(join(folder, type), type)
  makeKey(join(folder, 'user'), 'ed25519')
  const authorized = readFileSync(join(folder, 'user.pub'), 'utf8')
  writeFileSync(join(folder, 'authorized'), `${keyOptions} ${authorized}`.trimStart())
  const lines = [
    `Port ${port}`,
    `ListenAddress ${address}`,
    ...['ed25519', 'rsa', 'ecdsa'].map(type => `HostKey ${folder}/${type}`),
    `AuthorizedKeysFile ${folder}/authorized`,
    `PidFile ${folder}/pid`,
    'StrictModes no',
    'LogLevel DEBUG1',
    'MaxStartups 100',
    ...config,
  ]
  writeFileSync(join(folder, 'config'), `${lines.join('\n')}\n`)
  const child = spawn(SSHD, ['-D', '-f', join(folder, 'config'), '-E', join(folder, 'log')], { stdio: 'ignore' })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await listening(address, port)
  const hostKey = (type: string): string =>
    readFileSync(join(folder, `${type}.pub`), 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' ')
  const name = `[${address}]:${port}`
  return {
    port,
    folder,
    key: readFileSync(join(folder, 'user'), 'utf8'),
    hostKeys: { ed25519: hostKey('ed25519'), rsa: hostKey('rsa'), ecdsa: hostKey('ecdsa') },
    knownHosts: `${name} ${hostKey('ed25519')}\n`,
    user: userInfo().username,
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    cutConnections: () => {
      for (const pid of childrenOf(child.pid ?? 0)) killTree(pid)
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function makeKey(path: string, type: string, ...more: readonly string[]): void {
  const passphrase = more.includes('-N') ? [] : ['-N', '']
  execFileSync('ssh-keygen', [
    '-q',
    '-t',
    type,
    ...(type === 'rsa' ? ['-b', '2048'] : []),
    ...passphrase,
    '-f',
    path,
    ...more,
  ])
}

export async function freePort(address = '127.0.0.1'): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, address, resolve))
  const found = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof found === 'object' && found !== null ? found.port : 0
}

async function listening(address: string, port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>(resolve => {
      const socket = connect({ host: address, port })
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('close', () => resolve(false))
      setTimeout(() => socket.destroy(), 200)
    })
    if (open) return
  }
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .map(Number)
    .filter(found => found > 0)
}

function killTree(pid: number): void {
  for (const child of childrenOf(pid)) {
    // Only the server's own processes: what they run goes on, as on a machine whose network is gone.
    const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(child)], { encoding: 'utf8' })
    if (stdout.trim().startsWith('sshd')) killTree(child)
  }
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
