import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { INPUTS } from '../../src/action/inputs.ts'
import { parseDuration } from '../../src/model/duration.ts'
import { everyWorkflow, type WorkflowText } from './every-workflow.ts'
import { example } from './run-workflow.ts'

interface Given {
  readonly on: unknown
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, GivenJob>>
}

interface GivenJob {
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly 'timeout-minutes'?: number
  readonly steps: readonly {
    readonly 'timeout-minutes'?: number
    readonly uses?: string
    readonly with?: Readonly<Record<string, unknown>> | null
    readonly run?: string
  }[]
}

const OURS = /^(?:\.\/|<owner>\/verify-deploy@v1)$/

/** Everything that a workflow does and should not. */
function breaches({ text, whole }: Pick<WorkflowText, 'text' | 'whole'>): readonly string[] {
  const workflow = parse(text) as Given
  const jobs = Object.entries(workflow.jobs)
  const found = [...unpinned(text), ...jobs.flatMap(([name, job]) => ofJob(job).map(breach => `${name}: ${breach}`))]
  if (/\bpull_request_target\b/.test(JSON.stringify(workflow.on))) found.push('pull_request_target')
  for (const [name, job] of jobs) {
    if (workflow.permissions === undefined && job.permissions === undefined) found.push(`${name}: no permissions`)
    if (/"write-all"|"read-all"/.test(JSON.stringify([workflow.permissions, job.permissions]))) {
      found.push(`${name}: all permissions`)
    }
    if (whole && !job['timeout-minutes']) found.push(`${name}: no time-out`)
  }
  return found
}

function ofJob(job: GivenJob): readonly string[] {
  return job.steps.flatMap(({ uses = '', with: given, run = '' }) => [
    ...(run.includes('${{') ? ['an expression in a script'] : []),
    ...(uses.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false ? ['credentials stay'] : []),
  ])
}

/** Actions of others that are not held to a commit, with the version it has. */
function unpinned(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: +(.*)$/gm)]
    .map(([, uses = '']) => uses.trim())
    .filter(uses => !OURS.test(uses) && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))
    .map(uses => `not pinned: ${uses}`)
}

const workflows = everyWorkflow()

describe('every workflow', () => {
  it.each(workflows)('pins, bounds and permits what it should: $where', workflow => {
    expect(breaches(workflow)).toEqual([])
  })

  it('pins each action to one commit', () => {
    const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)@([0-9a-f]{40}) # (v\S+)/g)])
    const used = new Set(pins.map(([, action, commit, version]) => `${action} ${commit} ${version}`))
    expect([...used].map(pin => pin.split(' ')[0])).toEqual([...new Set([...used].map(pin => pin.split(' ')[0]))])
  })
})

describe('the rules', () => {
  const sound = example('rollback.yml')

  it.each([
    [/@[0-9a-f]{40} # v5.0.0/, '@v5', 'not pinned: actions/checkout@v5'],
    [/ # v7.0.0/, '', /^not pinned: actions\/upload-artifact@/],
    [/permissions: {}\n\nconcurrency:/, 'concurrency:', undefined],
    [/ +permissions: {}\n/, '', undefined],
    [/permissions: {}/, 'permissions: write-all', 'deploy: all permissions'],
    [/ +timeout-minutes: 10\n/, '', 'deploy: no time-out'],
    [/"\$PREVIOUS" \]/, '"\u0024{{ needs.deploy.outputs.previous }}" ]', 'rollback: an expression in a script'],
    [/ +persist-credentials: false\n/, '', 'verify: credentials stay'],
    [/on:\n {2}push/, 'on:\n  pull_request_target', 'pull_request_target'],
  ])('would find %s turned into %j', (right, wrong, breach) => {
    const text = sound.replace(right, () => wrong)
    expect(text).not.toBe(sound)
    const found = breaches({ text, whole: true })
    if (breach === undefined) expect(found).toEqual([])
    else expect(found[0]).toMatch(breach)
  })

  it('want permissions at the top or at each job', () => {
    const text = sound.replace(/^ *permissions: {}\n/gm, '')
    expect(breaches({ text, whole: true })).toEqual(['deploy: no permissions'])
  })
})

describe('the examples', () => {
  const examples = workflows.filter(({ where }) => where.startsWith('examples/'))

  it.each(examples)('cut no verification short: $where', ({ text }) => {
    const { concurrency, jobs } = parse(text) as Given
    expect(JSON.stringify([concurrency, Object.values(jobs).map(job => job.concurrency)])).not.toContain(':true')
    const most = [INPUTS.timeout, INPUTS['cleanup-timeout']].reduce((sum, text) => sum + (parseDuration(text) ?? 0), 0)
    for (const job of Object.values(jobs)) {
      if (job.steps.some(({ uses = '' }) => OURS.test(uses)))
        expect(job['timeout-minutes']).toBeGreaterThan(most / 60_000)
    }
  })

  it('fail a deployment that hangs, since of a job that is cut off nothing is rolled back', () => {
    const { jobs } = parse(examples.find(({ where }) => where.endsWith('/rollback.yml'))?.text ?? '') as Given
    const [deploy] = jobs.deploy?.steps ?? []
    expect(deploy?.['timeout-minutes']).toBeLessThan(jobs.deploy?.['timeout-minutes'] ?? 0)
  })

  it.each(examples)('may do no more than they need: $where', ({ text }) => {
    const { permissions, jobs } = parse(text) as Given
    const given = [permissions, ...Object.values(jobs).map(job => job.permissions)].flatMap(each =>
      Object.entries(each ?? {}),
    )
    const needed = ['actions: read', 'contents: read', 'pull-requests: write']
    expect(given.map(pair => pair.join(': ')).filter(each => !needed.includes(each))).toEqual([])
  })
})
