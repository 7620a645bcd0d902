import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../src/model/verdict.ts'
import { VERSION } from '../../src/model/version.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import { renderComment } from '../../src/report/comment.ts'
import { reporters } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal.ts'
import { commentFacts } from './comment-facts.ts'
import { scenarios } from './scenarios.ts'

const FOLDER = join(import.meta.dirname, 'golden')
const update = process.env.UPDATE_GOLDEN === '1'

/** A page is too large to review as text: its structure has tests of its own, and its looks are looked at. */
const reviewed = reporters.filter(({ name }) => name !== 'html')

const folders = Object.entries(scenarios).map(([name, report]) => ({ report, folder: `${name}-${verdictOf(report)}` }))

function filesOf(report: (typeof scenarios)[string]): Record<string, string> {
  const files = Object.fromEntries(reviewed.map(({ file, render }) => [file, [...render(report)].join('')]))
  const terminal = renderTerminal(report, { color: false, width: 90 })
  const annotations = `${JSON.stringify(annotationsOf(report), undefined, 2)}\n`
  const comment = renderComment(report, commentFacts(report))
  const all = { ...files, 'terminal.txt': terminal, 'annotations.json': annotations, 'comment.md': comment }
  // A release must not rewrite every golden.
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [file, text.replaceAll(VERSION, '<version>')]))
}

describe.each(folders)('the reports of $folder', ({ report, folder }) => {
  const files = filesOf(report)
  if (update) {
    rmSync(join(FOLDER, folder), { recursive: true, force: true })
    mkdirSync(join(FOLDER, folder), { recursive: true })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(FOLDER, folder, file), text)
  }

  it.each(Object.keys(files))('%s is as reviewed', file => {
    expect(files[file]).toBe(readFileSync(join(FOLDER, folder, file), 'utf8'))
  })

  it('has no file that no report writes', () => {
    expect(readdirSync(join(FOLDER, folder)).toSorted()).toEqual(Object.keys(files).toSorted())
  })
})

it('has no golden of a scenario that is gone', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(folders.map(({ folder }) => folder).toSorted())
})
