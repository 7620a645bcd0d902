import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CheckError } from '../../model/check-error.ts'
import { errorCode } from '../../model/error-code.ts'

/** A folder that only this user can look into (mkdtemp makes it with 0700), with a short path. */
export interface PrivateFolder extends AsyncDisposable {
  readonly path: string
  /** Writes a file with 0600 and gives its path. */
  write(name: string, text: string): Promise<string>
}

/** What the client's options can hold without quoting, and what leaves room for a socket's path (unix(7): 108 bytes; macOS: 104). */
const PLAIN_PATH = /^[\w./-]{1,50}$/

/** Rejects with a CheckError when nothing can be written there. */
export async function privateFolder(temporary: string | undefined, label: string): Promise<PrivateFolder> {
  const parent = temporary !== undefined && PLAIN_PATH.test(temporary) ? temporary : '/tmp'
  const failed = (error: unknown): never => {
    throw filesFault(label, `${parent}: ${errorCode(error) ?? error}`, error)
  }
  const path = await mkdtemp(join(parent, 'vd-')).catch(failed)
  // A second Ctrl-C ends this program without anybody being disposed of, and there may be a key in it.
  const removeNow = (): void => rmSync(path, { recursive: true, force: true })
  process.once('exit', removeNow)
  const remove = async (): Promise<void> => {
    process.off('exit', removeNow)
    await rm(path, { recursive: true, force: true })
  }
  return {
    path,
    write: async (name, text) => {
      const file = join(path, name)
      try {
        await writeFile(file, text, { mode: 0o600, flag: 'w' })
      } catch (error) {
        failed(error)
      }
      return file
    },
    [Symbol.asyncDispose]: remove,
  }
}

export function filesFault(label: string, said: string, cause?: unknown): CheckError {
  return new CheckError({
    code: 'ssh-files',
    message: `The files that the connection to ${label} needs cannot be written (${said}).`,
    hint: 'Make room on the disk of the machine that runs the checks, or set TMPDIR to a folder that can be written to.',
    cause,
  })
}
