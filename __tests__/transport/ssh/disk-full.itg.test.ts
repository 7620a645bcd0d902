import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { checksOf } from '../../../src/model/verdict.ts'
import { DEFAULT_SETTINGS, verify } from '../../../src/verify.ts'
import { rejection } from '../../kinds/builders.ts'
import { describeWith, type SshServer, startSshd, whyNoSshd } from '../../real-stack.ts'
import { NO_EVENT } from '../../run-facts.ts'
import { faultOf, folderOf, machineFor, never, sh } from './machines.ts'

/** Mounts a file system in memory (tmpfs(5)); its root is one of its inodes. Undefined: it may not be mounted. */
function mountAt(folder: string, limits: string): string | undefined {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', limits, 'tests', folder], { encoding: 'utf8' })
  return status === 0 ? undefined : `No file system can be mounted (${stderr?.trim() ?? 'no mount'}). Be root.`
}

function unmount(folder: string): void {
  spawnSync('umount', [folder])
  rmdirSync(folder)
}

function whyNoMount(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  const missing = mountAt(folder, 'size=4k')
  unmount(folder)
  return missing
}

/** A small disk of this test alone. */
function smallDisk(limits: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  onTestFinished(() => unmount(folder))
  const missing = mountAt(folder, limits)
  if (missing !== undefined) throw new Error(missing)
  return folder
}

const on = (disk: string): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: disk })

describeWith(whyNoSshd() ?? whyNoMount(), 'a disk that is full where a connection keeps its files', () => {
  let sshd: SshServer
  beforeAll(async () => {
    sshd = await startSshd()
  })
  afterAll(() => sshd?.stop())

  it.each([
    ['the folder', 'nr_inodes=1', 'ENOSPC'],
    ['the known host keys', 'nr_inodes=2', 'ENOSPC'],
    ['the private key', 'nr_inodes=3', 'ENOSPC'],
    ['the private key’s text', 'size=4k', 'ENOSPC'],
    ['the socket', 'nr_inodes=4', 'No space left on device'],
    ['the name of the socket', 'nr_inodes=5', 'No space left on device'],
  ])('has no room for %s: the check errs, and nothing is left', async (_what, limits, said) => {
    const disk = smallDisk(limits)
    const error = await faultOf(sshd, {}, on(disk))
    expect(error).toMatchObject({ code: 'ssh-files', verdict: 'errored', message: expect.stringContaining(said) })
    expect(error.hint).toContain('TMPDIR')
    expect(readdirSync(disk)).toEqual([])
  })

  it('has just room enough: the connection is used, and nothing is left', async () => {
    const disk = smallDisk('nr_inodes=6')
    const machine = machineFor(sshd, {}, on(disk))
    expect((await machine.run(sh('echo in'), never)).stdout).toBe('in\n')
    await machine[Symbol.asyncDispose]()
    expect(readdirSync(disk)).toEqual([])
  })

  it('has no room for the socket of a connection through it: the check errs, and commands go on', async () => {
    const disk = smallDisk('nr_inodes=6')
    const machine = machineFor(sshd, {}, on(disk))
    await machine.run(sh('true'), never)
    for (let file = 0; ; file += 1) {
      try {
        writeFileSync(join(disk, `f${file}`), '')
      } catch {
        break
      }
    }
    const error = await rejection(machine.connect({ host: '127.0.0.1', port: sshd.port }, never))
    expect(error).toMatchObject({ code: 'ssh-files', verdict: 'errored', message: expect.stringContaining('ENOSPC') })
    expect((await machine.run(sh('echo on'), never)).stdout).toBe('on\n')
  })

  it('leaves every other check its outcome', async () => {
    const disk = smallDisk('nr_inodes=3')
    const { port, user, key, knownHosts } = sshd
    const ssh = JSON.stringify({ host: '127.0.0.1', port, user, key, known_hosts: knownHosts })
    const checks = [
      '{ id: far, run: { host: prod, command: "echo in" }, within: 1s, every: 100ms }',
      `{ id: near, tcp: "127.0.0.1:${port}" }`,
      '{ id: local, run: "echo out" }',
    ]
    const path = join(folderOf('checklist-'), 'checklist.yml')
    const root = join(path, '..')
    writeFileSync(path, `hosts: { prod: { ssh: ${ssh} } }\nchecks:\n${checks.map(check => `  - ${check}\n`).join('')}`)
    const rest = { variables: {}, select: [], skip: [], target: null, environment: on(disk), event: NO_EVENT }
    const report = await verify({ ...DEFAULT_SETTINGS, root, ...rest }, { signal: never })
    if (report.report === 'invalid') throw new Error(JSON.stringify(report.diagnostics))
    const outcomes = checksOf(report.run).map(({ check }) => check.outcome)
    expect(outcomes).toMatchObject([
      { status: 'errored', fault: { code: 'ssh-files' } },
      { status: 'passed' },
      { status: 'passed' },
    ])
    expect(JSON.stringify(report)).not.toContain(key.split('\n')[1])
    expect(readdirSync(disk)).toEqual([])
  })
})
