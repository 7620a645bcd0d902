import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a file is to be found on GitHub: its repository, a commit, and the path within. */
interface Place {
  readonly repository: string
  readonly commit: string
  readonly path: string
}

/**
 * The page of a checklist (absolute path) at the commit that was checked out, which need not be that of the event: a
 * workflow may check out another commit, or another repository, into any folder. Undefined outside of a workflow and of
 * its workspace, and where Git's folder tells of no commit or of another server. Git itself is not started for it.
 */
export function checklistPage(file: string, environment: Environment): string | undefined {
  const { GITHUB_ACTIONS: inWorkflow, GITHUB_SERVER_URL: server = '', GITHUB_WORKSPACE: workspace } = environment
  if (inWorkflow !== 'true' || !workspace || !/^https?:\/\/[\w.-]+(?::\d+)?$/.test(server)) return undefined
  if (!isBelow(file, workspace)) return undefined
  const place = placeOf(file, workspace, { server, environment })
  if (place === undefined) return undefined
  const { repository, commit, path } = place
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined
  return `${server}/${repository}/blob/${commit}/${path.split(sep).map(encoded).join('/')}`
}

function placeOf(
  file: string,
  workspace: string,
  given: { readonly server: string; readonly environment: Environment },
): Place | undefined {
  for (let at = dirname(file); isBelow(at, workspace); at = dirname(at)) {
    const folder = join(at, '.git')
    if (!existsSync(folder)) continue
    const commit = headOf(folder)
    const repository = originOf(folder, given.server)
    return commit === undefined || repository === undefined
      ? undefined
      : { repository, commit, path: relative(at, file) }
  }
  // actions/checkout without Git downloads the repository into the workspace and leaves no folder of Git's.
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = given.environment
  return { repository, commit, path: relative(workspace, file) }
}

/** The commit that `HEAD` leads to; undefined also for a worktree or a submodule, whose folder is elsewhere. */
function headOf(folder: string): string | undefined {
  const head = read(join(folder, 'HEAD'))
  const ref = /^ref: (refs\/[^\n]+)/.exec(head)?.[1]
  if (ref === undefined) return head.trim() || undefined
  if (ref.split('/').includes('..')) return undefined
  const packed = read(join(folder, 'packed-refs')).split('\n')
  const found = read(join(folder, ref)).trim() || packed.find(line => line.endsWith(` ${ref}`))?.split(' ')[0]
  return found || undefined
}

/** `owner/name` of the remote `origin`, if it is on this server. */
function originOf(folder: string, server: string): string | undefined {
  const section = /^\[remote "origin"\]\n((?:(?!\[).*\n?)*)/m.exec(read(join(folder, 'config')))?.[1] ?? ''
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1] ?? ''
  const { host, hostname } = new URL(server)
  const [, found, repository] =
    /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/]+?)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url) ?? []
  return found === host || found === hostname ? repository : undefined
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isBelow(path: string, folder: string): boolean {
  const from = relative(folder, path)
  return from !== '..' && !from.startsWith(`..${sep}`)
}

/** As RFC 3986 §2.3 has it: `encodeURIComponent` leaves brackets, which would end a link in Markdown. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
