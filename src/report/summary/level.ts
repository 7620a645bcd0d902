/** How much a summary tells. */
export interface Level {
  /** Every passed check, rather than how many there are. */
  readonly passed: boolean
  /** How many characters of each piece of evidence stand behind a fold; with 0 there are no folds. */
  readonly evidence: number
  /** Each failure with its line, expected and actual, rather than in a line. */
  readonly details: boolean
  /** Where a failure is a line, how many characters are told of what was seen and of its fix; with 0 it is only named. */
  readonly told: number
  /** What is missing, for the reader. */
  readonly missing: string
}

/** From everything down to a line a failure. */
export const LEVELS: readonly Level[] = [
  { passed: true, evidence: 20_000, details: true, told: 200, missing: '' },
  { passed: false, evidence: 20_000, details: true, told: 200, missing: 'passed checks are only counted' },
  {
    passed: false,
    evidence: 2_000,
    details: true,
    told: 200,
    missing: 'passed checks are only counted and evidence is shortened',
  },
  {
    passed: false,
    evidence: 0,
    details: true,
    told: 200,
    missing: 'passed checks are only counted and evidence is left out',
  },
  {
    passed: false,
    evidence: 0,
    details: false,
    told: 200,
    missing: 'passed checks are only counted and a failure is a line',
  },
]
