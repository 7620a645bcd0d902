import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { beforeAll, describe, it } from 'vitest'
import { CHROMIUM } from '../scripts/chromium.ts'
import { BASE_IMAGE, ensureBaseImage } from '../scripts/real-stack/base-image.ts'
import { succeed } from '../scripts/real-stack/command.ts'
import { dockerEnvironment } from '../scripts/real-stack/engine.ts'
import { makeKey, type ServerOptions, type SshServer, startSshd, whyNoSshd } from '../scripts/real-stack/sshd.ts'

export { BASE_IMAGE, dockerEnvironment, makeKey, type ServerOptions, type SshServer, startSshd, whyNoSshd }

/*
 * What tests against the real thing begin with. They are named `*.itg.test.ts`. On a machine without Docker, sshd or
 * Chromium they are skipped, and say so; with CI=true that is a failure. `node scripts/real-stack.ts up` brings an engine up.
 */

const REQUIRED = process.env.CI === 'true'
const IMAGE_MS = 10 * 60_000

/** A Docker Engine, Compose 2 and the base image, which is made when it is missing. */
export function describeWithDocker(name: string, body: () => void): void {
  describeWith(whyNoDocker(), name, () => {
    beforeAll(ensureBaseImage, IMAGE_MS)
    body()
  })
}

/** Only OpenSSH's server and client; `startSshd()` starts one. */
export function describeWithSshd(name: string, body: () => void): void {
  describeWith(whyNoSshd(), name, body)
}

export function describeWithDockerAndSshd(name: string, body: () => void): void {
  describeWith(whyNoDocker() ?? whyNoSshd(), name, () => {
    beforeAll(ensureBaseImage, IMAGE_MS)
    body()
  })
}

/** What a command of `docker` prints. */
export function docker(...words: readonly string[]): Promise<string> {
  return succeed('docker', words)
}

/** Chromium as Debian has it; a test starts it through playwright-core. */
export function describeWithChromium(name: string, body: () => void): void {
  describeWith(existsSync(CHROMIUM) ? undefined : `${CHROMIUM} is missing. Install chromium.`, name, body)
}

/** What another tool must be there for. `missing` says what is not, and what to do; undefined when all is well. */
export function describeWith(missing: string | undefined, name: string, body: () => void): void {
  if (missing === undefined) {
    describe(name, body)
  } else if (REQUIRED) {
    describe(name, () => {
      it('has what it needs', () => {
        throw new Error(missing)
      })
    })
  } else {
    process.stderr.write(`\n!!! SKIPPED: ${name}. ${missing}\n`)
    describe.skip(name, body)
  }
}

/** Why no test can use Docker here; undefined when all is well. */
function whyNoDocker(): string | undefined {
  const hint = 'Start one with `node scripts/real-stack.ts up`, as root.'
  if (!works('docker', ['version', '--format', '{{.Server.Version}}'])) return `No Docker Engine answers. ${hint}`
  const compose = spawnSync('docker', ['compose', 'version', '--short'], { encoding: 'utf8', timeout: 20_000 })
  if (!/^v?([2-9]|\d\d)\./.test(compose.stdout ?? '')) return `Docker Compose 2 is missing. ${hint}`
  return undefined
}

function works(program: string, words: readonly string[]): boolean {
  return spawnSync(program, words, { timeout: 20_000, stdio: 'ignore' }).status === 0
}
