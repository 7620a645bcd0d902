import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChecklistRun, runChecklist } from '../../scripts/real-stack/checklist-run.ts'
import type { SshServer } from '../real-stack.ts'
import { stackFaults } from './fault-table.ts'
import { findsOf, NOTHING } from './finds.ts'
import { describeOnStack } from './ground.ts'
import { startSkewedServer } from './skewed-server.ts'

const FIVE_MINUTES = 300
const RUN_MS = 120_000

describeOnStack('a host whose clock', ground => {
  describe.each([
    ['is five minutes ahead', FIVE_MINUTES],
    ['is five minutes behind', -FIVE_MINUTES],
  ])('%s', (_name, seconds) => {
    let server: SshServer
    beforeAll(async () => {
      server = await startSkewedServer(seconds)
      await ground().deployment.deploy()
    })
    afterAll(() => server?.stop())

    const look = (asks: boolean): Promise<ChecklistRun> =>
      runChecklist({
        ...ground(),
        server,
        checklist: '__tests__/e2e/host-clock.yml',
        variables: { asks: String(asks) },
      })

    it(
      'raises no false alarm',
      async () => {
        await ground().deployment.refresh()
        const run = await runChecklist({ ...ground(), server })
        expect(findsOf(run), run.stdout).toEqual(NOTHING)
      },
      RUN_MS,
    )

    it(
      'hides no error that the run has caused, and an older one does not count',
      async () => {
        const { deployment } = ground()
        await stackFaults['error in a log']?.arrange(deployment)
        expect(findsOf(await look(true)).failed).toMatchObject({ 'since-run': [['count', '0', '1']] })
        const { failed } = findsOf(await look(false))
        expect(failed).toHaveProperty('last-minute')
        expect(failed).not.toHaveProperty('since-run')
        await deployment.refresh()
        const run = await runChecklist({ ...ground(), server })
        expect(findsOf(run), run.stdout).toEqual({ ...NOTHING, failed: { log: [['count', '0', '1']] } })
      },
      RUN_MS,
    )
  })
})
