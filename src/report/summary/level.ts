/** How much a summary tells. */
export interface Level {
  /** Every passed check, rather than how many there are. */
  readonly passed: boolean
  /** Evidence and attempts behind folds. */
  readonly evidence: boolean
  /** Each failure with its line, expected and actual, rather than in a line. */
  readonly details: boolean
  /** What the reader is told of what is missing. */
  readonly note: string
}

/** From everything down to a line a failure. */
export const LEVELS: readonly Level[] = [
  { passed: true, evidence: true, details: true, note: '' },
  {
    passed: false,
    evidence: true,
    details: true,
    note: 'To fit the limit of a summary, passed checks are only counted. The report files hold everything.',
  },
  {
    passed: false,
    evidence: false,
    details: true,
    note: 'To fit the limit of a summary, passed checks are only counted and evidence is left out. The report files hold everything.',
  },
  {
    passed: false,
    evidence: false,
    details: false,
    note: 'To fit the limit of a summary, passed checks are only counted and failures are told in a line. The report files hold everything.',
  },
]
