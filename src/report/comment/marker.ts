import { createHash } from 'node:crypto'
import type { Verdict } from '../../model/result.ts'
import type { PastRun } from './past-run.ts'

const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'cancelled', 'invalid']
const MARKER = /^<!-- verify-deploy:comment key=(\S*) runs=([A-Za-z0-9+/=]*) -->/
const LONGEST_KEY = 120

/**
 * The first line of a comment, which GitHub does not show: whose comment it is, and the runs it tells of, the newest
 * first. Neither part can hold `-->` or a line break, whatever the key is made of.
 */
export function writeMarker(key: string, runs: readonly PastRun[]): string {
  const rows = runs.map(run => [run.verdict, run.at, run.commit, run.workflow, run.id, run.number, run.attempt])
  return `<!-- verify-deploy:comment key=${keyWord(key)} runs=${Buffer.from(JSON.stringify(rows)).toString('base64')} -->`
}

/** The runs a comment tells of, the newest first; undefined for a comment that is not of this key. */
export function readMarker(body: string, key: string): readonly PastRun[] | undefined {
  const [, found, runs = ''] = MARKER.exec(body) ?? []
  return found === keyWord(key) ? readRuns(runs) : undefined
}

/** The marker a comment begins with, as it stands there; empty when it begins with none. */
export function writtenMarker(body: string): string {
  return MARKER.exec(body)?.[0] ?? ''
}

function keyWord(key: string): string {
  const word = encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D')
  return word.length <= LONGEST_KEY ? word : createHash('sha256').update(key).digest('hex')
}

/** Who may edit comments may have written anything here, and all of it is shown. */
function readRuns(text: string): readonly PastRun[] {
  try {
    const rows: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    return Array.isArray(rows) ? rows.slice(0, 100).flatMap(readRun) : []
  } catch {
    return []
  }
}

function readRun(row: unknown): readonly PastRun[] {
  if (!Array.isArray(row)) return []
  const [word, at, commit, workflow, id, number, attempt]: readonly unknown[] = row
  const verdict = VERDICTS.find(known => known === word)
  if (verdict === undefined || !isTime(at)) return []
  return [
    {
      verdict,
      at,
      commit: typeof commit === 'string' && /^[0-9a-f]{7,64}$/.test(commit) ? commit : null,
      workflow: typeof workflow === 'string' ? workflow : null,
      id: countOf(id),
      number: countOf(number),
      attempt: countOf(attempt),
    },
  ]
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value))
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}
