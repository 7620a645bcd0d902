import { describe, expect, it } from 'vitest'
import { commitUrl, lineUrl, repositoryUrl } from '../../../src/report/format/github-pages.ts'
import { at } from '../builders.ts'

const PAGE = 'https://github.example:8443/octo/app.js/blob/4f1c2d3e4f5061728394a5b6c7d8e9f001122334/a%20b/checklist.yml'
const line = at(41, 'x: y')

describe('lineUrl', () => {
  it('leads to a line of the checklist', () => {
    expect(lineUrl(line, { file: 'checklist.yml', page: PAGE })).toBe(`${PAGE}#L41`)
  })

  it.each([
    ['another file', { file: 'other.yml', page: PAGE }],
    ['a page that is not known', { file: 'checklist.yml' }],
    ['a script', { file: 'checklist.yml', page: 'javascript:alert(1)' }],
    ['an address that would end a link', { file: 'checklist.yml', page: `${PAGE})](https://evil.example` }],
    ['an address with a name and a word', { file: 'checklist.yml', page: PAGE.replace('//', '//a:b@') }],
    ['what a secret was taken out of', { file: 'checklist.yml', page: PAGE.replace('octo', '***') }],
    ['a branch', { file: 'checklist.yml', page: PAGE.replace(/[0-9a-f]{40}/, 'main') }],
  ])('leads nowhere for %s', (_, checklist) => {
    expect(lineUrl(line, checklist)).toBeUndefined()
  })
})

describe('commitUrl', () => {
  it.each([
    ['4f1c2d3e', 'https://github.example/o/r', 'https://github.example/o/r/commit/4f1c2d3e'],
    ['main', 'https://github.example/o/r', undefined],
    ['4f1c2d3e', undefined, undefined],
    [null, 'https://github.example/o/r', undefined],
  ])('makes of %j in %j %j', (commit, repository, url) => {
    expect(commitUrl(commit, repository)).toBe(url)
  })
})

describe('repositoryUrl', () => {
  it.each([
    ['https://github.example/o/r/actions/runs/1', 'https://github.example/o/r'],
    ['https://github.example/o/r', undefined],
    [null, undefined],
  ])('makes of %j %j', (run, url) => {
    expect(repositoryUrl(run)).toBe(url)
  })
})
