/** How much a summary tells. */
export interface Level {
  /** When what ran, as a picture. */
  readonly timeline: boolean
  /** Every passed check, rather than how many there are. */
  readonly passed: boolean
  /** What is no failure is told in brief: the beginning of each list, and of each item. */
  readonly brief: boolean
  /** How many characters of each piece of evidence stand behind a fold; with 0 there are no folds. */
  readonly evidence: number
  /** Each failure with its line, expected and actual, rather than in a line. */
  readonly details: boolean
  /** So many, then; every further one is a line. */
  readonly full: number
  /** Where a failure is a line, how many characters are told of what was seen and of its fix; with 0 it is only named. */
  readonly told: number
  /** Where something is written leads to the line on GitHub. */
  readonly linked: boolean
  /** What is missing, for the reader. */
  readonly missing: string
}

const ALL: Level = {
  timeline: true,
  passed: true,
  brief: false,
  evidence: 20_000,
  details: true,
  full: Number.POSITIVE_INFINITY,
  told: 200,
  linked: true,
  missing: '',
}
const FAILURES: Level = {
  ...ALL,
  timeline: false,
  passed: false,
  missing: 'the timeline is left out and passed checks are only counted',
}

/** What is long for other reasons than its failures costs them nothing: lists are cut short before evidence is. */
const BRIEF: Level = { ...FAILURES, brief: true }
const LINES: Level = { ...BRIEF, evidence: 0, details: false, linked: false }

/** From everything down to the names of what failed. */
export const LEVELS: readonly Level[] = [
  ALL,
  FAILURES,
  { ...BRIEF, missing: 'the timeline is left out, passed checks are only counted and long lists end early' },
  {
    ...BRIEF,
    evidence: 2_000,
    missing: 'the timeline is left out, passed checks are only counted and evidence is shortened',
  },
  {
    ...BRIEF,
    evidence: 0,
    missing: 'the timeline and evidence are left out and passed checks are only counted',
  },
  {
    ...LINES,
    missing: 'the timeline and evidence are left out, passed checks are only counted and a failure is a line',
  },
  {
    ...LINES,
    told: 0,
    missing: 'the timeline and evidence are left out, passed checks are only counted and failures are only named',
  },
]
