import type { Report } from '../model/result.ts'
import { mustFail, verdictOf } from '../model/verdict.ts'

export const EXIT = { passed: 0, failed: 1, invalid: 2, cancelled: 130 } as const

/** 0 passed (or failed with `fail-on: never`), 1 failed, 2 checklist or usage invalid, 130 cancelled. */
export function exitCodeOf(report: Report): number {
  return mustFail(report) ? EXIT[verdictOf(report)] : EXIT.passed
}
