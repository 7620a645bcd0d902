import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SshServer, startSshd, whyNoSshd } from '../scripts/real-stack/sshd.ts'
import { runNode } from './processes.ts'

interface Row {
  readonly what: string
  readonly figure: string
  readonly bar: string
  readonly held: boolean
}

const CHECKS = 20
const ROUNDS = 5
const BAR = 1 / 3

/**
 * Twenty checks on a host, from the start of the program to its end, beside twenty calls of `ssh` for the same commands.
 * The server is one of this bench alone, on loopback; both log in as the user who runs it, with his start-up files.
 */
export async function benchSsh(cli: string): Promise<readonly Row[]> {
  const missing = whyNoSshd()
  if (missing !== undefined) {
    console.error(`!!! SKIPPED: the bench of SSH. ${missing}`)
    return []
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-ssh-'))
  await using sshd = await startSshd()
  try {
    const path = join(folder, 'checklist.yml')
    await writeFile(path, checklist(sshd))
    await writeFile(join(folder, 'known_hosts'), sshd.knownHosts)
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push((await runNode([cli, 'run', path, '--report-dir', join(folder, 'reports')])).ms)
      bare.push(await separately(sshd, folder))
    }
    const [mine = 0, theirs = 1] = [ours, bare].map(median)
    const figure = `${(mine / theirs).toFixed(2)}× (${mine.toFixed(0)} ms : ${theirs.toFixed(0)} ms)`
    return [
      {
        what: `${CHECKS} checks on a host : ${CHECKS} calls of ssh`,
        figure,
        bar: '≤ 0.33×',
        held: mine / theirs <= BAR,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function checklist({ port, user, key, knownHosts }: SshServer): string {
  const block = (text: string): string => `|\n${text.trimEnd().replace(/^/gm, '        ')}`
  const host = [
    `host: 127.0.0.1`,
    `port: ${port}`,
    `user: ${user}`,
    `key: ${block(key)}`,
    `known_hosts: ${block(knownHosts)}`,
  ]
  const checks = Array.from(
    { length: CHECKS },
    (_, index) => `  - run: { host: far, command: "echo ${index}" }\n    expect: { stdout: "${index}" }`,
  )
  return `hosts:\n  far:\n    ssh:\n${host.map(line => `      ${line}`).join('\n')}\nchecks:\n${checks.join('\n')}\n`
}

async function separately(sshd: SshServer, folder: string): Promise<number> {
  const began = performance.now()
  for (let index = 0; index < CHECKS; index += 1) {
    const options = [
      'BatchMode=yes',
      'IdentitiesOnly=yes',
      `UserKnownHostsFile=${folder}/known_hosts`,
      `IdentityFile=${sshd.keyFile}`,
    ]
    const words = [
      '-F',
      'none',
      ...options.flatMap(option => ['-o', option]),
      '-p',
      String(sshd.port),
      `${sshd.user}@127.0.0.1`,
      `echo ${index}`,
    ]
    const child = spawn('ssh', words, { stdio: 'ignore' })
    const code = await new Promise(resolve => child.once('close', resolve))
    if (code !== 0) throw new Error(`ssh ended with ${code}`)
  }
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
