import { describe, expect, it } from 'vitest'
import { formatDuration, formatSize, parseDuration, parseSize } from '../../src/model/duration.ts'
import { suggest } from '../../src/model/suggest.ts'

describe('parseDuration', () => {
  it.each([
    ['250ms', 250],
    ['10s', 10_000],
    ['1.5s', 1_500],
    ['3m', 180_000],
    ['1h30m', 5_400_000],
    ['1d', 86_400_000],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds))

  it.each(['', '10', '10 s', 's', '-1s', '1w', '1s!', '1,5s'])('refuses %j', text => {
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe('parseSize', () => {
  it.each([
    ['512B', 512],
    ['64KiB', 65_536],
    ['10MiB', 10_485_760],
    ['1.5kB', 1_500],
    ['1GB', 1e9],
  ])('reads %s', (text, bytes) => expect(parseSize(text)).toBe(bytes))

  it.each(['', '64', '64 KiB', 'KiB', '64kib'])('refuses %j', text => expect(parseSize(text)).toBeUndefined())
})

describe('formatting', () => {
  it.each([
    [0.4, '0 ms'],
    [85, '85 ms'],
    [1_234, '1.2 s'],
    [12_300, '12 s'],
    [59_600, '1 m 00 s'],
    [185_000, '3 m 05 s'],
    [3_840_000, '1 h 04 m'],
  ])('shows %d ms as %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text))

  it.each([
    [512, '512 B'],
    [1_536, '1.5 KiB'],
    [10_485_760, '10 MiB'],
  ])('shows %d bytes as %s', (bytes, text) => expect(formatSize(bytes)).toBe(text))
})

describe('suggest', () => {
  const known = ['request', 'websocket', 'query', 'severity', 'within']
  it.each([
    ['requst', 'request'],
    ['reqeust', 'request'],
    ['Severity', 'severity'],
    ['wihtin', 'within'],
  ])('takes %s for %s', (written, meant) => expect(suggest(written, known)).toBe(meant))

  it.each(['banana', 'x', 'expectation'])('does not guess for %s', written => {
    expect(suggest(written, known)).toBeUndefined()
  })
})
