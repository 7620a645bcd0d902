import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import type { FilledMatcher } from '../../src/model/expectation.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import {
  all,
  and,
  any,
  anything,
  big,
  bigger,
  close,
  compare,
  eq,
  evaluate,
  exists,
  fields,
  is,
  isIn,
  items,
  length,
  match,
  messages,
  not,
  oneOf,
  or,
  span,
  statusClass,
  text,
} from './matchers.ts'

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

test.each(['contains', 'starts_with', 'ends_with'] as const)(
  'empty text is in every text, so `%s` cannot look for it',
  async op => {
    for (const matcher of [text(op, ''), not(text(op, ''))]) {
      const error = await evaluate(matcher, 'Shop 2.2.0').catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'operand-empty', span })
    }
    expect(await messages(text('contains', ''), ['a', ''])).toEqual([])
  },
)

test.each([
  ['text under `ne`', compare('ne', '500')],
  ['text under `not`', not(eq('500'))],
  ['a list', eq([200, 201])],
  ['text among others', isIn([200, '500'])],
])('a status is compared with numbers only, not with %s', async (_name, matcher) => {
  const shape = { doc: '', lists: 'one-of', scalars: 'status' } as const
  const error = await evaluate(matcher, 500, { shape }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'operand-type', span })
  expect(await messages(compare('ne', 404), 500, { shape })).toEqual([])
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
