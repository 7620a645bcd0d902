import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a script of Node on our terminal and gives its exit code. SIGINT and SIGTERM are handed on, once: the run then
 * cleans up, for which it needs the deployment, and only when it has ended do we go on.
 */
export function runCommandLine(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  // A process group of its own, so that Ctrl-C reaches it through us alone and not twice.
  const child = spawn(process.execPath, args, { ...options, stdio: 'inherit', detached: true })
  const handOn = (signal: NodeJS.Signals): void => {
    if (!asked) child.kill(signal)
    asked = true
  }
  let asked = false
  process.on('SIGINT', handOn).on('SIGTERM', handOn)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  }).finally(() => process.off('SIGINT', handOn).off('SIGTERM', handOn))
}
