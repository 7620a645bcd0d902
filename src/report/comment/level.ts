import type { Level } from '../summary/level.ts'

/** A comment is read on the way; the whole report, to which it leads, has the others in full as well. */
const IN_FULL = 10

const ALL: Level = {
  timeline: false,
  passed: false,
  brief: false,
  evidence: 2_000,
  details: true,
  full: IN_FULL,
  told: 200,
  linked: true,
  missing: '',
}
const BRIEF: Level = { ...ALL, brief: true }
const LINES: Level = { ...BRIEF, evidence: 0, linked: false, details: false, missing: 'a failure is a line' }

/** From everything a comment tells down to the names of what failed. */
export const COMMENT_LEVELS: readonly Level[] = [
  ALL,
  { ...BRIEF, missing: 'long lists end early' },
  { ...BRIEF, evidence: 0, missing: 'evidence is left out' },
  { ...BRIEF, evidence: 0, linked: false, missing: 'evidence and links to lines are left out' },
  LINES,
  { ...LINES, told: 60, missing: 'a failure is a short line' },
  { ...LINES, told: 0, missing: 'failures are only named' },
]
