import { formatDuration } from '../../model/duration.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import type { ApiFault } from './api-fault.ts'

const SAID_LIMIT = 300

/** What a reader must know to tell why there is no comment. */
export interface FaultFacts {
  /** The event is a pull request from another repository. */
  readonly fromFork: boolean
  /** Dependabot started the run. */
  readonly dependabot: boolean
  readonly baseUrl: string
  /** Whatever GitHub says, it is not shown. */
  readonly token: string
  /** Where the comment is instead, as given. */
  readonly reportDir: string
}

/** Why the comment is not there, and what to do about it, in whole sentences. */
export function commentFaultText(fault: ApiFault, facts: FaultFacts): string {
  return `${reasonOf(fault, facts)} Its text is in ${facts.reportDir}/comment.md; verdict and job summary are as they are.`
}

function reasonOf(fault: ApiFault, facts: FaultFacts): string {
  const said = saidOf(fault, facts.token)
  switch (fault.kind) {
    case 'unauthorized':
      return `GitHub does not take the token of the input github-token${said}. Leave the input out, or give it a token that is valid.`
    case 'forbidden':
      return permissionText(facts)
    case 'locked':
      return 'The conversation of the pull request is locked, so that nobody can comment.'
    case 'missing':
      return `GitHub shows this token no such pull request${said}. A token of another repository needs the permission \`pull-requests: write\` there.`
    case 'refused':
      return `GitHub refused the comment${said}.`
    case 'limited': {
      const wait = fault.waitMs === undefined ? '' : ` and asks to wait ${formatDuration(fault.waitMs)}`
      return `GitHub limits the requests of this token${wait}${said}.`
    }
    case 'server':
      return `GitHub has a fault of its own${said}, and still had it after several tries.`
    case 'timeout':
      return `${facts.baseUrl} did not answer in time, after several tries.`
    case 'strange':
      return `${facts.baseUrl} answers, but not as GitHub does, after several tries.`
    case 'unreachable':
      return `There is no connection to ${facts.baseUrl}${said}, after several tries.`
  }
}

/** The one thing that can be done, which depends on who began the run. */
function permissionText({ fromFork, dependabot }: FaultFacts): string {
  const missing = 'The token lacks the permission `pull-requests: write`'
  if (fromFork) {
    return `${missing}, which GitHub gives to no run for a pull request from a fork. A second workflow can write the comment: see "Pull requests from forks" in docs/reports.md.`
  }
  const whose = dependabot ? ', which runs that Dependabot begins do not have by default' : ''
  return `${missing}${whose}. Give it to the job: \`permissions: { contents: read, pull-requests: write }\`.`
}

function saidOf({ status, message }: ApiFault, token: string): string {
  // Hidden before it is shortened, so that no piece of it stays.
  const words = [status === undefined ? '' : String(status), oneLine(message.replaceAll(token, '***'))]
  const said = words.filter(word => word !== '').join(': ')
  return said === '' ? '' : ` (${shorten(said, SAID_LIMIT)})`
}
