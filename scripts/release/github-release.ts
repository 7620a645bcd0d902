import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changesOf } from './changelog.ts'
import { git, runProgram, tagsOfOrigin } from './repository.ts'
import { compareVersions, parseVersion, type Version } from './version.ts'

/** Makes the release of a tag that is on GitHub. Throws when there is one, or when the tag has been moved. */
export function createRelease(tag: string, version: Version): void {
  const tags = tagsOfOrigin()
  if (tags.get(tag) !== git('rev-parse', 'HEAD'))
    throw new Error(`On origin the tag ${tag} is not what is checked out.`)
  refuseExisting(tag)
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    const notes = join(folder, 'notes.md')
    writeFileSync(notes, `${changesOf(readFileSync('CHANGELOG.md', 'utf8'), tag.slice(1)) ?? ''}\n`)
    const kind = version.pre.length > 0 ? '--prerelease' : `--latest=${isNewest(version, tags)}`
    const words = ['release', 'create', tag, '--verify-tag', '--title', tag, '--notes-file', notes, kind]
    const { code, stderr } = runProgram('gh', words)
    if (code !== 0) throw new Error(`The release could not be made: ${stderr}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function refuseExisting(tag: string): void {
  const { code, stderr } = runProgram('gh', ['release', 'view', tag])
  if (code === 0) throw new Error(`There is a release ${tag} already, and releases are never changed.`)
  // Anything else, such as a lost connection, does not say that there is none.
  if (!/release not found/i.test(stderr))
    throw new Error(`Whether there is a release ${tag} could not be found out: ${stderr}`)
}

function isNewest(version: Version, tags: ReadonlyMap<string, string>): boolean {
  const others = [...tags.keys()].flatMap(name => (name.startsWith('v') ? (parseVersion(name.slice(1)) ?? []) : []))
  return others.every(other => other.pre.length > 0 || compareVersions(other, version) <= 0)
}
