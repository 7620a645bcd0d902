import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodeOf } from '../edge/exit-code.ts'
import { withThriftyHeap } from '../edge/heap-thrift.ts'
import { messageOf, writeReports, writeText } from '../edge/report-files.ts'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { InvalidReport, Report } from '../model/result.ts'
import { locate } from '../model/source.ts'
import { writtenMarker } from '../report/comment/marker.ts'
import { painter } from '../report/format/paint.ts'
import { renderTerminal } from '../report/terminal.ts'
import { verify } from '../verify.ts'
import { createConsoleLog } from './console-log.ts'
import { deliverAnnotations } from './deliver/annotations.ts'
import { deliverJobSummary } from './deliver/job-summary.ts'
import { deliverOutputs } from './deliver/outputs.ts'
import { createStickyComment } from './deliver/sticky-comment.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import { refuseUntrusted } from './trust.ts'

export interface ActionContext {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runner: Runner
  readonly signal: AbortSignal
}

const LOG_WIDTH = 110

/**
 * A cancelled job gets SIGINT and is killed 10 s later. Of these cleanup has the first part, so that outputs, reports and
 * the comment, which has 3 s, are written before the end.
 */
const GRACE_MS = 5_000

/** One step: inputs, run, report, deliveries. Gives the exit code. */
export async function runAction(context: ActionContext): Promise<number> {
  const { inputs, diagnostics } = readInputs(context.environment)
  // The runner knows its own token, not one that an author made.
  if (inputs.comment.token !== '') context.runner.mask(inputs.comment.token)
  const report = await reportOf(inputs, diagnostics, context)
  const options = { color: true, width: LOG_WIDTH }
  context.runner.print(renderTerminal(report, options).trimEnd())
  await deliver(report, inputs, context)
  return exitCodeOf(report)
}

async function reportOf(inputs: Inputs, faults: readonly Diagnostic[], context: ActionContext): Promise<Report> {
  const refusals = hasErrors(faults) ? faults : await refuseUntrusted(inputs)
  if (refusals.length > 0) return invalidReport(inputs, refusals)
  const log = createConsoleLog(context.runner, painter(true))
  try {
    const ports = { signal: context.signal, graceMs: GRACE_MS, verbose: context.environment.RUNNER_DEBUG === '1' }
    return await withThriftyHeap(log, observer => verify(inputs.settings, { ...ports, observer }))
  } finally {
    log.finish()
  }
}

function invalidReport({ settings }: Inputs, diagnostics: readonly Diagnostic[]): InvalidReport {
  const page = settings.checklistPage === undefined ? {} : { page: settings.checklistPage }
  return {
    report: 'invalid',
    checklist: { name: settings.checklist, file: settings.checklist, ...page },
    diagnostics: diagnostics.map(({ span, ...rest }) => ({ ...rest, location: locate(span) })),
  }
}

/** Each destination for itself: one that fails is logged, silences no other and does not change the verdict. */
async function deliver(report: Report, inputs: Inputs, { runner, signal }: ActionContext): Promise<void> {
  const attempt = async (what: string, delivery: () => unknown): Promise<void> => {
    try {
      await delivery()
    } catch (error) {
      runner.print(`${what} could not be delivered: ${messageOf(error)}`)
    }
  }
  // A cancelled job is killed within seconds, so what later steps read comes first.
  await attempt('The outputs', () => {
    if (!deliverOutputs(report, inputs.reportDir, runner)) {
      runner.print('There are no outputs: GITHUB_OUTPUT names no file.')
    }
  })
  await attempt('The report files', async () => {
    const { faults } = await writeReports(report, inputs.reportDirectory)
    for (const fault of faults) runner.print(fault)
  })
  if (inputs.summary) await attempt('The job summary', () => deliverJobSummary(report, runner))
  const { repository } = inputs.settings.event
  const facts = { repository, evidence: inputs.evidence }
  await attempt('The annotations', () => deliverAnnotations(report, runner, facts))
  await attempt('The pull-request comment', async () => {
    const comment = await createStickyComment(report, inputs, { signal })
    const file = join(inputs.reportDirectory, 'comment.md')
    if (comment === undefined) return removeOurs(file)
    await attempt('The report comment.md', () => writeText(file, comment.render))
    // Last of all: it alone waits for somebody else.
    await comment.deliver(runner)
  })
}

/** The comment of an earlier step would pass for this one's, in an artifact and under a pull request. */
async function removeOurs(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (writtenMarker(text) !== '') await rm(file, { force: true })
}
