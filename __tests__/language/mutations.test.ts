import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'

const texts = ['whole.yml', 'every-form.yml'].map(name =>
  readFileSync(join(import.meta.dirname, 'valid', name), 'utf8'),
)
const pieces = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ' ',
  '\n',
  '"',
  "'",
  '#',
  '- ',
  '{{ ',
  '}}',
  '\t',
  '&a ',
  '*a ',
  '!x ',
  'null',
  '|',
  '>',
  '$',
  'x: ',
  ', ',
  '<<: *a',
  '---\n',
  '\\',
  '\u0000',
]

describe('a slip in a sound checklist', () => {
  it('gives diagnostics with a place and a hint, and never an exception', () => {
    const slip = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(4),
      added: fc.constantFrom('', ...pieces),
    })
    fc.assert(
      fc.property(slip, ({ text, at, removed, added }) => {
        const offset = Math.floor(at * text.length)
        const broken = text.slice(0, offset) + added + text.slice(offset + removed)
        const { diagnostics } = parseChecklist({ path: 'c.yml', text: broken }, { kinds, target: null })
        for (const { span, message, hint } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(broken.length + 1)
          expect(message).toMatch(/^\S.*[.!?]$/s)
          expect(hint).toMatch(/\S/)
          expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|NaN/)
        }
      }),
      { numRuns: 150 },
    )
  })
})
