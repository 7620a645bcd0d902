import { describe, expect, it } from 'vitest'
import { captureMakers, everyEntry, usesOf } from '../../src/model/uses.ts'
import { parsed } from '../language/diagnose.ts'

const checklist = parsed(`
vars: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 1s, h: 8 }
ready: { within: 1m, checks: [{ run: echo 1, capture: { early: . } }] }
checks:
  - name: "{{ $a }}"
    if: $b == 2
    checks:
      - name: "{{ $a }}"
        if: $c == 3
        run: echo {{ $d }}
        expect: { stdout: "{{ $e }}", jq: { ". + $f": 1 } }
        timeout: "{{ $g }}"
        fix: Do {{ $h }} and {{ $a }}.
        capture: { made: . + $early }
        cleanup: { run: "echo {{ $made }}", capture: { late: . } }
`)
const byKey = new Map(everyEntry(checklist).map(entry => [entry.key, entry]))
const uses = (key: string): readonly string[] => {
  const entry = byKey.get(key)
  return entry === undefined ? [] : [...usesOf(entry)].sort()
}

describe('usesOf', () => {
  it('names what a check reads anywhere but in its cleanup', () => {
    expect(uses('checks.0.checks.0')).toEqual(['a', 'c', 'd', 'e', 'early', 'f', 'g', 'h'])
    expect(uses('checks.0.checks.0.cleanup.0')).toEqual(['made'])
  })

  it('names of a section only what is its own', () => {
    expect(uses('checks.0')).toEqual(['a', 'b'])
  })
})

describe('everyEntry', () => {
  it('walks the gate first, and cleanup steps after their check', () => {
    expect([...byKey.keys()]).toEqual([
      'ready',
      'ready.0',
      'checks.0',
      'checks.0.checks.0',
      'checks.0.checks.0.cleanup.0',
    ])
  })
})

describe('captureMakers', () => {
  it('knows which check makes a capture', () => {
    expect(Object.fromEntries([...captureMakers(checklist)].map(([name, { key }]) => [name, key]))).toEqual({
      early: 'ready.0',
      made: 'checks.0.checks.0',
      late: 'checks.0.checks.0.cleanup.0',
    })
  })
})
