import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checklistPage } from '../../src/edge/checklist-page.ts'

const OF_EVENT = 'a'.repeat(40)
const CHECKED_OUT = 'b'.repeat(40)
const SERVER = 'https://github.example'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'checklist-page-'))
})
afterEach(() => rmSync(workspace, { recursive: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), text)
}
const origin = (url: string): string =>
  `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +x:y\n[gc]\n`
const checkout = (folder: string, url: string, head = `${CHECKED_OUT}\n`): void => {
  write(join(folder, '.git/HEAD'), head)
  write(join(folder, '.git/config'), origin(url))
}
const page = (file: string, given: Record<string, string | undefined> = {}): string | undefined =>
  checklistPage(join(workspace, file), {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: SERVER,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_SHA: OF_EVENT,
    ...given,
  })

describe('checklistPage', () => {
  it('is of the commit that was checked out, whatever the event was', () => {
    checkout('.', `${SERVER}/octo/app`)
    expect(page('deploy/checklist.yml')).toBe(`${SERVER}/octo/app/blob/${CHECKED_OUT}/deploy/checklist.yml`)
  })

  it.each([
    ['an https address', `${SERVER}/octo/checks.git`],
    ['one with a token', `https://x-access-token:t0ken@github.example/octo/checks`],
    ['an ssh address', 'git@github.example:octo/checks.git'],
    ['an ssh URL', 'ssh://git@github.example/octo/checks.git'],
  ])('is of the repository that was checked out into a folder, from %s', (_, url) => {
    checkout('.', `${SERVER}/octo/app`)
    checkout('checks', url)
    expect(page('checks/smoke.yml')).toBe(`${SERVER}/octo/checks/blob/${CHECKED_OUT}/smoke.yml`)
  })

  it.each([
    ['of its own', () => write('.git/refs/heads/main', `${'c'.repeat(40)}\n`)],
    ['packed', () => write('.git/packed-refs', `# pack-refs\n${'c'.repeat(40)} refs/heads/main\n`)],
  ])('follows a branch, %s', (_, prepare) => {
    checkout('.', `${SERVER}/octo/app`, 'ref: refs/heads/main\n')
    prepare()
    expect(page('checklist.yml')).toBe(`${SERVER}/octo/app/blob/${'c'.repeat(40)}/checklist.yml`)
  })

  it('is of the event where Git left no folder', () => {
    expect(page('checklist.yml')).toBe(`${SERVER}/octo/app/blob/${OF_EVENT}/checklist.yml`)
  })

  it('spells what Markdown and addresses would stumble over', () => {
    expect(page("a b/#1 (Проверка)?*'.yml")).toBe(
      `${SERVER}/octo/app/blob/${OF_EVENT}/a%20b/%231%20%28%D0%9F%D1%80%D0%BE%D0%B2%D0%B5%D1%80%D0%BA%D0%B0%29%3F%2A%27.yml`,
    )
  })

  it.each([
    ['outside of a workflow', 'checklist.yml', { GITHUB_ACTIONS: undefined }],
    ['outside of the workspace', '../checklist.yml', {}],
    ['without a workspace', 'checklist.yml', { GITHUB_WORKSPACE: '' }],
    ['without a server', 'checklist.yml', { GITHUB_SERVER_URL: undefined }],
    ['with a server that is none', 'checklist.yml', { GITHUB_SERVER_URL: 'javascript:alert(1)' }],
    ['without a commit', 'checklist.yml', { GITHUB_SHA: '' }],
    ['with a repository that is none', 'checklist.yml', { GITHUB_REPOSITORY: 'a/b)](https://evil.example' }],
  ])('is not known %s', (_, file, given) => {
    expect(page(file, given)).toBeUndefined()
  })

  it.each([
    ['another server', () => checkout('.', 'https://gitlab.example/octo/app')],
    ['no server', () => checkout('.', '/srv/git/app.git')],
    ['no commit', () => checkout('.', `${SERVER}/octo/app`, 'ref: refs/heads/main\n')],
    ['a branch outside of Git', () => checkout('.', `${SERVER}/octo/app`, 'ref: refs/../../checklist.yml\n')],
    ['a folder elsewhere', () => write('.git', 'gitdir: /elsewhere\n')],
  ])('is not known where Git tells of %s', (_, prepare) => {
    prepare()
    expect(page('checklist.yml')).toBeUndefined()
  })
})
