import { expect, it } from 'vitest'
import { type ChecklistRun, runChecklist } from '../../scripts/real-stack/checklist-run.ts'
import { stackFaults } from './fault-table.ts'
import { expectedFinds, findsOf, NOTHING } from './finds.ts'
import { describeOnStack } from './ground.ts'

const ROW_MS = 180_000

describeOnStack('a fault of the deployment on the server', ground => {
  it.each(Object.entries(stackFaults))(
    '%s: is found by just the right checks, and no more once it is mended',
    async (_name, fault) => {
      const { deployment } = ground()
      await deployment.deploy()
      await deployment.refresh()
      let wrong: ChecklistRun
      try {
        await fault.arrange(deployment)
        wrong = await runChecklist({ ...ground(), ...variablesOf(fault.finds.variables) })
      } finally {
        await fault.mend?.(deployment)
        await deployment.deploy()
      }
      expect(findsOf(wrong), wrong.stdout).toEqual(
        expectedFinds(fault.finds, wrong, pattern => expect.stringMatching(pattern)),
      )
      expect({ code: wrong.exitCode, verdict: wrong.verdict }).toEqual({ code: 1, verdict: 'failed' })
      expect(unwrapped(wrong.stdout)).toContain(fault.says ?? '')

      await deployment.refresh()
      const mended = await runChecklist(ground())
      expect(findsOf(mended), mended.stdout).toEqual(NOTHING)
      expect(mended.exitCode).toBe(0)
    },
    ROW_MS,
  )
})

function variablesOf(variables: Readonly<Record<string, string>> | undefined): object {
  return variables === undefined ? {} : { variables }
}

/** The terminal's lines, and the bars before evidence, are of no matter. */
function unwrapped(text: string): string {
  return text.replace(/\n\s*(│ )?/g, ' ')
}
