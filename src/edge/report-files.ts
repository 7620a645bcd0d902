import { rmSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Report } from '../model/result.ts'
import { reporters as allReporters, type Reporter } from '../report/index.ts'

export interface WrittenReports {
  /** Absolute paths, in the order of the registry. */
  readonly files: readonly string[]
  /** Reporters that failed: one line each. They silence no other and do not change the verdict. */
  readonly faults: readonly string[]
}

/** Writes every report into `directory` (absolute), which is made when it is not there. */
export async function writeReports(
  report: Report,
  directory: string,
  reporters: readonly Reporter[] = allReporters,
): Promise<WrittenReports> {
  const files: string[] = []
  const faults: string[] = []
  for (const reporter of reporters) {
    const path = join(directory, reporter.file)
    try {
      await writeText(path, () => reporter.render(report))
      files.push(path)
    } catch (error) {
      faults.push(`The report ${reporter.file} could not be written: ${messageOf(error)}`)
    }
  }
  return { files, faults }
}

/**
 * Writes a file, whole or in pieces, and the folder it is in. Neither a file of an earlier run nor half a file may pass for
 * this run's when rendering or writing fails, when a second Ctrl+C ends this program on the way, or a runner kills it.
 */
export async function writeText(path: string, render: () => string | Iterable<string>): Promise<void> {
  await makeFolder(dirname(path))
  // Hidden, so that what is left of it by a killed program goes into no artifact.
  const part = join(dirname(path), `.${basename(path)}.part`)
  await Promise.all([path, part].map(file => rm(file, { force: true })))
  const removeNow = (): void => rmSync(part, { force: true })
  process.once('exit', removeNow)
  try {
    const text = render()
    await writeFile(part, typeof text === 'string' ? text : inChunks(text))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    process.off('exit', removeNow)
  }
}

/**
 * Makes a folder and those above it. Where a file system lets nothing be made and says that there is nothing (`/proc`, an
 * automounter), Node's own `recursive` goes round for ever.
 */
async function makeFolder(path: string): Promise<void> {
  const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      await mkdir(path)
    } else if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

/** How many UTF-16 units are written at once. */
const CHUNK = 256 * 1024

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
