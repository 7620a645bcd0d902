import { describe, expect, test } from 'vitest'
import type { PartShape } from '../../src/model/expectation.ts'
import type { Json } from '../../src/model/json.ts'
import { close, compare, eq, exists, fields, JSON_SHAPE, messages, text } from './matchers.ts'

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

  test('of several alike wants a matcher to hold of every one, and of a list among them of one', async () => {
    const every: PartShape = { doc: '', lists: 'one-of', scalars: 'json', every: true }
    const about = { shape: every, subject: 'images.web' }
    expect(await messages(eq('a'), ['a', 'a'], about)).toEqual([])
    expect(await messages(eq('a'), ['b'], about)).toEqual(['images.web is "b", expected "a".'])
    expect(await messages(eq('a'), ['a', 'b'], about)).toEqual(['images.web[1] is "b", expected "a".'])
    expect(await messages(eq('a'), [['b', 'a'], 'a'], about)).toEqual([])
    expect(await messages(eq('a'), [['b', 'c']], about)).toEqual(['images.web is "b", expected "a".'])
    expect(await messages(eq('a'), [[]], about)).toEqual(['images.web is absent, expected "a".'])
    expect(await messages(eq('a'), [], about)).toEqual(['images.web is absent, expected "a".'])
    expect(await messages(exists(false), [], about)).toEqual([])
    const inside: PartShape = { ...JSON_SHAPE, any: every }
    const named = fields({ web: eq('a') })
    expect(await messages(named, { web: ['a', 'b'] }, { shape: inside, subject: 'images' })).toHaveLength(1)
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

  test('takes a value without its main field for absent', async () => {
    const found: PartShape = { doc: '', lists: 'one-of', scalars: 'json', main: 'text' }
    const page: PartShape = { doc: '', lists: 'each', scalars: 'json', any: found }
    const context = { shape: page, subject: 'html' }
    const actual = { h1: { text: '', count: 1 }, nav: { count: 0 } }
    expect(await messages(fields({ h1: exists(true), nav: exists(false) }), actual, context)).toEqual([])
    expect(await messages(fields({ nav: exists(true) }), actual, context)).toEqual([
      'html.nav is {"count":0}, expected it to exist.',
    ])
    expect(await messages(fields({ h1: exists(false) }), actual, context)).toHaveLength(1)
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
