import { afterAll, beforeAll } from 'vitest'
import { startServerOf } from '../../scripts/real-stack/checklist-run.ts'
import { type Deployment, deployStack } from '../../scripts/real-stack/deployment.ts'
import { describeWithDockerAndSshd, type SshServer } from '../real-stack.ts'

/** The example deployed to a server of its own, for one test file. */
export interface Ground {
  readonly deployment: Deployment
  readonly server: SshServer
}

const DEPLOY_MS = 10 * 60_000

/** A group of tests on the real stack; where it cannot be brought up they are skipped, or fail in CI. */
export function describeOnStack(name: string, body: (ground: () => Ground) => void): void {
  describeWithDockerAndSshd(name, () => {
    let ground: Ground | undefined
    beforeAll(async () => {
      ground = { deployment: await deployStack(), server: await startServerOf() }
    }, DEPLOY_MS)
    afterAll(async () => {
      await ground?.server.stop()
      await ground?.deployment[Symbol.asyncDispose]()
    }, DEPLOY_MS)
    body(() => {
      if (ground === undefined) throw new Error('The stack is not up.')
      return ground
    })
  })
}
