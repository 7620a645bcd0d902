import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../examples/assistance/database.ts'
import { faults } from '../../examples/assistance/faults.ts'
import type { FinishedReport, Report } from '../../src/model/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import { checksOf, verdictOf } from '../../src/model/verdict.ts'
import { verify } from '../../src/verify.ts'
import { NO_EVENT } from '../run-facts.ts'
import { type Ground, prepareGround, ROOT, type RunningExample, startExample } from './assistance.ts'
import { type Finding, type Finds, faultTable } from './fault-table.ts'

const FIRST_USER = 'admin@assistance-kz.ru'

let ground: Ground
let database: Database

beforeAll(async () => {
  ground = await prepareGround()
  database = await openDatabase(ground.postgres.url)
})
afterAll(async () => {
  await database?.end()
  await ground?.[Symbol.asyncDispose]()
})

/** As the demonstration is run, with shorter pauses. */
function settingsFor(service: RunningExample, variables: Finds['variables']): Settings {
  const { address, password } = ground.postgres
  return {
    ...DEFAULT_SETTINGS,
    root: ROOT,
    target: 'demo',
    variables: { pause: '20ms', ...variables },
    select: [],
    skip: [],
    environment: {
      BASE_URL: service.url,
      DATABASE_ADDRESS: address,
      DATABASE_PASSWORD: password,
      LOG_FILE: service.logFile,
    },
    event: NO_EVENT,
  }
}

async function runChecklist(
  name: string,
  fault: string | null,
  variables: Finds['variables'] = {},
): Promise<FinishedReport> {
  await database.query(`DELETE FROM users WHERE email <> '${FIRST_USER}'`)
  await database.query('DELETE FROM auth_events')
  const service = await startExample(ground, name, fault)
  let report: Report
  try {
    report = await verify(settingsFor(service, variables), { signal: new AbortController().signal })
  } finally {
    await service.close()
  }
  if (report.report === 'invalid') throw new Error(report.diagnostics.map(found => found.message).join('\n'))
  return report
}

/** What a report holds besides passed checks, in the words of the fault table. Manual boxes stay open and are left out. */
function findsOf(report: FinishedReport): Finds {
  const failed: Record<string, Finds['failed'][string]> = {}
  const errored: Record<string, string> = {}
  const skipped: string[] = []
  for (const { check } of checksOf(report.run)) {
    const { outcome, id = check.name } = check
    if (outcome.status === 'failed')
      failed[id] = outcome.failures.map(({ subject, expected, actual }) => [subject, expected, actual])
    if (outcome.status === 'errored') errored[id] = outcome.fault.code
    if (outcome.status === 'skipped' && outcome.reason.because !== 'condition') skipped.push(id)
  }
  return { failed, errored, skipped: skipped.sort() }
}

function expected(finds: Finds, report: FinishedReport): object {
  const { failed, errored = {}, skipped = [] } = finds
  const matching = (findings: readonly Finding[]): unknown[] =>
    findings.map(finding => finding.map(text => (text instanceof RegExp ? expect.stringMatching(text) : text)))
  return {
    failed: Object.fromEntries(Object.entries(failed).map(([id, findings]) => [id, matching(findings)])),
    errored,
    skipped: (skipped === 'all' ? idsAfterGate(report) : [...skipped]).sort(),
  }
}

function idsAfterGate(report: FinishedReport): string[] {
  const checks = checksOf(report.run).map(({ check }) => check)
  return checks.filter(({ key }) => key.startsWith('checks.')).map(({ id = '' }) => id)
}

describe('the release checklist', () => {
  it.each(Object.keys(faultTable))('finds the fault %s, and what follows of it', async fault => {
    const finds = faultTable[fault] ?? { failed: {} }
    const report = await runChecklist(fault, fault, finds.variables)
    expect(findsOf(report)).toEqual(expected(finds, report))
    const clean = Object.keys({ ...finds.failed, ...finds.errored }).length === 0
    expect(verdictOf(report)).toBe(clean ? 'passed' : 'failed')
  })

  it('finds nothing where there is no fault, twenty runs in a row', async () => {
    for (let round = 1; round <= 20; round += 1) {
      const report = await runChecklist(`round-${round}`, null)
      expect(findsOf(report)).toEqual({ failed: {}, errored: {}, skipped: [] })
      expect(report.run.cleanup.map(({ check }) => check.outcome.status)).toEqual(['passed'])
      expect(verdictOf(report)).toBe('passed')
      const { rows } = await database.query('SELECT email FROM users')
      expect(rows).toEqual([{ email: FIRST_USER }])
    }
  }, 120_000)

  it('has a row for every fault of the example', () => {
    expect(Object.keys(faultTable)).toEqual(Object.keys(faults))
  })
})
