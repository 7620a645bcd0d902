import type { CheckKind } from '../kinds/kind.ts'
import type { Check } from '../model/checklist.ts'
import { choice, duration, field, forms, integer, object } from '../model/shape.ts'
import { allowedElsewhere, CHECK_KEYS, INHERITED_KEYS, WAITING_KEYS } from './entry-keys.ts'
import { readCaptures } from './read-captures.ts'
import { entryMap, type FileContext, type Place, readCommon, readKey, reportNotYet, shapes } from './read-entry.ts'
import { readExpectation } from './read-expectation.ts'
import { readSpec } from './read-spec.ts'
import { readWaiting } from './read-waiting.ts'
import { knownKeys, type Reading } from './reading.ts'
import { entryOf, isNull, type SyntaxEntry, type SyntaxMap } from './syntax.ts'
import { code, given, listed, suggestion } from './wording.ts'

const MOST_REPEATS = 10_000
const repeatShape = forms({
  scalar: integer(1, MOST_REPEATS),
  map: object(
    {
      times: field(integer(1, MOST_REPEATS), 'how many observations'),
      every: field(duration(), 'the pause between them'),
      concurrency: field(integer(1, 100), 'how many at once'),
    },
    ['times'],
  ),
})

/** A check: exactly one kind and what every check has. Undefined when it cannot be told what it is. */
export function readCheck(map: SyntaxMap, place: Place, context: FileContext): Check | undefined {
  const kind = findKind(map, place, context)
  if (kind === undefined) {
    context.namesLost()
    return undefined
  }
  const { reading } = context
  const common = readCommon(map, place, context)
  const own = withInherited(map, place.defaults)
  const repeat = readRepeat(own, reading)
  const read = readSpec(kind.kind, kind.entry, place.defaults, context)
  const expectEntry = entryOf(map, 'expect')
  const repeated = entryOf(map, 'repeat') !== undefined
  const expect =
    expectEntry && readExpectation(expectEntry.value, kind.kind, repeated, { ...reading, subject: 'expect' })
  reviewWaiting(map, own, reading)
  const waiting = repeated ? undefined : readWaiting(own, reading)
  return {
    entry: 'check',
    ...common,
    kind: kind.kind.name,
    kindSpan: kind.entry.key.span,
    spec: read?.spec,
    description: read === undefined ? kind.kind.name : kind.kind.describe(read.spec),
    ...(read === undefined || !kind.allKnown || (expectEntry !== undefined && expect === undefined)
      ? { unread: true }
      : {}),
    ...given('expect', expect),
    captures: readCaptures(map, kind.kind, context),
    ...given('waiting', waiting),
    ...given('timeout', readKey(own, 'timeout', shapes.timeout, reading)),
    ...given('repeat', repeat),
    severity: readKey(own, 'severity', choice('failure', 'warning'), reading) ?? 'failure',
    ...given('fix', readKey(map, 'fix', shapes.fix, reading)),
    cleanup: readCleanup(map, { ...place, tags: common.tags }, context),
  }
}

/** The check's own keys, and where they say nothing what it inherits; `null` takes what is inherited away. */
function withInherited(map: SyntaxMap, defaults: SyntaxMap): SyntaxMap {
  const inherited = defaults.entries.filter(
    ({ key }) => INHERITED_KEYS.includes(key.text) && entryOf(map, key.text) === undefined,
  )
  const own = map.entries.filter(({ key, value }) => !(INHERITED_KEYS.includes(key.text) && isNull(value)))
  return { ...map, entries: [...own, ...inherited] }
}

function readRepeat(map: SyntaxMap, reading: Reading): Check['repeat'] | undefined {
  const read = readKey(map, 'repeat', repeatShape, reading)
  if (read === undefined) return undefined
  if (typeof read === 'number') return { times: read, concurrency: 1 }
  return { times: read.times, concurrency: read.concurrency ?? 1, ...given('every', read.every) }
}

/** The check's own words on waiting must fit together; what is inherited holds only where it fits. */
function reviewWaiting(map: SyntaxMap, whole: SyntaxMap, reading: Reading): void {
  const own = WAITING_KEYS.map(name => entryOf(map, name)).filter(entry => entry !== undefined && !isNull(entry.value))
  const [first] = own
  if (first === undefined) return
  if (entryOf(map, 'repeat') !== undefined) {
    reading.report({
      code: 'repeat-with-waiting',
      span: first.key.span,
      message: `${code(first.key.text)} tries again until all holds, \`repeat\` observes a number of times: a check does one of both.`,
      hint:
        first.key.text === 'every'
          ? 'Write the pause into `repeat`: `{ times: 6, every: 1s }`.'
          : `Remove ${code(first.key.text)} or \`repeat\`.`,
    })
  } else if (entryOf(whole, 'within') === undefined) {
    reading.report({
      code: 'waiting-without-within',
      span: first.key.span,
      message: `Without \`within\` a check is tried once, so ${code(first.key.text)} means nothing.`,
      hint: 'Say how long to try at most, such as `within: 1m`.',
    })
  }
}

/** The one kind of a check. Several, none and strangers are reported. */
function findKind(
  map: SyntaxMap,
  place: Place,
  context: FileContext,
): { readonly kind: CheckKind; readonly entry: SyntaxEntry; readonly allKnown: boolean } | undefined {
  const { kinds } = context
  const reading: Reading = {
    ...context.reading,
    subject: place.cleanup ? 'a cleanup step' : 'a check',
    elsewhere: key => allowedElsewhere(key, kinds),
  }
  const later = reportNotYet(map, context)
  const notHere = place.cleanup ? ['needs', 'cleanup'] : []
  const known = [...kinds.keys(), ...CHECK_KEYS.filter(key => !notHere.includes(key))]
  const rest = { ...map, entries: map.entries.filter(({ key }) => !isLater(key.text, context)) }
  const allKnown = knownKeys(rest, known, reading)
  if (!allKnown) context.namesLost()
  const [first, second] = map.entries.filter(({ key }) => kinds.has(key.text))
  if (second !== undefined && first !== undefined) reportSecond(first, second, reading)
  if (first === undefined && allKnown && !later) reportNone(map, kinds, reading)
  const kind = first && kinds.get(first.key.text)
  return first && kind && { kind, entry: first, allKnown }
}

function isLater(key: string, context: FileContext): boolean {
  return ['each', 'include', 'containers'].includes(key) && !context.kinds.has(key)
}

function reportSecond(first: SyntaxEntry, second: SyntaxEntry, reading: Reading): void {
  reading.report({
    code: 'two-kinds',
    span: second.key.span,
    message: `A check has exactly one kind, and this one has ${code(first.key.text)} and ${code(second.key.text)}.`,
    hint: 'Make two checks of it.',
  })
}

function reportNone(map: SyntaxMap, kinds: FileContext['kinds'], reading: Reading): void {
  const name = entryOf(map, 'name')?.value
  const near = name?.node === 'scalar' ? suggestion(name.text.text, kinds.keys()) : undefined
  reading.report({
    code: 'no-kind',
    span: map.entries[0]?.key.span ?? map.span,
    message: 'This check does not say what to look at.',
    hint: near ?? `Add one of ${listed([...kinds.keys()].map(code), 'or')}; a section has \`checks\`.`,
  })
}

function readCleanup(map: SyntaxMap, place: Place, context: FileContext): readonly Check[] {
  const value = entryOf(map, 'cleanup')?.value
  if (value === undefined || place.cleanup) return []
  const steps = value.node === 'list' ? value.items : [value]
  if (steps.length === 0) {
    context.reading.report({
      code: 'empty-list',
      span: value.span,
      message: 'The list of `cleanup` is empty.',
      hint: 'Write a check that undoes what this one does, or remove the key.',
    })
  }
  return steps.flatMap((step, index) => {
    const own = entryMap(step, 'cleanup', context)
    const key = `${place.key}.cleanup.${index}`
    const check = own && readCheck(own, { ...place, key, cleanup: true }, context)
    return check === undefined ? [] : [check]
  })
}
