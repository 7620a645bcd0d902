import type { Verdict } from '../../model/result.ts'

/** A verdict at a glance, on GitHub's pages. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  passed: '✅',
  failed: '❌',
  cancelled: '🚫',
  invalid: '❌',
}
