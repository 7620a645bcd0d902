import { open, realpath } from 'node:fs/promises'
import { basename, extname, isAbsolute, relative, resolve, sep } from 'node:path'
import { CheckError } from '../model/check-error.ts'
import { formatSize } from '../model/duration.ts'
import { errorCode } from '../model/error-code.ts'

export interface ProjectFile {
  readonly content: Buffer
  /** The last part of its path. */
  readonly name: string
  /** A media type by its ending. */
  readonly type: string
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.yml': 'application/yaml',
  '.yaml': 'application/yaml',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
}
const MOST_BYTES = 64 * 1024 * 1024

/** Reads a file that a checklist names: relative to `folder`, below `root` with links resolved, at most 64 MiB. Rejects with a CheckError. */
export async function readProjectFile(
  path: string,
  place: { readonly folder: string; readonly root: string },
): Promise<ProjectFile> {
  try {
    const real = await realpath(resolve(place.folder, path))
    const below = relative(await realpath(place.root), real)
    if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) throw outside(path)
    await using file = await open(real)
    const { size } = await file.stat()
    if (size > MOST_BYTES) throw tooLarge(path, size)
    const content = await file.readFile()
    const type = MEDIA_TYPES[extname(real).toLowerCase()] ?? 'application/octet-stream'
    return { content, name: basename(path), type }
  } catch (error) {
    throw error instanceof CheckError ? error : unreadable(path, error)
  }
}

function outside(path: string): CheckError {
  return new CheckError({
    code: 'file-outside',
    message: `The file ${path} lies outside the repository.`,
    hint: 'Files are read below the root of the repository only, links resolved.',
  })
}

function tooLarge(path: string, size: number): CheckError {
  return new CheckError({
    code: 'file-too-large',
    message: `The file ${path} has ${formatSize(size)}; at most ${formatSize(MOST_BYTES)} are sent.`,
    hint: 'Use a smaller file.',
  })
}

function unreadable(path: string, error: unknown): CheckError {
  const code = errorCode(error) ?? ''
  const reason: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read',
    EISDIR: 'is a directory',
  }
  return new CheckError({
    code: 'file-unreadable',
    message: `The file ${path} ${reason[code] ?? `cannot be read (${code})`}.`,
    hint: 'Paths are relative to the folder of the checklist.',
    cause: error,
  })
}
