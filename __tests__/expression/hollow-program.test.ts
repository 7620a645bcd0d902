import { describe, expect, test } from 'vitest'
import { hollowForm, steadyPath } from '../../src/expression/hollow-program.ts'

describe('hollowForm', () => {
  test.each<[program: string, suggestion: string]>([
    ['.price < 5', '".price": { lt: 5 }'],
    ['.a.b[0].c<=-1.5', '".a.b[0].c": { lte: -1.5 }'],
    ['.["x-y"] < 1e3', `'.["x-y"]': { lt: 1e3 }`],
    ['.a?.b < 5 # fast', '".a?.b": { lt: 5 }'],
    ['. < 5', '".": { lt: 5 }'],
    ['5 > .a', '".a": { lt: 5 }'],
    ['5 >= .a', '".a": { lte: 5 }'],
    ['.price < $limit', '".price": { lt: "{{ $limit }}" }'],
    ['$run.started_at >= .at', '".at": { lte: "{{ $run.started_at }}" }'],
    ['.price <= $limits["x"]', `".price": { lte: '{{ $limits["x"] }}' }`],
  ])('says that %j also holds of null', (program, suggestion) => {
    expect(hollowForm(program)).toEqual({ kind: 'less-than', suggestion })
  })

  test.each<[program: string, suggestion: string]>([
    ['.status != "degraded"', '".status": { is: string, ne: "degraded" }'],
    ['.a[0].n != -1', '".a[0].n": { is: number, ne: -1 }'],
    ['.["x-y"]? != true', `'.["x-y"]?': { is: boolean, ne: true }`],
    ['"old" != .version # not the old one', '".version": { is: string, ne: "old" }'],
    ['.version != $old', '".version": { and: [{ ne: null }, { ne: "{{ $old }}" }] }'],
  ])('says that %j also holds where nothing is', (program, suggestion) => {
    expect(hollowForm(program)).toEqual({ kind: 'unequal', suggestion })
  })

  test.each([
    '.status != null',
    '. != "degraded"',
    '.items[] != 1',
    '.a != .b',
    '.a != "x\\(.b)"',
    '.a == 1 and .b != 2',
    '(.a | length) != 0',
    '.a != [1]',
    '"a" != "b"',
  ])('lets %j be, which says more or may be meant so', program => {
    expect(hollowForm(program)).toBeUndefined()
  })

  test.each<[program: string, suggestion: string]>([
    ['all', '".": { all: true }'],
    ['all(.ok)', '"[.[] | (.ok)]": { all: true }'],
    ['.items | all(.price > 1)', '"[.items[] | (.price > 1)]": { all: true }'],
    ['all(.items[]; .ok)', '"[.items[] | (.ok)]": { all: true }'],
    ['.data | all(.items[]; .ok)', '".data | [.items[] | (.ok)]": { all: true }'],
    ['.flags | all', '".flags": { all: true }'],
    ['[.items[].ok] | all', '"[.items[].ok]": { all: true }'],
    ['[.items[] | .a, .b] | all', '"[.items[] | .a, .b]": { all: true }'],
    ['map(.ok) | all', '"map(.ok)": { all: true }'],
    ['.items | map(.ok) | unique | all', '".items | map(.ok) | unique": { all: true }'],
    ['.items | map(.n) | all(. > 1)', '".items | map(.n) | [.[] | (. > 1)]": { all: true }'],
    ['[.items[]] | all(.ok)', '"[.items[]] | [.[] | (.ok)]": { all: true }'],
    ['. | all(.ok)', '"[.[] | (.ok)]": { all: true }'],
    ['(.items // []) | all(.ok)', '"(.items // []) | [.[] | (.ok)]": { all: true }'],
    ['.items // [] | map(.ok) | all', '".items // [] | map(.ok)": { all: true }'],
  ])('says that %j also holds of nothing', (program, suggestion) => {
    expect(hollowForm(program)).toEqual({ kind: 'all', suggestion })
  })

  test.each([
    '.price > 5',
    '.price == 5',
    '.price < .limit',
    '.price < $observation.status',
    '.price > $limit',
    '$limit < 5',
    '(.items | length) < 5',
    '.items | length < 5',
    '.price != null and .price < 5',
    '.a < 5 or .b < 5',
    '.items | length > 0 and all(.ok)',
    '[.a, .b == 1] | all',
    '(.items // [false]) | all',
    '(.items // error) | all(.ok)',
    '[.items[].ok, true] | all',
    '[.items | length > 0] | all',
    'if length == 0 then error else . end | all',
    '.items as $x | all',
    'map(.ok) | all | not',
    'all(.ok) and length > 0',
    'any(.ok)',
    '.all',
    'any',
    '.a | not',
    '.a <',
    '',
    '(.a < 5',
  ])('leaves %j alone', program => {
    expect(hollowForm(program)).toBeUndefined()
  })
})

describe('steadyPath', () => {
  test.each([
    ['.', '"."'],
    ['.data.user', '".data.user"'],
    ['.["x-y"][0] # first', `'.["x-y"][0]'`],
  ])('knows that %j always yields a value', (program, key) => {
    expect(steadyPath(program)).toBe(key)
  })

  test.each(['', '.items[]', '.a?', '.a[]?.b', '.items[] | select(.ok)', 'first(.items[])', '.a // empty', '.a["'])(
    'leaves %j, which may yield nothing or is no path',
    program => {
      expect(steadyPath(program)).toBeUndefined()
    },
  )
})
