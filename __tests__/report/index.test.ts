import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/result.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import { renderComment } from '../../src/report/comment.ts'
import { reporters } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal.ts'
import { commentFacts } from './comment-facts.ts'
import { scenarios } from './scenarios.ts'

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

describe('the registry', () => {
  it('holds each name and each file once', () => {
    expect(reporters.map(({ file }) => file)).toEqual(['report.json', 'junit.xml', 'summary.md', 'report.html'])
    expect(new Set(reporters.map(({ name }) => name)).size).toBe(reporters.length)
  })
})

const all: readonly (readonly [string, (report: Report) => unknown])[] = [
  ...reporters.map(({ name, render }) => [name, (report: Report) => [...render(report)].join('')] as const),
  ['terminal', report => renderTerminal(report, { color: true, width: 100 })],
  ['annotations', annotationsOf],
  ['comment', report => renderComment(report, commentFacts(report))],
]

it.each(all)('%s gives the same for the same report and leaves it as it was', (_, render) => {
  for (const report of Object.values(scenarios)) {
    const frozen = freeze(structuredClone(report))
    expect(render(frozen)).toEqual(render(structuredClone(report)))
  }
})
