import type { FilledMatcher } from '../../model/expectation.ts'
import type { Expected, KindFinding } from '../../model/observation.ts'
import type { Span } from '../../model/source.ts'
import { suggest } from '../../model/suggest.ts'
import type { ComposeService } from '../../transport/compose.ts'
import { ago, describeState, type Seen, type SeenContainer, stateOf } from './seen.ts'
import { STATES, type WantedState } from './shape.ts'

/** The parts in which services are named. */
const BY_SERVICE = ['states', 'replicas', 'restarts', 'oom_killed', 'images', 'image_digests'] as const
/** Those of which something is expected of every service by default. */
export const JUDGED = ['states', 'replicas', 'restarts', 'oom_killed'] as const

/**
 * Holds what was seen against language.md §5: each expected service there in its replicas, running, healthy where it has a
 * health check, not restarting, not killed for memory; finished with 0 where the compose files or `states` say so.
 */
export function judgeContainers(seen: Seen, expected: Expected): readonly KindFinding[] {
  const findings = [...unknownServices(seen, expected)]
  for (const service of seen.services) findings.push(...judgeService(service, seen, expected))
  return [...findings, ...judgeImages(seen, expected), ...judgeStarts(seen, expected)]
}

function judgeService(service: ComposeService, seen: Seen, expected: Expected): readonly KindFinding[] {
  const own = seen.containers.filter(container => container.service === service.name)
  const wanted = wantedState(service, expected)
  const findings: KindFinding[] = []
  const { name, replicas } = service
  if (own.length !== replicas && expected.stands('replicas', name)) findings.push(wrongCount(service, own.length))
  else if (own.length === 0 && replicas > 0 && wanted !== undefined && !expected.fieldsOf('replicas').includes(name)) {
    findings.push(noContainer(service, wanted))
  }
  for (const container of own) {
    const called = own.length === 1 && replicas <= 1 ? name : `${name} (${container.name})`
    const state = wanted === undefined ? undefined : judgeState(container, called, wanted)
    if (state !== undefined) findings.push(state)
    else findings.push(...judgeHistory(container, called, expected))
  }
  return findings
}

/** What a service is to be, by whom; undefined when it may be anything. */
interface Wanted {
  readonly states: readonly (WantedState | 'default' | 'ended')[]
  readonly span?: Span
}

function wantedState({ name, completes }: ComposeService, expected: Expected): Wanted | undefined {
  const written = fieldOf(expected.written('states'), name)
  if (written !== undefined) return writtenStates(written)
  return expected.stands('states', name) ? { states: [completes ? 'ended' : 'default'] } : undefined
}

function writtenStates(matcher: FilledMatcher): Wanted | undefined {
  if (matcher.op === 'anything') return undefined
  const single = matcher.op === 'one-of' ? matcher.matchers : [matcher]
  if (single.some(({ op }) => op === 'anything')) return undefined
  const words = single.flatMap(inner => (inner.op === 'eq' ? String(inner.operand) : []))
  // A hole may give any text; one that is no state holds of nothing.
  return { span: matcher.span, states: words as readonly WantedState[] }
}

function fieldOf(matcher: FilledMatcher | undefined, name: string): FilledMatcher | undefined {
  return matcher?.op === 'fields' ? matcher.fields.find(field => field.name === name)?.matcher : undefined
}

const WORDS: Readonly<Record<string, string>> = {
  default: 'be running',
  ended: 'have ended with code 0',
  running: 'be running',
  healthy: 'be healthy',
  completed: 'have ended with code 0',
  exited: 'have ended',
}

function holds(container: SeenContainer, wanted: string): boolean {
  const { state, health } = container
  switch (wanted) {
    case 'running':
      return state === 'running'
    case 'default':
      return state === 'running' && (health === undefined || health === 'healthy')
    case 'healthy':
      return state === 'running' && health === 'healthy'
    case 'exited':
      return state === 'exited'
    default:
      return (wanted === 'ended' || wanted === 'completed') && stateOf(container) === 'completed'
  }
}

function phraseOf(wanted: Wanted, { health }: Pick<SeenContainer, 'health'>): string {
  const words = wanted.states.map(state => {
    if (state === 'default' && health !== undefined) return 'be healthy'
    return WORDS[state] ?? `be \`${state}\`, which is none of ${STATES.join(', ')}`
  })
  return words.join(' or ')
}

function judgeState(container: SeenContainer, called: string, wanted: Wanted): KindFinding | undefined {
  if (wanted.states.some(state => holds(container, state))) return undefined
  const { service, state, health } = container
  const phrase = phraseOf(wanted, container)
  const unprobed = state === 'running' && health === undefined && wanted.states.includes('healthy')
  const actual = unprobed ? `${describeState(container)} and has no health check` : describeState(container)
  const completed = wanted.states.includes('default') && stateOf(container) === 'completed'
  const advice = completed ? ` If it is to end, say \`states: { ${service}: completed }\`.` : ''
  return {
    subject: `states.${service}`,
    ...spanOf(wanted),
    matcher: 'equals',
    expected: phrase.replace(/\b(?:be|have) /g, ''),
    actual,
    message: `${called} ${state === 'exited' ? 'has' : 'is'} ${actual}, and should ${phrase}.${advice}`,
  }
}

function judgeHistory(container: SeenContainer, called: string, expected: Expected): readonly KindFinding[] {
  const { service, restarting, restarts, oomKilled } = container
  const findings: KindFinding[] = []
  if (restarting !== undefined && expected.stands('restarts', service)) {
    findings.push({
      subject: `restarts.${service}`,
      matcher: 'equals',
      expected: 'no restart',
      actual: `restarts ${restarts}`,
      message: `${called} ${restarting}.`,
    })
  }
  if (oomKilled && expected.stands('oom_killed', service)) {
    findings.push({
      subject: `oom_killed.${service}`,
      matcher: 'equals',
      expected: 'false',
      actual: 'true',
      message: `${called} ran out of memory: the kernel killed a process of it.`,
    })
  }
  return findings
}

function wrongCount({ name, replicas }: ComposeService, count: number): KindFinding {
  return {
    subject: `replicas.${name}`,
    matcher: 'equals',
    expected: String(replicas),
    actual: String(count),
    message: `${name} has ${count === 0 ? 'no container' : counted(count)}, and should have ${replicas === 0 ? 'none' : replicas}.`,
  }
}

function noContainer({ name }: ComposeService, wanted: Wanted): KindFinding {
  const phrase = phraseOf(wanted, {})
  return {
    subject: `states.${name}`,
    ...spanOf(wanted),
    matcher: 'equals',
    expected: phrase.replace(/\b(?:be|have) /g, ''),
    actual: 'no container',
    message: `${name} has no container, and should ${phrase}.`,
  }
}

function counted(count: number): string {
  return count === 1 ? '1 container' : `${count} containers`
}

/** Whoever names a service that is not there would otherwise expect something of nothing. */
function* unknownServices(seen: Seen, expected: Expected): Generator<KindFinding> {
  const names = seen.services.map(({ name }) => name)
  const known = new Set([...names, ...seen.containers.map(({ service }) => service)])
  for (const part of BY_SERVICE) {
    for (const name of expected.fieldsOf(part)) {
      if (known.has(name)) continue
      const near = suggest(name, names)
      const span = fieldOf(expected.written(part), name)?.span
      yield {
        subject: `${part}.${name}`,
        ...(span === undefined ? {} : { span }),
        matcher: 'one of',
        expected: names.join(', '),
        actual: name,
        message: `There is no service \`${name}\` among those looked at.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`,
      }
    }
  }
}

/** Who names the image of a service means the one that has that name, and not one that had it when the container was made. */
function* judgeImages({ containers }: Seen, expected: Expected): Generator<KindFinding> {
  for (const { service, name, image, outdated } of containers) {
    const matcher = fieldOf(expected.written('images'), service)
    if (!outdated || matcher === undefined || matcher.op === 'anything') continue
    yield {
      subject: `images.${service}`,
      span: matcher.span,
      matcher: 'is',
      expected: `an image named \`${image}\``,
      actual: 'one that was',
      message: `${service} (${name}) runs an image that was \`${image}\` when its container was made and no longer is, as after a build or a pull. Create the container anew: \`docker compose up -d\`.`,
    }
  }
}

function judgeStarts(seen: Seen, expected: Expected): readonly KindFinding[] {
  const matcher = expected.written('started_after')
  const operand = matcher?.op === 'eq' ? matcher.operand : undefined
  if (matcher === undefined) return []
  const about = { subject: 'started_after', span: matcher.span, matcher: 'after' }
  const after = momentOf(operand, seen.now)
  const names = new Set(seen.services.map(({ name }) => name))
  const own = seen.containers.filter(({ service }) => names.has(service))
  if (after === undefined || own.length === 0) {
    const message = own.length === 0 ? 'There is no container that could have been started.' : 'This is no time.'
    return [{ ...about, expected: 'a time', actual: own.length === 0 ? 'no container' : 'no time', message }]
  }
  return own.flatMap(container => {
    const { service, name, startedAt } = container
    const started = startedAt === undefined ? undefined : Date.parse(startedAt) - seen.clockOffset
    if (started !== undefined && started > after) return []
    const wish = new Date(after).toISOString()
    const actual = started === undefined ? 'never started' : new Date(started).toISOString()
    const when = started === undefined ? 'was never started' : `was started at ${actual} (${ago(seen.now - started)})`
    const message = `${service} (${name}) ${when}, and should have been after ${wish}.`
    return [{ ...about, expected: wish, actual, message }]
  })
}

/** A point in time, or so long ago, as a filled template of a time gives it. */
function momentOf(value: unknown, now: number): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('at' in value && typeof value.at === 'string') return Date.parse(value.at)
  return 'agoMs' in value && typeof value.agoMs === 'number' ? now - value.agoMs : undefined
}

function spanOf({ span }: Wanted): { readonly span?: Span } {
  return span === undefined ? {} : { span }
}
