import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readInputs } from '../../src/action/inputs.ts'
import { refuseUntrusted } from '../../src/action/trust.ts'

/*
 * An artifact may hold a `.git` of its making: a true clone of the repository with a few words more in its configuration, a
 * dishonest index, false objects. Nothing it says of itself may count, and nothing in it may run.
 */

let root = ''
let commit = ''

const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
    encoding: 'utf8',
  }).trim()

const write = (path: string, text: string): void => writeFileSync(join(root, path), text)
const TRUE = 'name: base # $Id$\n'
const EVIL = 'name: evil # $Id$\n'
const owned = (): string => join(root, 'owned')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planted-'))
  git('init', '-q')
  mkdirSync(join(root, 'checks'))
  write('checks/checklist.yml', TRUE)
  write('script.sh', 'true\n')
  git('add', '.')
  git('commit', '-q', '-m', 'x')
  commit = git('rev-parse', 'HEAD')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const refusals = () =>
  refuseUntrusted(
    readInputs({
      GITHUB_WORKSPACE: root,
      GITHUB_SHA: commit,
      GITHUB_EVENT_NAME: 'workflow_run',
      INPUT_CHECKLIST: 'checks/checklist.yml',
    }).inputs,
  )

/** A filter by which every file is what it was, whatever stands in it, and which leaves a trace. */
function plantFilter(): void {
  git('config', 'filter.evil.clean', `touch ${owned()}; git -C ${root} cat-file blob ${commit}:%f`)
  write('.git/info/attributes', '* filter=evil\n')
}

/** Puts another object into the place of this one. */
function forge(name: string, by: string): void {
  const place = (id: string): string => join(root, '.git/objects', id.slice(0, 2), id.slice(2))
  const bytes = readFileSync(place(by))
  rmSync(place(name))
  writeFileSync(place(name), bytes)
}

const PLANTS: readonly (readonly [string, (path: string, evil: string) => void])[] = [
  ['a filter makes it look unchanged', plantFilter],
  ['the index does not look at it', path => void git('update-index', '--assume-unchanged', path)],
  ['the index leaves it out', path => void git('update-index', '--skip-worktree', path)],
  ['only its times are compared', () => void git('config', 'core.checkStat', 'minimal')],
  [
    'another folder is said to be the working tree',
    () => {
      mkdirSync(join(root, 'true/checks'), { recursive: true })
      write('true/checks/checklist.yml', TRUE)
      write('true/script.sh', 'true\n')
      git('config', 'core.worktree', join(root, 'true'))
    },
  ],
  [
    'an object of the commit is a false one',
    (path, evil) => {
      // The tree that the commit names is, by its contents, the one of the evil commit.
      write(path, evil)
      git('add', '.')
      git('commit', '-q', '-m', 'evil')
      const [yes, no] = [commit, git('rev-parse', 'HEAD')].map(id => git('rev-parse', `${id}^{tree}`))
      git('reset', '-q', '--soft', commit)
      forge(yes ?? '', no ?? '')
    },
  ],
]

describe('a checklist in a repository that was planted', () => {
  it('is run as long as it is what it was, and nothing of the repository runs', async () => {
    plantFilter()
    git('config', 'core.fsmonitor', `touch ${owned()}; true`)
    git('config', 'core.alternateRefsCommand', `touch ${owned()}; true`)
    git('config', 'uploadpack.packObjectsHook', `touch ${owned()}; true`)
    // So that a comparison must look into it.
    utimesSync(join(root, 'checks/checklist.yml'), 1, 1)
    expect(await refusals()).toEqual([])
    expect(existsSync(owned())).toBe(false)
  })

  it.each(PLANTS)('is refused when %s, itself being changed', async (_how, plant) => {
    plant('checks/checklist.yml', EVIL)
    write('checks/checklist.yml', EVIL)
    expect(await refusals()).toMatchObject([{ code: 'untrusted-checklist' }])
    expect(existsSync(owned())).toBe(false)
  })

  it.each(PLANTS)('is refused when %s, a script beside it being changed', async (_how, plant) => {
    plant('script.sh', 'evil\n')
    write('script.sh', 'evil\n')
    expect(await refusals()).toMatchObject([{ code: 'untrusted-checklist' }])
    expect(existsSync(owned())).toBe(false)
  })

  it('is refused when an attribute makes of its bytes what was committed', async () => {
    write('checks/.gitattributes', 'checklist.yml ident\n')
    write('checks/checklist.yml', 'name: base # $Id: and more $\n')
    expect(await refusals()).toHaveLength(1)
  })

  it('is run when only its line ends are those of another system, and Git is told so', async () => {
    write('checks/checklist.yml', TRUE.replaceAll('\n', '\r\n'))
    expect(await refusals()).toHaveLength(1)
    write('checks/.gitattributes', 'checklist.yml text\n')
    expect(await refusals()).toEqual([])
  })

  it('is run in a sparse checkout, and from a clone of one commit', async () => {
    git('commit', '-q', '--allow-empty', '-m', 'newest')
    commit = git('rev-parse', 'HEAD')
    const source = root
    root = mkdtempSync(join(tmpdir(), 'planted-'))
    git('clone', '-q', '--depth=1', `file://${source}`, '.')
    git('sparse-checkout', 'set', '--no-cone', '/checks/')
    rmSync(source, { recursive: true })
    expect([existsSync(join(root, 'script.sh')), await refusals()]).toEqual([false, []])
  })

  it('leaves no folder behind', async () => {
    // A folder of its own: other tests make and remove theirs in the common one meanwhile.
    const own = join(root, 'temporary')
    mkdirSync(own)
    vi.stubEnv('TMPDIR', own)
    try {
      expect([tmpdir(), await refusals(), readdirSync(own)]).toEqual([own, [], []])
      rmSync(own, { recursive: true })
      await expect(refusals()).resolves.not.toEqual([])
    } finally {
      vi.unstubAllEnvs()
    }
  })
})
