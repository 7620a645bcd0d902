import { spawnSync } from 'node:child_process'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program in the current folder, which is the repository's. Throws only when there is no such program. */
export function runProgram(program: string, words: readonly string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' })
  if (error !== undefined) throw error
  return { code: status ?? 1, stdout: stdout.trim(), stderr: stderr.trim() }
}

/** Requests to GitHub take gh's token from the environment: none is kept in the repository or stands in an argument. */
const CREDENTIALS = ['-c', 'credential.helper=', '-c', 'credential.helper=!gh auth git-credential']

/** What git prints. Throws with its words when it fails. */
export function git(...words: readonly string[]): string {
  const { code, stdout, stderr } = runProgram('git', [...CREDENTIALS, ...words])
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`)
  return stdout
}

/** Whether git's answer to a question is yes. */
export function gitSays(...words: readonly string[]): boolean {
  return runProgram('git', words).code === 0
}

/** The commits of the tags of `origin`, by name; an annotated tag has that of what it is about. */
export function tagsOfOrigin(): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const line of git('ls-remote', '--tags', 'origin').split('\n')) {
    const [commit = '', ref = ''] = line.split('\t')
    const name = ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, '')
    // What an annotated tag is about comes in a second line, after its own.
    if (name !== '') tags.set(name, commit)
  }
  return tags
}
