import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => `src/${name.replaceAll('\\', '/')}`)

/** Where an error's code comes from a table or an argument, and how it is written there. */
const TABLES: Readonly<Record<string, RegExp>> = {
  'src/transport/network-error.ts': /code: '([a-z-]+)'/g,
  'src/transport/postgres-fault.ts': /'(database-[a-z]+)'/g,
  'src/transport/ssh/ssh-faults.ts': /code: '(ssh-[a-z-]+)'/g,
  'src/transport/psql-fault.ts': /'(database-[a-z]+)'/g,
  'src/kinds/query/query-fault.ts': /'((?:database|query)-[a-z-]+)'/g,
  'src/kinds/query/sql-rules.ts': /code: '(sql-[a-z-]+)'/g,
  'src/kinds/request/written-url.ts': /^ {2}'([a-z-]+)': \{/gm,
  'src/expression/jq-evaluation.ts': /\['(document-[a-z-]+)'/g,
  'src/expression/hole-value.ts': /'((?:hole|url|shell)-[a-z]+)'/g,
  'src/expression/fill.ts': /holeError\(program, '([a-z-]+)'/g,
  'src/expression/pattern-text.ts': /code: '(pattern-[a-z]+)'/g,
}
/** Composed of a name and an ending. */
const COMPOSED = [
  ...['duration', 'size', 'time'].flatMap(name => [`${name}-unit`, `${name}-invalid`]),
  ...['unknown-host', 'unknown-database'],
]
/** Files in which an error's code is no literal, and the table above (or the list) has it. */
const INDIRECT = [
  'src/expression/fill.ts',
  'src/expression/fill-template.ts',
  'src/expression/hole-value.ts',
  'src/expression/jq-evaluation.ts',
  'src/kinds/query/observe-query.ts',
  'src/kinds/query/query-fault.ts',
  'src/kinds/request/written-url.ts',
  'src/kinds/websocket/websocket-url.ts',
  'src/run/connections.ts',
  'src/transport/dial.ts',
  'src/transport/network-error.ts',
  'src/transport/postgres-fault.ts',
  'src/transport/ssh/channel-socket.ts',
  'src/transport/psql-fault.ts',
]

/** The text of each construction of an error, up to its closing bracket. */
function constructions(text: string): readonly string[] {
  const starts = [...text.matchAll(/new CheckError\(|\bsuper\(\{/g)].map(({ index }) => index)
  return starts.map(start => {
    let depth = 0
    for (let at = text.indexOf('(', start); at < text.length; at += 1) {
      if (text[at] === '(') depth += 1
      if (text[at] === ')') depth -= 1
      if (depth === 0) return text.slice(start, at)
    }
    return text.slice(start)
  })
}

function literalCodes(construction: string): readonly string[] {
  const [line = ''] = /\bcode:[^,\n]*/.exec(construction) ?? []
  return [...line.matchAll(/'([a-z][a-z-]+)'/g)].map(([, code = '']) => code)
}

const constructed = sources.flatMap(path => constructions(read(path)).map(text => ({ path, text })))
const inTables = Object.entries(TABLES).flatMap(([path, form]) =>
  [...read(path).matchAll(form)].map(([, code = '']) => code),
)
const used = new Set([...constructed.flatMap(({ text }) => literalCodes(text)), ...inTables, ...COMPOSED])
const documented = [...read('docs/errors.md').matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([a-z][a-z-]+)`/g)].map(([, code = '']) => code),
)

describe('docs/errors.md', () => {
  it('lists every code that a check can end with', () => {
    expect(used.size).toBeGreaterThan(80)
    expect([...used].filter(code => !documented.includes(code))).toEqual([])
  })

  it('lists no code that is not in the source', () => {
    expect(documented.filter(code => !used.has(code))).toEqual([])
  })

  it('lists each code once', () => {
    expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([])
  })

  it('knows where each code comes from that is not written where the error is made', () => {
    const indirect = constructed.filter(({ text }) => literalCodes(text).length === 0).map(({ path }) => path)
    expect([...new Set(indirect)].filter(path => !INDIRECT.includes(path))).toEqual([])
  })

  it('marks the codes that make a check failed rather than errored', () => {
    const marked = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+)` \*\*failed\*\* \|/gm)].map(([, code]) => code)
    const failing = constructed.filter(({ text }) => /verdict: 'failed'/.test(text)).flatMap(x => literalCodes(x.text))
    const sometimes = ['websocket-protocol', 'document-not-json']
    expect(marked.toSorted()).toEqual([...new Set([...failing, ...sometimes])].toSorted())
  })
})
