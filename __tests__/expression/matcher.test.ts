import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateMatcher, type MatcherContext, type Mismatch } from '../../src/expression/matcher.ts'
import { CheckError } from '../../src/model/check-error.ts'
import type { FilledMatcher, PartShape, TypeName } from '../../src/model/expectation.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import { mapped } from './tables.ts'

const { span } = mapped('status: 200')
const JSON_SHAPE: PartShape = { doc: '', lists: 'each', scalars: 'json' }

const eq = (operand: Json): FilledMatcher => ({ op: 'eq', operand, span })
const compare = (op: 'ne' | 'gt' | 'gte' | 'lt' | 'lte', operand: Json): FilledMatcher => ({ op, operand, span })
const text = (op: 'contains' | 'starts_with' | 'ends_with', operand: Json): FilledMatcher => ({ op, operand, span })
const is = (...types: TypeName[]): FilledMatcher => ({ op: 'is', types, span })
const length = (matcher: FilledMatcher): FilledMatcher => ({ op: 'length', matcher, span })
const exists = (value: boolean): FilledMatcher => ({ op: 'exists', exists: value, span })
const close = (target: Json, delta: Json): FilledMatcher => ({ op: 'close_to', target, delta, span })
const not = (matcher: FilledMatcher): FilledMatcher => ({ op: 'not', matcher, span })
const all = (matcher: FilledMatcher): FilledMatcher => ({ op: 'all', matcher, span })
const any = (matcher: FilledMatcher): FilledMatcher => ({ op: 'any', matcher, span })
const and = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'and', matchers, span })
const or = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'or', matchers, span })
const oneOf = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'one-of', matchers, span })
const items = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'items', matchers, span })
const isIn = (operands: Json): FilledMatcher => ({ op: 'in', operands: operands as Json[], span })
const statusClass = (digit: number): FilledMatcher => ({ op: 'status-class', digit, span })
const anything: FilledMatcher = { op: 'anything', span }
const fields = (wished: Readonly<Record<string, FilledMatcher>>): FilledMatcher => ({
  op: 'fields',
  fields: Object.entries(wished).map(([name, matcher]) => ({ name, nameSpan: span, matcher })),
  span,
})
const match = (pattern: RegExp): FilledMatcher => ({
  op: 'match',
  pattern: {
    display: String(pattern),
    match: texts => Promise.resolve(texts.map(each => (pattern.test(each) ? [each] : null))),
  },
  span,
})

async function evaluate(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: Partial<MatcherContext> = {},
): Promise<readonly Mismatch[]> {
  return await evaluateMatcher(matcher, actual, { shape: JSON_SHAPE, subject: 'json', ...context })
}

async function messages(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: Partial<MatcherContext> = {},
): Promise<readonly string[]> {
  return (await evaluate(matcher, actual, context)).map(({ message }) => message)
}

const big = parseJson('12345678901234567890')
const bigger = parseJson('12345678901234567891')

describe('a matcher holds', () => {
  test.each<[name: string, matcher: FilledMatcher, actual: Json | undefined]>([
    ['equal text', eq('a'), 'a'],
    ['equal numbers of another spelling', eq(parseJson('1.10')), parseJson('1.1')],
    ['1.0 and 1', eq(1), parseJson('1.0')],
    ['equal 64-bit integers', eq(big), parseJson('12345678901234567890')],
    ['null', eq(null), null],
    ['an equal object in another order', eq({ a: 1, b: [2] }), { b: [2], a: 1 }],
    ['another value', compare('ne', 1), 2],
    ['another type', compare('ne', 1), '1'],
    ['a neighbouring 64-bit integer as another value', compare('ne', big), bigger],
    ['a larger number', compare('gt', 1), 1.5],
    ['a larger 64-bit integer', compare('gt', big), bigger],
    ['the least', compare('gte', 1), 1],
    ['a smaller number', compare('lt', -1), -2],
    ['the most', compare('lte', 1), 1],
    ['a later time', compare('gt', '2026-01-14T04:30:00Z'), '2026-01-14T04:30:00.001Z'],
    ['a time of another zone', compare('lte', '2026-01-14T09:30:00+05:00'), '2026-01-14T04:30:00Z'],
    ['one of a list', isIn(['a', 1, null]), null],
    ['text in text', text('contains', 'b'), 'abc'],
    ['an element', text('contains', 2), [1, 2]],
    ['an element with at least these fields', text('contains', { id: 2 }), [{ id: 1 }, { id: 2, name: 'x' }]],
    ['an element with nested fields', text('contains', { a: { b: 1 } }), [{ a: { b: 1, c: 2 }, d: 3 }]],
    ['an element that is a list', text('contains', [1, 2]), [[1, 2], 3]],
    ['several elements', text('contains', [3, 1]), [1, 2, 3]],
    ['at least these fields', text('contains', { a: 1 }), { a: 1, b: 2 }],
    ['a beginning', text('starts_with', 'ab'), 'abc'],
    ['an end', text('ends_with', 'bc'), 'abc'],
    ['a pattern', match(/^a/), 'abc'],
    ['its type', is('string'), ''],
    ['one of several types', is('null', 'array'), []],
    ['a number', is('number'), 1.5],
    ['an integer as a number', is('number'), 1],
    ['a whole number as an integer', is('integer'), parseJson('1.0')],
    ['1e3 as an integer', is('integer'), parseJson('1e3')],
    ['a 64-bit integer', is('integer'), big],
    ['an object', is('object'), {}],
    ['code points', length(eq(2)), 'é😀'],
    ['elements', length(compare('gte', 2)), [1, 2, 3]],
    ['fields', length(eq(1)), { a: 1 }],
    ['presence', exists(true), 0],
    ['null as present', exists(true), null],
    ['absence', exists(false), undefined],
    ['nearness', close(10, 0.5), 10.5],
    ['exact nearness', close(0.3, 0.1), 0.4],
    ['nearness of large integers', close(big, 1), bigger],
    ['nearness of a time', close('2026-01-14T04:30:00Z', '2s'), '2026-01-14T04:30:02Z'],
    ['not', not(eq(1)), 2],
    ['not of what is absent', not(eq(1)), undefined],
    ['and', and(compare('gt', 1), compare('lt', 3)), 2],
    ['or', or(eq(1), eq(2)), 2],
    ['or with absence', or(exists(false), eq(1)), undefined],
    ['all elements', all(compare('gt', 0)), [1, 2]],
    ['all of no elements when the length is given', and(all(eq(1)), length(eq(0))), []],
    ['any element', any(eq(2)), [1, 2]],
    ['each element in its place', items(eq(1), is('string')), [1, 'x']],
    ['no elements', items(), []],
    ['at least these fields, each matching', fields({ a: eq(1), b: exists(false) }), { a: 1, c: 2 }],
    ['no field', fields({}), {}],
    ['one of', oneOf(eq(200), statusClass(3)), 302],
    ['a class', statusClass(2), 204],
    ['anything', anything, 5],
    ['anything that is absent', anything, undefined],
  ])('%s', async (_name, matcher, actual) => {
    expect(await messages(matcher, actual)).toEqual([])
  })
})

describe('a matcher does not hold and says', () => {
  test.each<[message: string, matcher: FilledMatcher, actual: Json | undefined]>([
    ['json is "b", expected "a".', eq('a'), 'b'],
    ['json is the text "1", expected the number 1.', eq(1), '1'],
    ['json is the number 1, expected the text "1".', eq('1'), 1],
    ['json is the boolean true, expected the text "true".', eq('true'), true],
    ['json is null, expected the number 0.', eq(0), null],
    ['json is absent, expected null.', eq(null), undefined],
    ['json is 12345678901234567891, expected 12345678901234567890.', eq(big), bigger],
    ['json is 1, expected anything but 1.', compare('ne', parseJson('1.0')), 1],
    ['json is absent, expected anything but 1.', compare('ne', 1), undefined],
    ['json is 1, expected more than 1.', compare('gt', 1), 1],
    ['json is absent, expected less than 5.', compare('lt', 5), undefined],
    ['json is null, and only two numbers, durations, sizes or times have an order.', compare('lt', 5), null],
    ['json is the text "4", and only two numbers, durations, sizes or times have an order.', compare('lt', 5), '4'],
    [
      'json is the text "2.10", and only two numbers, durations, sizes or times have an order.',
      compare('gt', '2.9'),
      '2.10',
    ],
    [
      'json is the boolean true, and only two numbers, durations, sizes or times have an order.',
      compare('gte', true),
      true,
    ],
    ['json is "c", expected one of "a", "b".', isIn(['a', 'b']), 'c'],
    ['json is "1", expected one of 1, 2.', isIn([1, 2]), '1'],
    ['json is "abc", expected it to contain "x".', text('contains', 'x'), 'abc'],
    ['json is the text "a1", and text contains only text.', text('contains', 1), 'a1'],
    ['json is the number 12, and only text, lists and objects contain something.', text('contains', '1'), 12],
    ['json is [{"a":1}], expected it to contain {"a":2}.', text('contains', { a: 2 }), [{ a: 1 }]],
    ['json is [1], expected it to contain [1,2].', text('contains', [1, 2]), [1]],
    ['json is [1], expected it to contain [].', text('contains', []), [1]],
    ['json is "abc", expected it to start with "b".', text('starts_with', 'b'), 'abc'],
    ['json is the number 12, and only text starts or ends with text.', text('ends_with', '2'), 12],
    ['json is "abc", expected it to match /^b/.', match(/^b/), 'abc'],
    ['json is the number 12, and only text can match a pattern.', match(/1/), 12],
    ['json is 1.5, expected type integer.', is('integer'), 1.5],
    ['json is null, expected type string or number.', is('string', 'number'), null],
    ['json is absent, expected type null.', is('null'), undefined],
    ['The length of json is 3, expected 2.', length(eq(2)), [1, 2, 3]],
    ['json is the number 5, and only text, lists and objects have a length.', length(eq(1)), 5],
    ['json is absent, expected length 0.', length(eq(0)), undefined],
    ['json is absent, expected it to exist.', exists(true), undefined],
    ['json is null, expected it to be absent.', exists(false), null],
    ['json is 10.6, expected 10 ± 0.5.', close(10, 0.5), 10.6],
    ['json is the text "10", and only two numbers, durations, sizes or times have an order.', close(10, 1), '10'],
    ['json is 1, expected the opposite of: 1.', not(eq(1)), 1],
    ['json is "abc", expected the opposite of: contains "b".', not(text('contains', 'b')), 'abc'],
    ['json is absent, expected the opposite of: is absent.', not(exists(false)), undefined],
    ['json is 5, expected 1 or more than 10.', or(eq(1), compare('gt', 10)), 5],
    ['json[1] is 0, expected more than 0.', all(compare('gt', 0)), [1, 0]],
    ['json is empty, and `all` needs at least one element.', all(eq(1)), []],
    ['json is the object {}, and only a list has elements.', all(eq(1)), {}],
    ['json is absent, expected all elements: 1.', all(eq(1)), undefined],
    ['json has 2 elements, expected at least one that matches: 3.', any(eq(3)), [1, 2]],
    ['json is empty, expected at least one that matches: 3.', any(eq(3)), []],
    ['json is the text "x", and only an object has fields.', fields({ a: eq(1) }), 'x'],
    ['json is absent, expected an object with a, b.', fields({ a: eq(1), b: eq(2) }), undefined],
    ['json is the object {}, and a list was expected.', items(eq(1)), {}],
    ['json is 500, expected one of 200, 3xx.', oneOf(eq(200), statusClass(3)), 500],
    ['json is 199, expected 2xx.', statusClass(2), 199],
    ['json is "200", expected 2xx.', statusClass(2), '200'],
    ['json is absent, expected 2xx.', statusClass(2), undefined],
  ])('%s', async (message, matcher, actual) => {
    expect(await messages(matcher, actual)).toEqual([message])
  })

  test('each of several that do not hold', async () => {
    expect(await messages(and(compare('gt', 5), is('string'), eq(1)), 1)).toEqual([
      'json is 1, expected more than 5.',
      'json is 1, expected type string.',
    ])
  })

  test('each differing leaf of fields and items', async () => {
    const matcher = fields({
      id: is('integer'),
      items: items(fields({ name: eq('a') }), fields({ name: eq('b') })),
      'x-y': fields({ z: eq(1) }),
      gone: eq(1),
    })
    const actual = { id: 'x', items: [{ name: 'a' }, { name: 'c' }, {}], 'x-y': { z: 2 } }
    const found = await evaluate(matcher, actual)
    expect(found.map(({ message }) => message)).toEqual([
      'json.id is "x", expected type integer.',
      'json.items has 3 elements, expected 2.',
      'json.items[1].name is "c", expected "b".',
      'json["x-y"].z is 2, expected 1.',
      'json.gone is absent, expected 1.',
    ])
    expect(found[2]).toEqual({
      subject: 'json.items[1].name',
      span,
      matcher: 'equals',
      expected: '"b"',
      actual: '"c"',
      message: found[2]?.message,
    })
  })

  test('each differing leaf of a whole value that should be equal', async () => {
    const wished = { a: 1, b: { c: [1, 2], d: 'x' }, e: null }
    const actual = { a: '1', b: { c: [1, 3, 4], d: 'x' }, extra: true }
    expect(await messages(eq(wished), actual)).toEqual([
      'json.a is the text "1", expected the number 1.',
      'json.b.c[1] is 3, expected 2.',
      'json.b.c[2] is 4, expected it to be absent.',
      'json.e is absent, expected null.',
      'json.extra is true, expected it to be absent.',
    ])
  })

  test('not more than a few of many differences', async () => {
    const wished = Array.from({ length: 500 }, () => 0)
    const found = await messages(
      eq(wished),
      wished.map(() => 1),
    )
    expect(found).toHaveLength(10)
    expect(found.at(-1)).toBe('json[9] is 1, expected 0. There are more differences.')
    const each = await messages(
      all(eq(0)),
      Array.from({ length: 500 }, () => 1),
    )
    expect(each).toHaveLength(10)
    expect(each.at(-1)).toContain('In all, 500 of 500 elements do not match.')
  })

  test('where two long texts begin to differ', async () => {
    const start = 'x'.repeat(400)
    const [found] = await evaluate(eq(`${start}one`), `${start}two`)
    expect(found?.message).toBe(
      `json differs from character 401 on: it is …"${'x'.repeat(40)}two", expected …"${'x'.repeat(40)}one".`,
    )
    expect([found?.actual.endsWith('two"'), found?.expected.endsWith('one"')]).toEqual([true, true])
  })

  test('nothing of a secret, even where the value is cut', async () => {
    const redact = (value: string): string => value.replaceAll('hunter2hunter2', '***')
    const actual = { token: `${'x'.repeat(150)}hunter2hunter2` }
    const [found] = await evaluate(eq({ token: 'y' }), actual, { redact })
    expect(JSON.stringify(found)).not.toContain('hunter2')
    expect(found?.actual).toContain('***')
  })
})

describe('the shape of a part', () => {
  const duration: PartShape = { doc: '', lists: 'one-of', scalars: 'duration' }
  const size: PartShape = { doc: '', lists: 'one-of', scalars: 'size' }
  const time: PartShape = { doc: '', lists: 'one-of', scalars: 'time' }

  test('writes durations and sizes with their units', async () => {
    expect(await messages(compare('lt', 1_000), 1_234, { shape: duration, subject: 'duration' })).toEqual([
      'duration is 1.2 s, expected less than 1.0 s.',
    ])
    expect(await messages(compare('lt', 1_000), 1_001, { shape: duration, subject: 'duration' })).toEqual([
      'duration is 1001 ms, expected less than 1.0 s.',
    ])
    expect(await messages(compare('lte', 1_024), 4_096, { shape: size, subject: 'size' })).toEqual([
      'size is 4.0 KiB, expected at most 1.0 KiB.',
    ])
    expect(await messages(close(1_000, 100), 1_200, { shape: duration, subject: 'duration' })).toEqual([
      'duration is 1.2 s, expected 1.0 s ± 100 ms.',
    ])
  })

  test('compares times as moments, also relative ones when it is told the time', async () => {
    const at = '2026-01-14T04:30:00.000Z'
    const now = Date.parse(at)
    expect(await messages(eq({ at }), '2026-01-14T04:30:00Z', { shape: time })).toEqual([])
    expect(
      await messages(compare('gte', { at }), '2026-01-14T04:29:59Z', { shape: time, subject: 'started_at' }),
    ).toEqual(['started_at is "2026-01-14T04:29:59Z", expected at least 2026-01-14T04:30:00.000Z.'])
    expect(await messages(compare('gte', { agoMs: 60_000 }), '2026-01-14T04:29:30Z', { shape: time, now })).toEqual([])
    expect(await messages(compare('gte', { agoMs: 60_000 }), '2026-01-14T04:28:30Z', { shape: time, now })).toEqual([
      'json is "2026-01-14T04:28:30Z", expected at least 1 m 00 s ago.',
    ])
    expect(await messages(close({ at }, 2_000), '2026-01-14T04:30:01Z', { shape: time })).toEqual([])
  })

  test('gives known fields their own shapes', async () => {
    const timings: PartShape = { doc: '', lists: 'each', scalars: 'json', fields: { dns: duration } }
    expect(
      await messages(fields({ dns: compare('lt', 5) }), { dns: 2_500 }, { shape: timings, subject: 'timings' }),
    ).toEqual(['timings.dns is 2.5 s, expected less than 5 ms.'])
  })

  test('looks fields up where it says so', async () => {
    const headers: PartShape = { doc: '', lists: 'one-of', scalars: 'json', any: JSON_SHAPE, lookup: true }
    const actual = { 'content-type': 'text/html' }
    const lookup = (name: string): Json | undefined => (name.toLowerCase() === 'content-type' ? 'text/html' : undefined)
    const context = { shape: headers, subject: 'headers', lookup }
    expect(await messages(fields({ 'Content-Type': text('starts_with', 'text/') }), actual, context)).toEqual([])
    expect(await messages(fields({ 'Content-Type': eq('x') }), actual, context)).toEqual([
      'headers["Content-Type"] is "text/html", expected "x".',
    ])
    expect(await messages(fields({ 'x-powered-by': exists(false) }), actual, context)).toEqual([])
    expect(await messages(fields({ server: eq('x') }), actual, context)).toEqual([
      'headers.server is absent, expected "x".',
    ])
  })

  test('lets a matcher that names no field speak of the main one', async () => {
    const cookie: PartShape = {
      doc: '',
      lists: 'one-of',
      scalars: 'json',
      main: 'value',
      fields: { value: JSON_SHAPE },
    }
    const cookies: PartShape = { doc: '', lists: 'each', scalars: 'json', any: cookie }
    const context = { shape: cookies, subject: 'cookies' }
    const actual = { session: { value: 'abc', secure: true } }
    expect(await messages(fields({ session: eq('abc') }), actual, context)).toEqual([])
    expect(await messages(fields({ session: text('contains', 'x') }), actual, context)).toEqual([
      'cookies.session.value is "abc", expected it to contain "x".',
    ])
    expect(await messages(fields({ session: fields({ value: eq('x') }) }), actual, context)).toEqual([
      'cookies.session.value is "abc", expected "x".',
    ])
    expect(await messages(fields({ session: exists(false) }), actual, context)).toEqual([
      'cookies.session is {"value":"abc","secure":true}, expected it to be absent.',
    ])
    expect(await messages(fields({ other: exists(false) }), actual, context)).toEqual([])
    expect(await messages(fields({ other: fields({ value: eq('x') }) }), actual, context)).toEqual([
      'cookies.other is absent, expected "x".',
    ])
  })

  test('finds no field that every object inherits', async () => {
    expect(await messages(fields({ constructor: exists(true) }), {})).toEqual([
      'json.constructor is absent, expected it to exist.',
    ])
  })
})

describe('what is absent', () => {
  test('satisfies only `exists: false` and `not`', async () => {
    const others: readonly FilledMatcher[] = [
      eq(null),
      compare('ne', 1),
      compare('gt', 1),
      isIn([null]),
      text('contains', ''),
      match(/(?:)/),
      is('null'),
      length(eq(0)),
      exists(true),
      close(0, 1),
      all(eq(1)),
      any(eq(1)),
      items(),
      fields({}),
      oneOf(eq(null)),
      statusClass(2),
      and(exists(false), eq(1)),
      and(length(eq(0)), all(eq(1))),
    ]
    for (const matcher of others) expect((await evaluate(matcher, undefined)).length, matcher.op).toBeGreaterThan(0)
    for (const matcher of others) expect(await messages(not(matcher), undefined), matcher.op).toEqual([])
  })
})

test('a hole under `in` must give a list', async () => {
  const error = await evaluate(isIn('a'), 'a').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CheckError)
  expect(error).toMatchObject({ code: 'operand-type', span })
})

test('a value equals itself and no matcher ever throws over JSON', async () => {
  const matchers = [compare('gt', 1), text('contains', 'a'), is('string'), length(eq(1)), all(eq(1)), items(eq(1))]
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (left, right) => {
      expect(await messages(eq(left as Json), left as Json)).toEqual([])
      const equal = (await evaluate(eq(left as Json), right as Json)).length === 0
      const different = (await evaluate(compare('ne', left as Json), right as Json)).length === 0
      expect(equal).toBe(!different)
      for (const matcher of matchers) {
        const holds = (await evaluate(matcher, right as Json)).length === 0
        expect((await evaluate(not(matcher), right as Json)).length === 0).toBe(!holds)
      }
    }),
  )
})
