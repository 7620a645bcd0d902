import type { FinishedReport } from '../../src/model/result.ts'
import { at, check, evidence, failed, failure, finished, PAGE, section } from './builders.ts'

/** A run of so many checks in sections of fifty, of which every n-th failed with evidence of so many characters. */
export function bigReport(size: {
  readonly checks: number
  readonly everyFails: number
  readonly evidence: number
}): FinishedReport {
  const body = 'Жauth 密码 '.repeat(size.evidence / 10)
  const checks = Array.from({ length: size.checks }, (_, index) =>
    index % size.everyFails === 0
      ? failed(
          `Check ${index} of the catalogue`,
          [failure({ expected: '200', actual: '500', location: at(index + 1, '  expect: { status: 200 }', 'status') })],
          { evidence: [evidence('Body', body)], fix: 'Restart the catalogue.' },
        )
      : check(`Check ${index} of the catalogue`),
  )
  const sections = Array.from({ length: Math.ceil(size.checks / 50) }, (_, index) =>
    section(`Section ${index}`, checks.slice(index * 50, index * 50 + 50)),
  )
  return finished(sections, { facts: { target: 'production' }, page: PAGE })
}
