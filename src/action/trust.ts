import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { isOfCommit } from './commit-files.ts'
import type { Inputs } from './inputs.ts'

/** Events that run with the secrets of the repository on behalf of somebody who may be a stranger. */
const GUARDED_EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment']

/**
 * Under these events a checklist is run only if it is, unchanged, the one of the commit the event runs on, which is the repository's own (`GITHUB_SHA`). Anything else may have been written by the event's
 * untrusted side: a checkout of the pull request, a downloaded artifact. What cannot be found out is refused too.
 */
export async function refuseUntrusted(inputs: Inputs): Promise<readonly Diagnostic[]> {
  const { settings, allowUntrustedChecklist } = inputs
  const event = settings.environment.GITHUB_EVENT_NAME ?? ''
  if (allowUntrustedChecklist || !GUARDED_EVENTS.includes(event)) return []
  const path = resolve(settings.root, settings.checklist)
  // A file that is not there is told as such later, and better.
  if (!existsSync(path)) return []
  const commit = settings.environment.GITHUB_SHA ?? ''
  if (/^[0-9a-f]{40,64}$/.test(commit) && (await isOfCommit(path, commit))) return []
  const source = { path: settings.checklist, text: '' }
  const message = `Under ${event} this checklist is refused: the side that is not trusted could have written it, and a checklist can run commands with the secrets of this repository.`
  const hint =
    'Check out the commit of the event (actions/checkout without ref), or set allow-untrusted-checklist to true if the file comes from people you trust.'
  return [{ code: 'untrusted-checklist', severity: 'error', span: { source, start: 0, end: 0 }, message, hint }]
}
