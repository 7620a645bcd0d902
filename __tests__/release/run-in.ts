import { spawnSync } from 'node:child_process'

/** Runs a program in a folder to its end; Git obeys no configuration of this machine. */
export function runIn(
  cwd: string,
  [program = '', ...words]: readonly string[],
  path = process.env.PATH ?? '',
): { readonly code: number; readonly stdout: string; readonly stderr: string } {
  const env = { PATH: path, HOME: '/nonexistent', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, env, encoding: 'utf8' })
  return { code: status ?? -1, stdout, stderr }
}
