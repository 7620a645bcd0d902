import type { Location } from '../../model/source.ts'

/** The address of a workflow run on any GitHub server; nothing else is made a link. */
const RUN_URL = /^(https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+$/
/** The address of a file at a commit. */
const FILE_URL =
  /^https?:\/\/[\w.-]+(?::\d+)?\/([\w.-]+\/[\w.-]+)\/blob\/[0-9a-f]{7,64}((?:\/(?:[\w.~-]|%[0-9A-F]{2})+)+)$/

/** Where the repository of a workflow run is, from the run's address; undefined when that is none. */
export function repositoryUrl(runUrl: string | null): string | undefined {
  return RUN_URL.exec(runUrl ?? '')?.[1]
}

/** The page of a commit; undefined where the repository is not known, or what should be a commit is none. */
export function commitUrl(commit: string | null, repository: string | undefined): string | undefined {
  const known = repository !== undefined && commit !== null && /^[0-9a-f]{7,64}$/.test(commit)
  return known ? `${repository}/commit/${commit}` : undefined
}

/** A file at a commit; undefined for what is no such address. */
export function fileUrl(page: string | undefined): string | undefined {
  return page !== undefined && FILE_URL.test(page) ? page : undefined
}

/** Which file of which repository (`owner/name`) a page shows; undefined for what is no such address. */
export function fileOf(page: string | undefined): { readonly repository: string; readonly path: string } | undefined {
  const [, repository, path] = FILE_URL.exec(page ?? '') ?? []
  if (repository === undefined || path === undefined) return undefined
  return { repository, path: decodeURIComponent(path.slice(1)) }
}

/** A line of the checklist at its commit; undefined where its page is not known, and for a place in anything else. */
export function lineUrl(
  location: Location,
  checklist: { readonly file: string; readonly page?: string },
): string | undefined {
  const page = fileUrl(checklist.page)
  return page === undefined || location.file !== checklist.file ? undefined : `${page}#L${location.line}`
}
