import { expect, it } from 'vitest'
import { runChecklist } from '../../scripts/real-stack/checklist-run.ts'
import { waitFor } from '../../scripts/real-stack/command.ts'
import { findsOf, NOTHING } from './finds.ts'
import { describeOnStack } from './ground.ts'

const ROUNDS = 20

describeOnStack('the release checklist over SSH', ground => {
  it(`finds nothing where there is no fault, ${ROUNDS} runs in a row`, async () => {
    const { deployment } = ground()
    for (let round = 1; round <= ROUNDS; round += 1) {
      await deployment.refresh()
      const run = await runChecklist(ground())
      expect(findsOf(run), run.stdout).toEqual(NOTHING)
      expect({ code: run.exitCode, verdict: run.verdict, cleanup: run.cleanup }).toEqual({
        code: 0,
        verdict: 'passed',
        cleanup: ['passed'],
      })
    }
    const users = 'SELECT email FROM users'
    expect(await deployment.compose('exec', '-T', 'postgres', ...psql(users))).toBe('admin@assistance-kz.ru\n')
  }, 600_000)

  it('does not mind what nginx says while the backend is still starting', async () => {
    const { deployment } = ground()
    await deployment.refresh()
    await deployment.compose('stop', '--timeout=2', 'backend')
    const running = runChecklist({ ...ground(), variables: { pause: '500ms' } })
    await waitFor('a complaint of nginx', async () =>
      (await deployment.compose('logs', '--tail=5', 'nginx')).includes('[error]') ? true : undefined,
    )
    await deployment.compose('start', 'backend')
    const run = await running
    expect(findsOf(run), run.stdout).toEqual(NOTHING)
  }, 120_000)

  it('looked at the server, not only at the pages', async () => {
    const { deployment } = ground()
    await deployment.refresh()
    const { checks } = await runChecklist(ground())
    const passed = checks.filter(({ rawStatus }) => rawStatus === 'passed').map(({ extra }) => extra.id)
    expect(passed).toEqual(
      expect.arrayContaining(['began', 'containers', 'users-before', 'migrations', 'tables', 'log']),
    )
  }, 60_000)
})

function psql(sql: string): readonly string[] {
  return ['psql', '-U', 'assistadmin_pg', '-d', 'assistance_kz', '-Atc', sql]
}
