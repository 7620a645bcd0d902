import { spawn } from 'node:child_process'

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly directory?: string
  readonly stdin?: string
}

export interface CommandOutput {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, whatever its exit code. Rejects when there is no such program. */
export function outputOf(
  program: string,
  words: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutput> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandOutput>()
  const child = spawn(program, words, { cwd: options.directory, env: { ...process.env, ...options.environment } })
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] }
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  // A program that does not read its input closes the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.stdin)
  child.once('error', reject)
  child.once('close', code => {
    const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString()
    resolve({ exitCode: code ?? 255, stdout: text(chunks.stdout), stderr: text(chunks.stderr) })
  })
  return promise
}

/** Runs a program that must succeed and gives its standard output. The error says the end of what it printed. */
export async function succeed(
  program: string,
  words: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await outputOf(program, words, options)
  if (exitCode === 0) return stdout
  const said = `${stdout}\n${stderr}`.trim().slice(-2_000)
  throw new Error(`${[program, ...words].join(' ').slice(0, 300)} ended with ${exitCode}:\n${said}`)
}

/** Looks again until `look` gives something; the error names what was waited for. */
export async function waitFor<T>(what: string, look: () => Promise<T | undefined>, withinMs = 60_000): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}, ${Math.round(withinMs / 1_000)} seconds.`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
