import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RUNAWAY } from './checklists.ts'
import { buildElsewhere, folderWith, start, startSite } from './program.ts'

it('leaves jq to cleanup at once when a job is cancelled while patterns run away', async () => {
  const text = `${'a'.repeat(50)}b`
  await using site = await startSite((path, response) => path.startsWith('/text') && response.end(text) === response)
  const cwd = await folderWith(RUNAWAY(site.url))
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, INPUT_SUMMARY: 'false', INPUT_COMMENT: 'never' }
  const { child, ended } = start([join(await buildElsewhere(), 'main.js')], { cwd, environment })
  // Eight run at once, so that this one is asked for when the first of them is over.
  await site.waitFor('/text-9')
  child.kill('SIGINT')
  expect((await ended).code).toBe(130)
  const { results } = JSON.parse(await readFile(join(cwd, 'verify-report', 'report.json'), 'utf8'))
  expect(results.extra.cleanup).toMatchObject([{ status: 'passed' }])
})
