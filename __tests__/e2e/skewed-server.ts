import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerOf } from '../../scripts/real-stack/checklist-run.ts'
import type { SshServer } from '../real-stack.ts'

/**
 * A server whose clock is ahead, or behind, by so many seconds, as far as its commands can tell: the one clock of this
 * machine cannot be set for it alone. `date` gives the other time, and `docker` translates as an engine with that clock
 * would speak: times it is given, the times of log lines, and those of `inspect`. What containers themselves write into
 * their lines keeps the real time, which nothing here reads.
 */
export async function startSkewedServer(seconds: number): Promise<SshServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vd-clock-'))
  const program = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, name), text)
    await chmod(join(folder, name), 0o755)
  }
  await program('date', `#!/bin/sh\nexec /bin/date --date='${seconds} seconds' "$@"\n`)
  await program('docker', `#!${process.execPath}\n${dockerProgram(folder, seconds * 1_000)}`)
  const PATH = `${folder}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`
  const server = await startServerOf({ environment: { PATH } })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...server, stop, [Symbol.asyncDispose]: stop }
}

/** CommonJS, for a file without an ending. */
function dockerProgram(folder: string, skewMs: number): string {
  return `
const { spawn } = require('node:child_process')
const { createInterface } = require('node:readline')

const SKEW = ${skewMs}
const TIME = /\\b[1-9]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)/
const shifted = (time, by) => {
  const moved = new Date(Date.parse(time) + by).toISOString()
  // The engine writes nanoseconds; Date keeps milliseconds.
  const rest = /\\.\\d{3}(\\d*)/.exec(time)?.[1] ?? ''
  return moved.replace('Z', rest + 'Z')
}
const given = process.argv.slice(2)
const words = given.map((word, index) => {
  const isTime = /^--(since|until)(=|$)/.test(word) || /^--(since|until)$/.test(given[index - 1] ?? '')
  return isTime ? word.replace(TIME, time => shifted(time, -SKEW)) : word
})
const speaksOfTime = given.includes('logs') || given.includes('inspect')
const path = process.env.PATH.split(':').filter(folder => folder !== ${JSON.stringify(folder)}).join(':')
const output = speaksOfTime ? 'pipe' : 'inherit'
const child = spawn('docker', words, { env: { ...process.env, PATH: path }, stdio: ['inherit', output, output] })
const everywhere = given.includes('inspect') ? new RegExp(TIME, 'g') : TIME
for (const name of speaksOfTime ? ['stdout', 'stderr'] : []) {
  createInterface({ input: child[name] }).on('line', line => {
    process[name].write(line.replace(everywhere, time => shifted(time, SKEW)) + '\\n')
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('close', code => { process.exitCode = code ?? 1 })
`
}
