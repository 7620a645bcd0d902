import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'

const PATIENCE_MS = 60_000
const BRANCH = 'refs/heads/commit'

/** For what is asked in a repository that may have been planted: asking runs nothing, whatever its configuration says. */
const GUARDS = ['safe.bareRepository=explicit', 'core.fsmonitor=false', 'core.hooksPath=/dev/null']

/**
 * Whether a file is checked out from this very commit, unchanged, and no tracked file beside it is changed. `false` also when
 * that cannot be found out. The repository around it is not believed: its index may skip files, its configuration may name
 * filters, and its objects may be false ones.
 */
export async function isOfCommit(file: string, commit: string): Promise<boolean> {
  let scratch: string | undefined
  try {
    const real = await realpath(file)
    const top = topOf(dirname(real))
    if (top === undefined || (await ask(top, 'rev-parse', '--verify', 'HEAD')) !== commit) return false
    scratch = await mkdtemp(join(tmpdir(), 'verify-deploy-trust-'))
    const own = await honestCopy(top, commit, scratch)
    const entry = await git(['--git-dir', own, 'rev-parse', `${commit}:${relative(top, real).split(sep).join('/')}`])
    if (!blobIds(await readFile(real), commit).includes(entry)) return false
    return !(await isStaged(top, own, commit)) && (await changesIn(top, own, commit)).length === 0
  } catch {
    return false
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true })
  }
}

/** The folder that holds `.git`, looked for as Git does, but without asking that where its files are. */
function topOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : topOf(above)
}

/**
 * A repository of our own with the files of the commit. It borrows the objects and fetches them from itself, by which their
 * names are computed anew: a false one would be missing under the name that the commit gives it.
 */
async function honestCopy(top: string, commit: string, scratch: string): Promise<string> {
  const [lender, own] = [join(scratch, 'lender'), join(scratch, 'own')]
  const form = ['--bare', '--template=', `--object-format=${algorithmOf(commit)}`, '--initial-branch=commit']
  for (const folder of [lender, own]) await git(['init', '--quiet', ...form, folder])
  const objects = resolve(top, await ask(top, 'rev-parse', '--git-path', 'objects'))
  await writeFile(join(lender, 'objects', 'info', 'alternates'), `${objects}\n`)
  // A checkout has mostly one commit, without those before it.
  await writeFile(join(lender, 'shallow'), `${commit}\n`)
  await git(['--git-dir', lender, 'update-ref', BRANCH, commit])
  await git(['--git-dir', own, 'fetch', '--quiet', '--depth=1', '--no-tags', lender, `${BRANCH}:${BRANCH}`])
  return own
}

/** Whether something is staged: so come files of another commit into a tree that is otherwise this one. */
async function isStaged(top: string, own: string, commit: string): Promise<boolean> {
  const index = resolve(top, await ask(top, 'rev-parse', '--git-path', 'index'))
  const copy = join(own, 'index-of-theirs')
  await copyFile(index, copy)
  const words = ['diff-index', '--cached', '--name-only', '--ignore-submodules=all', commit]
  return (await git(['--git-dir', own, ...words], { GIT_INDEX_FILE: copy })) !== ''
}

/**
 * Tracked files that are not as committed. The index is new, so that each is read. Files that are absent do no harm: a sparse
 * checkout has many.
 */
async function changesIn(top: string, own: string, commit: string): Promise<readonly string[]> {
  const place = ['--git-dir', own, '--work-tree', top]
  await git([...place, 'read-tree', commit])
  // Git would ask a submodule by that one's own configuration.
  const words = ['status', '--porcelain', '--no-renames', '--untracked-files=no', '--ignore-submodules=all']
  const listed = await git([...place, ...words])
  return listed.split('\n').filter(line => line.trim() !== '' && !/^ ?D /.test(line))
}

/** How Git names a file of these bytes, and what it would have made of them on a system with other line ends. */
function blobIds(bytes: Buffer, commit: string): readonly string[] {
  const asCommitted = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return [bytes, asCommitted].map(content =>
    createHash(algorithmOf(commit)).update(`blob ${content.length}\0`).update(content).digest('hex'),
  )
}

function algorithmOf(commit: string): 'sha1' | 'sha256' {
  return commit.length === 64 ? 'sha256' : 'sha1'
}

function ask(folder: string, ...words: readonly string[]): Promise<string> {
  return git([...GUARDS.flatMap(guard => ['-c', guard]), '-C', folder, ...words])
}

async function git(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { PATH, HOME } = process.env
  const { stdout } = await promisify(execFile)('git', words, {
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH, HOME, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', ...more },
  })
  return stdout.replace(/\n$/, '')
}
