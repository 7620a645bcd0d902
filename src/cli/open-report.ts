import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { messageOf } from '../edge/report-files.ts'

/**
 * The program that opens a page, with its arguments: what the desktop of each system has for it. None of them goes
 * through a shell, so that a path may hold anything. On Windows `start` would need one; this is what it calls.
 */
export function openerOf(platform: NodeJS.Platform, path: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', path]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', pathToFileURL(path).href]
  return ['xdg-open', path]
}

/**
 * Opens a page and does not wait for it: some desktops keep the program for as long as the browser runs. Gives a
 * sentence when the program could not be started; what it does after that nobody learns.
 */
export async function openReport(path: string, platform = process.platform): Promise<string | undefined> {
  const [program, ...words] = openerOf(platform, path)
  try {
    const child = spawn(program, words, { detached: true, stdio: 'ignore' })
    await once(child, 'spawn')
    child.unref()
    return undefined
  } catch (error) {
    return `The report could not be opened: ${messageOf(error)}`
  }
}
