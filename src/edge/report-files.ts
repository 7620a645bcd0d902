import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
      await mkdir(directory, { recursive: true })
      // A file of an earlier run must not pass for this one's when rendering fails.
      await rm(path, { force: true })
      await writeFile(path, reporter.render(report))
      files.push(path)
    } catch (error) {
      faults.push(`The report ${reporter.file} could not be written: ${messageOf(error)}`)
    }
  }
  return { files, faults }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
