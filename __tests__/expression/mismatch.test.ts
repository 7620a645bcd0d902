import { describe, expect, test } from 'vitest'
import type { FilledMatcher } from '../../src/model/expectation.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import {
  all,
  and,
  any,
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

  test.each<[subject: string, wished: Json, actual: Json, message: string]>([
    ['json', '/a+/i', 'caat', 'json is "caat", expected "/a+/i". A pattern stands under `match`.'],
    ['json', '/a/', '/b/', 'json is "/b/", expected "/a/".'],
    ['json', 'a', 'caat', 'json is "caat", expected "a".'],
    ['body', 'a', 'caat', 'body is "caat", expected "a". It is in it: a part is asked for with `contains`.'],
    ['value', '> 1', 0, 'value is the number 0, expected the text "> 1". A limit is written `{ gt: 1 }`.'],
    ['value', '<=2.5', 3, 'value is the number 3, expected the text "<=2.5". A limit is written `{ lte: 2.5 }`.'],
    ['value', '> 1', '2', 'value is "2", expected "> 1".'],
    ['rows', 3, [1], 'rows is the list [1], expected the number 3. How many there are is asked with `length`.'],
    ['body', 'b', 'caat', 'body is "caat", expected "b".'],
  ])('what else may have been meant: %s %s of %s', async (subject, wished, actual, message) => {
    expect(await messages(eq(wished), actual, { subject })).toEqual([message])
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
