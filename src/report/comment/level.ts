import type { Level } from '../summary/level.ts'

/** From everything a comment tells down to the names of what failed. */
export const COMMENT_LEVELS: readonly Level[] = [
  { passed: false, evidence: 2_000, details: true, told: 200, missing: '' },
  { passed: false, evidence: 0, details: true, told: 200, missing: 'evidence is left out' },
  { passed: false, evidence: 0, details: false, told: 200, missing: 'a failure is a line' },
  { passed: false, evidence: 0, details: false, told: 60, missing: 'a failure is a short line' },
  { passed: false, evidence: 0, details: false, told: 0, missing: 'failures are only named' },
]
