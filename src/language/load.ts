import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { errorCode } from '../model/error-code.ts'
import type { Source } from '../model/source.ts'
import { suggest } from '../model/suggest.ts'
import { code } from './wording.ts'

const LARGEST = 1024 * 1024

/** What keeps a file from being read. */
interface Fault {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/**
 * Reads a checklist file: UTF-8, at most 1 MiB, below `root` with links resolved. `path` is relative to `root` or
 * absolute. Never rejects for what is wrong with the file: the text is then empty, and a diagnostic says why.
 */
export async function loadSource(
  path: string,
  root: string,
): Promise<{ readonly source: Source; readonly diagnostics: readonly Diagnostic[] }> {
  const absolute = resolve(root, path)
  const shown = isBelow(absolute, resolve(root)) ? relative(root, absolute).split(sep).join('/') : path
  const read = await readBelow(absolute, root, shown === '' ? '.' : shown)
  const source = { path: shown === '' ? '.' : shown, text: 'text' in read ? read.text : '' }
  if ('text' in read) return { source, diagnostics: [] }
  return { source, diagnostics: [{ ...read, severity: 'error', span: { source, start: 0, end: 0 } }] }
}

async function readBelow(absolute: string, root: string, shown: string): Promise<{ readonly text: string } | Fault> {
  try {
    const real = await realpath(absolute)
    if (!isBelow(real, await realpath(root))) return outside(shown)
    const found = await stat(real)
    if (found.isDirectory()) return isDirectory(shown, await checklistsIn(real))
    // A pipe or a device could keep the run waiting for ever.
    if (!found.isFile()) return unreadable(shown, 'it is no regular file')
    if (found.size > LARGEST) return tooLarge(shown, found.size)
    return decode(await readFile(real), shown)
  } catch (error) {
    const reason = errorCode(error)
    if (reason === undefined) throw error
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      if (!isBelow(absolute, resolve(root))) return outside(shown)
      return (await isBare(root)) ? notCheckedOut(shown) : missing(shown, await checklistsIn(dirname(absolute)))
    }
    return unreadable(shown, reason === 'EACCES' ? 'reading it is not permitted' : `the system says ${reason}`)
  }
}

function isBelow(path: string, root: string): boolean {
  const from = relative(root, path)
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from)
}

function decode(bytes: Buffer, shown: string): { readonly text: string } | Fault {
  if (bytes.length > LARGEST) return tooLarge(shown, bytes.length)
  const wide = bytes.indexOf(0) !== -1 && bytes.length > 1
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff' || (wide && /^(?:[^\0]\0|\0[^\0])/.test(bytes.toString('latin1')))) {
    return notUtf8(shown, 'it is UTF-16')
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const line = validLines(bytes)
    return notUtf8(shown, `line ${line} holds bytes that are none`)
  }
  if (text.trim() !== '') return { text }
  return {
    code: 'checklist-empty',
    message: `The checklist ${code(shown)} is empty.`,
    hint: 'Begin with a name and a check, such as `checks: [{ request: "GET https://example.com/health" }]`.',
  }
}

/** The number of the first line that is not UTF-8. */
function validLines(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n')
  const bad = lines.findIndex(line => Buffer.from(line, 'latin1').toString('utf8').includes('\ufffd'))
  return bad + 1
}

/** The YAML files of a folder, for hints. */
async function checklistsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter(name => /\.ya?ml$/.test(name)).toSorted()
}

/** A workspace into which nothing was checked out; reports of an earlier run may lie in it. */
async function isBare(root: string): Promise<boolean> {
  const names = await readdir(root).catch(() => ['?'])
  return names.every(name => name === 'verify-report')
}

function notCheckedOut(shown: string): Fault {
  return {
    code: 'checklist-missing',
    message: `There is no file ${code(shown)}, and nothing else in the folder that is verified.`,
    hint: 'In a workflow a step with `actions/checkout` stands before this one; on a terminal start in the folder of the checklist.',
  }
}

function missing(shown: string, near: readonly string[]): Fault {
  const guess = suggest(basename(shown), near) ?? (near.length === 1 ? near[0] : undefined)
  const others = near.slice(0, 5).map(code).join(', ')
  const seen = near.length === 0 ? 'There is no YAML file in that folder.' : `The folder holds ${others}.`
  return {
    code: 'checklist-missing',
    message: `There is no file ${code(shown)}.`,
    hint: guess === undefined ? `${seen} Name the checklist's path.` : `Did you mean ${code(guess)}?`,
  }
}

function isDirectory(shown: string, inside: readonly string[]): Fault {
  const [first] = inside
  return {
    code: 'checklist-is-directory',
    message: `${code(shown)} is a folder, not a file.`,
    hint:
      first === undefined ? "Name the checklist's file." : `Name a file in it, such as ${code(`${shown}/${first}`)}.`,
  }
}

function outside(shown: string): Fault {
  return {
    code: 'checklist-outside',
    message: `${code(shown)} lies outside of the folder that is verified, links resolved.`,
    hint: 'Move the checklist into the repository, or start in the folder that holds it.',
  }
}

function unreadable(shown: string, why: string): Fault {
  return {
    code: 'checklist-unreadable',
    message: `${code(shown)} cannot be read: ${why}.`,
    hint: 'Name a regular file that this user may read.',
  }
}

function tooLarge(shown: string, size: number): Fault {
  return {
    code: 'checklist-too-large',
    message: `${code(shown)} has ${(size / LARGEST).toFixed(1)} MiB; a checklist has 1 MiB at most.`,
    hint: 'Is it the right file? If so, split it into several checklists.',
  }
}

function notUtf8(shown: string, why: string): Fault {
  return {
    code: 'checklist-not-utf8',
    message: `${code(shown)} is not UTF-8: ${why}.`,
    hint: 'Save it as UTF-8 in the editor.',
  }
}
