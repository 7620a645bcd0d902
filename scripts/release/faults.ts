import { readFileSync } from 'node:fs'
import { changesOf } from './changelog.ts'
import { git, gitSays, runProgram } from './repository.ts'
import { parseVersion } from './version.ts'

/** Branches that a release may come from: the newest, and older ones that are kept. */
const BRANCHES = ['refs/remotes/origin/main', 'refs/remotes/origin/release/*']

/** Why the commit that is checked out may not be released under this tag; empty when it may. A sentence each. */
export function releaseFaults(tag: string): readonly string[] {
  const version = tag.slice(1)
  if (!tag.startsWith('v') || parseVersion(version) === undefined) {
    return [`The tag ${tag} names no version: it must be v1.2.3, or v1.2.3-rc.1.`]
  }
  return [...versionFaults(version), ...historyFaults(tag)]
}

/** Why the folder `dist` is not what the sources give; needs the packages of `npm ci`. */
export function distFaults(): readonly string[] {
  const { code, stderr } = runProgram(process.execPath, ['scripts/check-dist.ts'])
  return code === 0 ? [] : [stderr]
}

function versionFaults(version: string): readonly string[] {
  const read = (path: string): string => readFileSync(path, 'utf8')
  const stated: readonly (readonly [string, unknown])[] = [
    ['package.json', versionIn(read('package.json'))],
    ['package-lock.json', versionIn(read('package-lock.json'))],
    ['src/model/version.ts', /^export const VERSION = '([^']*)'$/m.exec(read('src/model/version.ts'))?.[1]],
  ]
  const others = stated.filter(([, found]) => found !== version)
  const faults = others.map(([path, found]) => `${path} has the version ${found}, the tag ${version}.`)
  if (changesOf(read('CHANGELOG.md'), version) !== undefined) return faults
  return [...faults, `CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD" with changes.`]
}

function versionIn(json: string): unknown {
  const parsed: unknown = JSON.parse(json)
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined
}

function historyFaults(tag: string): readonly string[] {
  const faults: string[] = []
  const ref = `refs/tags/${tag}^{commit}`
  if (!gitSays('rev-parse', '--verify', '--quiet', ref)) faults.push(`There is no tag ${tag}.`)
  else if (git('rev-parse', ref) !== git('rev-parse', 'HEAD')) faults.push(`The tag ${tag} is not what is checked out.`)
  const branches = git('for-each-ref', '--contains', 'HEAD', '--format=%(refname)', ...BRANCHES)
  if (branches === '') faults.push('The commit is on no branch that is released from: main, or release/….')
  const changed = git('status', '--porcelain')
  if (changed !== '') faults.push(`The working tree is not clean:\n${changed}`)
  return faults
}
