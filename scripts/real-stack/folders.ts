import { mkdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from './command.ts'

/** What is slow to make and stays from one run to the next; REAL_STACK_CACHE puts it elsewhere. */
export async function cacheFolder(): Promise<string> {
  const folder = process.env.REAL_STACK_CACHE || join(tmpdir(), 'verify-deploy-real-stack')
  await mkdir(folder, { recursive: true })
  return folder
}

const STALE_MS = 15 * 60_000

/** Runs `work` while no other process on this machine runs anything under the same name. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(await cacheFolder(), `${name}.lock`)
  await waitFor(`the lock ${lock}`, () => takeLock(lock), STALE_MS)
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function takeLock(lock: string): Promise<true | undefined> {
  try {
    await mkdir(lock)
    return true
  } catch {
    // Whoever held it may have been killed.
    const since = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (since > STALE_MS) await rm(lock, { recursive: true, force: true })
    return undefined
  }
}
