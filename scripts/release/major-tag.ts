import { git, tagsOfOrigin } from './repository.ts'
import { compareVersions, parseVersion, type Version } from './version.ts'

/**
 * Lets the moving tag, such as `v1`, point to the release that is checked out. It moves only forwards; pre-releases and 0.x
 * have none. Says what became of it. Throws when it points to another commit of the same version, or has been moved meanwhile.
 */
export function moveMajorTag(version: Version): string {
  const { major, pre } = version
  if (pre.length > 0) return 'A pre-release moves no tag.'
  if (major === 0) return 'A release before 1.0.0 moves no tag.'
  const tag = `v${major}`
  const head = git('rev-parse', 'HEAD')
  const from = tagsOfOrigin().get(tag)
  if (from === head) return `${tag} is there already.`
  if (from !== undefined) {
    const there = versionAt(tag)
    const order = compareVersions(version, there)
    if (order === 0) throw new Error(`${tag} points to another commit of this very version, ${from}.`)
    if (order < 0) return `${tag} stays at ${there.major}.${there.minor}.${there.patch}, which is newer.`
  }
  // The lease is on what the tag names, which is a tag object where somebody made it by hand.
  const [held = ''] = git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t')
  git('push', '--quiet', `--force-with-lease=refs/tags/${tag}:${held}`, 'origin', `${head}:refs/tags/${tag}`)
  return from === undefined ? `${tag} was made.` : `${tag} was moved from ${from.slice(0, 7)} to ${head.slice(0, 7)}.`
}

/** What the manifest says there, since nothing else tells which release a moving tag is. */
function versionAt(tag: string): Version {
  git('fetch', '--quiet', '--no-tags', 'origin', `refs/tags/${tag}`)
  const manifest: unknown = JSON.parse(git('show', 'FETCH_HEAD:package.json'))
  const stated =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined
  const version = parseVersion(String(stated))
  if (version === undefined) throw new Error(`${tag} points to a commit whose package.json has the version ${stated}.`)
  return version
}
