import { describe, expect, test } from 'vitest'
import { parseTime, parseTimeValue } from '../../src/expression/time.ts'

describe('parseTime', () => {
  test.each<[text: string, iso: string]>([
    ['2026-01-14T04:30:00Z', '2026-01-14T04:30:00.000Z'],
    ['2026-01-14T04:30:00.250Z', '2026-01-14T04:30:00.250Z'],
    ['2026-01-14T04:30Z', '2026-01-14T04:30:00.000Z'],
    ['2026-01-14t04:30:00z', '2026-01-14T04:30:00.000Z'],
    ['2026-01-14T09:30:00+05:00', '2026-01-14T04:30:00.000Z'],
    ['2026-01-14T01:00:00-03:30', '2026-01-14T04:30:00.000Z'],
    ['2026-01-14 04:30:00+00', '2026-01-14T04:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(new Date(parseTime(text) ?? Number.NaN).toISOString()).toBe(iso)
  })

  test('keeps fractions of a millisecond', () => {
    const first = parseTime('2026-01-14T04:30:00.123456Z') ?? 0
    const second = parseTime('2026-01-14T04:30:00.123457Z') ?? 0
    expect(second).toBeGreaterThan(first)
  })

  test.each([
    '2026-01-14T04:30:00',
    '2026-01-14',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-14T24:01:00Z',
    '2026-01-14T04:60:00Z',
    'yesterday',
    '',
    '1768365000',
  ])('does not read %j', text => {
    expect(parseTime(text)).toBeUndefined()
  })
})

test('a time is a point in time or so long ago', () => {
  expect(parseTimeValue('10m')).toEqual({ agoMs: 600_000 })
  expect(parseTimeValue('2026-01-14T09:30:00+05:00')).toEqual({ at: '2026-01-14T04:30:00.000Z' })
  expect(parseTimeValue('10')).toBeUndefined()
})
