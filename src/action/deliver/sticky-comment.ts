import { readFile } from 'node:fs/promises'
import { type Json, parseJson } from '../../model/json.ts'
import type { Report } from '../../model/result.ts'
import { verdictOf } from '../../model/verdict.ts'
import type { PastRun } from '../../report/comment/past-run.ts'
import { type CommentFacts, renderComment } from '../../report/comment.ts'
import type { CommentInputs, Inputs } from '../inputs.ts'
import type { Runner } from '../runner.ts'
import { type ApiClock, createApiBudget, systemApiClock } from './api-budget.ts'
import { ApiFault } from './api-fault.ts'
import { commentFaultText } from './comment-fault.ts'
import { findPull, type Subject, subjectOf } from './pull-request.ts'
import { type Settled, settleComment } from './settle-comment.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** All requests together. A job that was cancelled is killed within seconds. */
const BUDGET_MS = 30_000
const CANCELLED_BUDGET_MS = 3_000

/** The comment of one run, ready to be written to a file and to GitHub. */
export interface StickyComment {
  /** Its text, as if it were the first under its pull request. */
  render(): string
  /** Writes or updates it, or tells why not. Rejects only for a fault of our own. */
  deliver(runner: Runner): Promise<void>
}

export interface CommentPorts {
  readonly clock?: ApiClock
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal
}

/** Undefined when no comment is wanted. */
export async function createStickyComment(
  report: Report,
  inputs: Inputs,
  { clock = systemApiClock(), signal = new AbortController().signal }: CommentPorts = {},
): Promise<StickyComment | undefined> {
  const { comment, evidence, settings } = inputs
  if (comment.when === 'never') return undefined
  const { environment, event } = settings
  const payload = await readPayload(environment)
  const subject = subjectOf(payload, event.sha)
  const run = runOf(report, { environment, commit: subject.commit, now: clock.now() })
  const facts = (runs: readonly PastRun[]): CommentFacts => ({ key: comment.key, runs, url: event.url, evidence })
  const render = (runs: readonly PastRun[]): string => renderComment(report, facts(runs))
  return {
    render: () => render([run]),
    async deliver(runner) {
      const worth = worthOf(report, comment)
      if (worth === 'nothing') return
      const say = { run, render, anew: worth === 'anew' }
      const cancelled = signal.aborted || verdictOf(report) === 'cancelled'
      await deliverTo({ inputs, subject, say, runner, clock, signal, cancelled })
    },
  }
}

interface Delivery {
  readonly inputs: Inputs
  readonly subject: Subject
  readonly say: Parameters<typeof settleComment>[2]
  readonly runner: Runner
  readonly clock: ApiClock
  readonly signal: AbortSignal
  readonly cancelled: boolean
}

async function deliverTo({ inputs, subject, say, runner, clock, signal, cancelled }: Delivery): Promise<void> {
  const { comment, settings } = inputs
  const { token } = comment
  const { repository } = settings.event
  if (token === '' || repository === null) {
    const missing = token === '' ? 'the input github-token is empty' : 'GITHUB_REPOSITORY is not set'
    return runner.print(`Pull-request comment: none, because ${missing}.`)
  }
  const baseUrl = (settings.environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  let { pull } = subject
  try {
    // Octokit is half of what the Action could load, and most runs belong to no pull request or have nothing to say.
    const { createGitHubApi } = await import('./github-api.ts')
    const budget = createApiBudget(cancelled ? CANCELLED_BUDGET_MS : BUDGET_MS, clock)
    const api = createGitHubApi({ token, baseUrl, repository }, budget)
    pull = await soonAfter(signal, clock, findPull(subject, api))
    if (pull === undefined) return runner.print(`Pull-request comment: none, because ${nowhere(subject)}.`)
    const settled = await soonAfter(signal, clock, settleComment(pull, comment.key, say, { api, budget }))
    runner.print(settledText(settled, pull))
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    const dependabot = settings.event.actor === 'dependabot[bot]'
    const facts = { fromFork: subject.fromFork, dependabot, baseUrl, token, reportDir: inputs.reportDir }
    const text = commentFaultText(error, facts)
    // Nobody asked for a comment where none may be due: a run that passed, or one that no pull request is known of.
    if (comment.when === 'auto' && (!say.anew || pull === undefined))
      runner.print(`Pull-request comment: none. ${text}`)
    else runner.annotate({ level: 'warning', title: 'No pull-request comment', message: text, location: undefined })
  }
}

/** Waits for the work, but no longer than is left of a job that is cancelled while it is under way. */
async function soonAfter<V>(signal: AbortSignal, clock: ApiClock, work: Promise<V>): Promise<V> {
  const { promise, reject } = Promise.withResolvers<never>()
  const hurry = async (): Promise<void> => {
    await clock.sleep(CANCELLED_BUDGET_MS)
    reject(new ApiFault('timeout', 'The job was cancelled.'))
  }
  signal.addEventListener('abort', hurry, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', hurry)
  }
}

/** `anew`: also where there is no comment yet; `again`: only where there is one. */
function worthOf(report: Report, { when }: CommentInputs): 'anew' | 'again' | 'nothing' {
  if (when === 'always') return 'anew'
  const verdict = verdictOf(report)
  // A cancelled run found out nothing; mostly a newer one took its place.
  if (verdict === 'cancelled') return 'nothing'
  if (verdict !== 'passed') return 'anew'
  return when === 'auto' ? 'again' : 'nothing'
}

function runOf(
  report: Report,
  given: { readonly environment: Environment; readonly commit: string | null; readonly now: number },
): PastRun {
  const { environment, commit, now } = given
  return {
    verdict: verdictOf(report),
    at: report.report === 'finished' ? report.run.facts.startedAt : new Date(now).toISOString(),
    commit,
    // `owner/name/.github/workflows/verify.yml@refs/heads/main`
    workflow: environment.GITHUB_WORKFLOW_REF?.replace(/@.*$/, '') || environment.GITHUB_WORKFLOW || null,
    id: countOf(environment.GITHUB_RUN_ID),
    number: countOf(environment.GITHUB_RUN_NUMBER),
    attempt: countOf(environment.GITHUB_RUN_ATTEMPT),
  }
}

function countOf(text = ''): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** The event as GitHub wrote it for this step; null where there is none, or nothing that can be read. */
async function readPayload({ GITHUB_EVENT_PATH: path }: Environment): Promise<Json> {
  if (!path) return null
  try {
    return parseJson(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

function settledText({ outcome, url }: Settled, pull: number): string {
  const where = url === undefined ? '' : `: ${url}`
  switch (outcome) {
    case 'created':
      return `Pull-request comment: written under #${pull}${where}`
    case 'updated':
      return `Pull-request comment: updated under #${pull}${where}`
    case 'newer':
      return `Pull-request comment: left as it is under #${pull}, since it tells of a newer run${where}`
    case 'not wanted':
      return `Pull-request comment: none, because the run passed and there was none before under #${pull}.`
  }
}

function nowhere({ commit }: Subject): string {
  return commit === null ? 'the event names no commit' : `no pull request has the commit ${commit.slice(0, 7)}`
}
