import { distFaults, releaseFaults } from './release/faults.ts'
import { createRelease } from './release/github-release.ts'
import { moveMajorTag } from './release/major-tag.ts'
import { parseVersion } from './release/version.ts'

const USAGE = `node scripts/release.ts check|publish|major TAG

In the repository, with TAG checked out:
  check     whether it may be released: versions, changelog, branch, a clean tree, and dist as the sources give it
  publish   makes the release on GitHub (gh, GH_TOKEN) and moves the tag of the major version; never changes a release
  major     only moves the tag of the major version, if publish could not`

/** The exit code: 0, 1 when it is refused or fails, 2 when it was asked for wrongly. */
process.exitCode = release(process.argv.slice(2))

function release([command = '', tag = '', ...rest]: readonly string[]): number {
  if (!['check', 'publish', 'major'].includes(command) || tag === '' || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  const faults = [...releaseFaults(tag), ...(command === 'check' ? distFaults() : [])]
  const version = parseVersion(tag.slice(1))
  if (faults.length > 0 || version === undefined) {
    for (const fault of faults) console.error(fault)
    return 1
  }
  if (command === 'check') return say(`${tag} may be released.`)
  try {
    if (command === 'publish') {
      createRelease(tag, version)
      say(`${tag} is released.`)
    }
    return say(moveMajorTag(version))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function say(text: string): 0 {
  console.log(text)
  return 0
}
