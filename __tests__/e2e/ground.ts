import { afterAll, beforeAll, expect } from 'vitest'
import { type ChecklistRun, startServerOf } from '../../scripts/real-stack/checklist-run.ts'
import { type Deployment, deployStack } from '../../scripts/real-stack/deployment.ts'
import type { Finding, Finds } from '../example/fault-table.ts'
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

/** What a run holds besides passed checks, in the words of the fault table. Conditions and manual boxes are left out. */
export function findsOf({ checks }: ChecklistRun): Finds {
  const failed: Record<string, Finds['failed'][string]> = {}
  const errored: Record<string, string> = {}
  const skipped: string[] = []
  for (const { name, rawStatus, extra } of checks) {
    const { id = name, failures = [], fault, reason } = extra
    if (rawStatus === 'failed')
      failed[id] = failures.map(({ subject, expected, actual }) => [subject, expected, actual])
    if (rawStatus === 'errored') errored[id] = fault?.code ?? ''
    if (rawStatus === 'skipped' && reason?.because !== 'condition') skipped.push(id)
  }
  return { failed, errored, skipped: skipped.sort() }
}

export const NOTHING = { failed: {}, errored: {}, skipped: [] }

/** A row of the fault table, as `findsOf` of the run is to equal it. */
export function expectedFinds(finds: Finds, { checks }: ChecklistRun): object {
  const { failed, errored = {}, skipped = [] } = finds
  const matching = (findings: readonly Finding[]): unknown[] =>
    findings.map(finding => finding.map(text => (text instanceof RegExp ? expect.stringMatching(text) : text)))
  const afterGate = checks.flatMap(({ extra: { key, id } }) =>
    key.startsWith('checks.') && id !== undefined ? [id] : [],
  )
  return {
    failed: Object.fromEntries(Object.entries(failed).map(([id, findings]) => [id, matching(findings)])),
    errored,
    skipped: (skipped === 'all' ? afterGate : [...skipped]).sort(),
  }
}
