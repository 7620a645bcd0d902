import { type StdioOptions, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { fill } from '../../src/expression/fill.ts'
import { createJqEngine } from '../../src/expression/jq.ts'
import { escapePattern } from '../../src/expression/pattern-text.ts'
import { createScope } from '../../src/expression/scope.ts'
import { scanShell } from '../../src/expression/shell-holes.ts'
import { scanSql } from '../../src/expression/sql-holes.ts'
import { parseTemplate } from '../../src/expression/template.ts'
import type { Json } from '../../src/model/json.ts'
import type { Place, ShellLine, SqlStatement } from '../../src/model/template.ts'
import { mapped } from './tables.ts'

let engine: Engine
beforeAll(() => {
  engine = createJqEngine()
})
afterAll(() => engine.close())

async function fillWith<V>(place: Place, text: string, values: Readonly<Record<string, Json>>): Promise<V> {
  const { template, diagnostics } = parseTemplate<V>(place, mapped(text))
  expect(diagnostics).toEqual([])
  const scope = createScope(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, secret: false }])),
  )
  return (await fill(template, { scope, engine, onSecret: () => undefined })) as V
}

/** Texts that were written to break out of something, and any others. */
const hostile = fc.oneof(
  fc.constantFrom(
    '$(reboot)',
    '`reboot`',
    '; reboot',
    '| reboot',
    '&& reboot',
    "'; DROP TABLE users; --",
    '" || true || "',
    ['$', '{IFS}'].join(''),
    '$IFS',
    '\\',
    '\\"',
    "'",
    '"',
    '""',
    'a\nreboot\n',
    '\nEOF\nreboot',
    '*',
    '~',
    '{a,b}',
    '!!',
    '#',
    '>/etc/passwd',
    'a  b\t c',
    '../../etc/passwd',
    '%2e%2e/',
    '?x=1&y=2#z',
    '//evil.example/',
    'http://evil.example/',
    '@evil.example',
    '\u2028',
    '$$',
    '$1',
    'a[$(reboot)]',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`ab'"\\$(){}[]\`;|&<>*?~!# \n\t/.%:@=-`) }),
)

describe('a hole in a URL', () => {
  test('is one path segment or one query value and never changes anything around it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (segment, value) => {
        fc.pre(!['', '.', '..'].includes(segment) && !['', '.', '..'].includes(value))
        const url = await fillWith<string>('url', '/a/{{ $segment }}/b?q={{ $value }}&r=1', { segment, value })
        const read = new URL(url, 'https://host.example')
        const parts = read.pathname.split('/')
        expect(read.host).toBe('host.example')
        expect(parts).toHaveLength(4)
        expect(decodeURIComponent(parts[2] ?? '')).toBe(segment.toWellFormed())
        expect([...read.searchParams]).toEqual([
          ['q', value.toWellFormed()],
          ['r', '1'],
        ])
        expect(read.hash).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a hole in SQL', () => {
  test('is bound, and no value changes the statement', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (a, b) => {
        const text = "SELECT * FROM t WHERE x = {{ $a }} AND y LIKE '%' || {{ $b }} -- it's"
        const statement = await fillWith<SqlStatement>('sql', text, { a, b })
        expect(statement.text).toBe("SELECT * FROM t WHERE x = $1 AND y LIKE '%' || $2 -- it's")
        expect(statement.values).toEqual([a, b])
      }),
      { numRuns: 200 },
    )
  })
})

/** With a socket for its input bash would read the user's own start-up file. */
const NO_INPUT = ['ignore', 'pipe', 'pipe'] satisfies StdioOptions

describe('a hole in a shell line', () => {
  test('arrives in bash and sh as exactly one word with exactly its text', async () => {
    const values = fc.sample(
      hostile.filter(text => !text.includes('\0') && isEncodable(text)),
      { numRuns: 300, seed: 7 },
    )
    for (let at = 0; at < values.length; at += 20) {
      const some = values.slice(at, at + 20)
      const names = some.map((_, index) => `v${index}`)
      // Alone after `--`, glued to text on both sides, and inside a command substitution in quotes.
      const words = names.flatMap(name => [
        `{{ $${name} }}`,
        `a={{ $${name} }}=b`,
        `"$(printf %s. {{ "x" + $${name} }})"`,
      ])
      const line = `printf '%s\\0' -- ${words.join(' ')}`
      const scope = Object.fromEntries(some.map((value, index) => [names[index] ?? '', value]))
      const filled = await fillWith<ShellLine>('shell', line, scope)
      const expected = some.flatMap(value => [value, `a=${value}=b`, `x${value}.`])
      for (const shell of ['bash', 'sh']) expect(runShell(shell, filled)).toEqual(expected)
    }
  })

  test('runs nothing that a value holds', async () => {
    const filled = await fillWith<ShellLine>('shell', 'echo -- {{ $a }} > /dev/null; x={{ $a }}; echo {{ $b }}', {
      a: '$(echo pwned >&2); echo pwned',
      b: '`echo pwned >&2`',
    })
    const child = spawnSync('bash', ['-eo', 'pipefail', '-c', filled.line], {
      env: { ...filled.environment },
      stdio: NO_INPUT,
    })
    expect(child.stderr.toString()).toBe('')
    expect(child.stdout.toString()).toBe('`echo pwned >&2`\n')
  })

  function runShell(shell: string, { line, environment }: ShellLine): readonly string[] {
    const child = spawnSync(shell, ['-c', line], { env: { ...environment, LC_ALL: 'C' }, stdio: NO_INPUT })
    expect(child.stderr.toString()).toBe('')
    const words = child.stdout.toString().split('\0').slice(0, -1)
    expect(words[0]).toBe('--')
    return words.slice(1)
  }

  function isEncodable(text: string): boolean {
    return text.isWellFormed()
  }
})

describe('a hole in a pattern', () => {
  test('matches exactly its text, also in a character class and beside what could join it', () => {
    fc.assert(
      fc.property(
        hostile.filter(text => text !== ''),
        text => {
          expect(new RegExp(`^${escapePattern(text)}$`).exec(text)?.[0]).toBe(text)
          expect(new RegExp(`^(x)\\1${escapePattern(text)}$`).test(`xx${text}`)).toBe(true)
          expect(new RegExp(`^x{1,${escapePattern(text)}}$`).test(`x{1,${text}}`)).toBe(true)
          if (text.isWellFormed()) expect(new RegExp(`^${escapePattern(text)}$`, 'u').test(text)).toBe(true)
          for (const character of new Set(text)) {
            expect(new RegExp(`^[${escapePattern(text)}]$`, 'u').test(character)).toBe(true)
          }
          if (!text.includes('q')) expect(new RegExp(`[${escapePattern(text)}]`).test('q')).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the scanners', () => {
  const pieces = fc.array(
    fc.constantFrom(
      ...`'"\\$(){}[]\`;|&<>#- \n=a1.*/~`,
      '<<EOF',
      '\nEOF\n',
      '$(',
      '${',
      '((',
      'case',
      'in',
      'esac',
      '--',
    ),
    { maxLength: 25 },
  )

  test('find every hole, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 2, maxLength: 4 }), texts => {
        const around = texts.map(text => text.join(''))
        expect(scanShell(around)).toHaveLength(around.length - 1)
        expect(scanSql(around).holes).toHaveLength(around.length - 1)
      }),
      { numRuns: 3_000 },
    )
  })
})
