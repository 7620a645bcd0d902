import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readInputs } from '../../src/action/inputs.ts'
import { refuseUntrusted } from '../../src/action/trust.ts'

let root = ''
let commit = ''

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
    encoding: 'utf8',
  }).trim()

function commitIn(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'checklist.yml'), text)
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'x')
  return git(folder, 'rev-parse', 'HEAD')
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trust-'))
  commit = commitIn(root, 'name: base\n')
})
afterEach(() => rmSync(root, { recursive: true }))

function refusals(given: Readonly<Record<string, string>> = {}) {
  const environment = { GITHUB_WORKSPACE: root, GITHUB_SHA: commit, GITHUB_EVENT_NAME: 'pull_request_target', ...given }
  return refuseUntrusted(readInputs(environment).inputs)
}

describe('a checklist under pull_request_target', () => {
  it('is run when it is the one of the commit the event runs on', async () => {
    expect(await refusals()).toEqual([])
  })

  it.each([
    ['changed since', () => writeFileSync(join(root, 'checklist.yml'), 'name: evil\n')],
    ['from another commit', () => git(root, 'commit', '-q', '--allow-empty', '-m', 'head of the pull request')],
    [
      'beside a script that was changed',
      () => {
        writeFileSync(join(root, 'script.sh'), 'true')
        git(root, 'add', '.')
      },
    ],
  ])('is refused when it is %s', async (_what, change) => {
    change()
    expect(await refusals()).toMatchObject([{ code: 'untrusted-checklist', severity: 'error' }])
  })

  it('is refused from a checkout of the pull request inside the workspace', async () => {
    commitIn(join(root, 'pr'), 'name: evil\n')
    expect(await refusals({ INPUT_CHECKLIST: 'pr/checklist.yml' })).toHaveLength(1)
  })

  it('is refused when it is not under version control', async () => {
    writeFileSync(join(root, 'other.yml'), 'name: downloaded\n')
    expect(await refusals({ INPUT_CHECKLIST: 'other.yml' })).toHaveLength(1)
  })

  it('is refused when the commit is not known', async () => {
    expect(await refusals({ GITHUB_SHA: '' })).toHaveLength(1)
  })

  it('is run when the author allows it', async () => {
    writeFileSync(join(root, 'checklist.yml'), 'name: evil\n')
    expect(await refusals({ 'INPUT_ALLOW-UNTRUSTED-CHECKLIST': 'true' })).toEqual([])
  })

  it('is left to be found missing when it is not there', async () => {
    expect(await refusals({ INPUT_CHECKLIST: 'nowhere.yml' })).toEqual([])
  })
})

describe('a checklist under other events', () => {
  it.each([
    ['push', 0],
    ['pull_request', 0],
    ['workflow_dispatch', 0],
    ['deployment_status', 0],
    ['workflow_run', 1],
    ['issue_comment', 1],
  ])('under %s gives %i refusals when changed', async (event, count) => {
    writeFileSync(join(root, 'checklist.yml'), 'name: changed\n')
    expect(await refusals({ GITHUB_EVENT_NAME: event })).toHaveLength(count)
  })
})
