import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../example/assistance.ts'

/** A machine without Docker, as far as the tests can tell: nothing answers at the address it is told. */
function runWithoutDocker(environment: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const env = { ...process.env, DOCKER_HOST: `unix://${folder}/nobody.sock`, ...environment }
  const words = [vitest, 'run', '__tests__/real-stack/docker.itg.test.ts']
  return new Promise(resolve =>
    execFile(process.execPath, words, { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    ),
  )
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-docker-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('tests that need Docker, where it is missing', () => {
  it('are skipped, and say so', async () => {
    const { code, text } = await runWithoutDocker({ CI: '' })
    expect(text).toContain('!!! SKIPPED: the base image of the tests. No Docker Engine answers.')
    expect(code).toBe(0)
  })

  it('fail in CI', async () => {
    const { code, text } = await runWithoutDocker({ CI: 'true' })
    expect(text).toContain('No Docker Engine answers.')
    expect(code).not.toBe(0)
  })
})
