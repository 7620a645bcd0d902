import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import type { CheckKind } from '../../src/kinds/kind.ts'
import {
  CHECK_KEYS,
  FILE_KEYS,
  INHERITED_KEYS,
  NOT_YET,
  SECTION_KEYS,
  TARGET_KEYS,
} from '../../src/language/entry-keys.ts'
import { CAPTURE_SOURCES } from '../../src/model/checklist.ts'
import { databaseShape } from '../../src/model/connections.ts'
import { OPERATORS, type PartShape, TYPE_NAMES } from '../../src/model/expectation.ts'
import type { ShapeNode } from '../../src/model/shape.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/language.md'), 'utf8')

/** A section with its heading's level: up to the next heading of that level or above. */
function section(heading: string): string {
  const start = text.indexOf(`\n${heading}\n`)
  expect(start, `the section "${heading}"`).toBeGreaterThan(0)
  const level = heading.indexOf(' ')
  const rest = text.slice(start + heading.length + 2)
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'))
  return end === -1 ? rest : rest.slice(0, end)
}

/** The words in code in the first cells of the table whose first heading is given. */
function firstCells(part: string, heading: string): readonly string[] {
  const start = part.indexOf(`| ${heading} |`)
  expect(start, `a table of "${heading}"`).toBeGreaterThanOrEqual(0)
  const rows = part.slice(start).split('\n').slice(2)
  const table = rows.slice(
    0,
    rows.findIndex(row => !row.startsWith('|')),
  )
  return table.flatMap(row => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
}

/** Everything in the section that stands in code: in a line or in an example. */
function codeIn(part: string): string {
  const blocks = [...part.matchAll(/^```[\s\S]*?^```/gm)].map(([block]) => block)
  const inline = [...part.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code)
  return [...blocks, ...inline].join('\n')
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code)
}

const sorted = (names: Iterable<string>): readonly string[] => [...names].toSorted()

function mapOf(shape: ShapeNode): Extract<ShapeNode, { type: 'object' }> | undefined {
  const map = shape.type === 'forms' ? shape.map : shape
  return map?.type === 'object' ? map : undefined
}

/** The names of all fields below a shape's own. */
function fieldsBelow(shape: ShapeNode | undefined): readonly string[] {
  if (shape === undefined) return []
  if (shape.type === 'object') {
    return Object.entries(shape.fields).flatMap(([name, field]) => [name, ...fieldsBelow(field.shape)])
  }
  if (shape.type === 'forms') return [shape.scalar, shape.list, shape.map].flatMap(fieldsBelow)
  return shape.type === 'list' || shape.type === 'map' ? fieldsBelow(shape.of) : []
}

function partsBelow(part: PartShape): readonly string[] {
  const own = Object.entries(part.fields ?? {}).flatMap(([name, inner]) => [name, ...partsBelow(inner)])
  return part.any === undefined ? own : [...own, ...partsBelow(part.any)]
}

describe('docs/language.md', () => {
  it('has every key of the file, a target, a check and a section', () => {
    expect(sorted(firstCells(section('## The file'), 'file key'))).toEqual(sorted(FILE_KEYS))
    expect(section('## Targets')).toContain(`\`${TARGET_KEYS.join(' ')}\``)
    expect(sorted(firstCells(section('## Sections'), 'section key'))).toEqual(sorted(SECTION_KEYS))
    expect(sorted(firstCells(section('## Checks'), 'check key'))).toEqual(sorted(CHECK_KEYS))
    expect(INHERITED_KEYS.filter(key => !mentions(codeIn(section('## Sections')), key))).toEqual([])
  })

  it('has every operator, type and source of captures', () => {
    const expectations = section('## Expectations')
    expect(sorted(firstCells(expectations, 'operator'))).toEqual(sorted(OPERATORS))
    expect(TYPE_NAMES.filter(name => !mentions(codeIn(expectations), name))).toEqual([])
    const captures = codeIn(section('## Captures'))
    expect(CAPTURE_SOURCES.filter(name => !mentions(captures, name))).toEqual([])
  })

  it('has every field of a database', () => {
    const fields = mapOf(databaseShape.node)?.fields ?? {}
    const databases = section('#### Databases')
    expect(sorted(firstCells(databases, 'database field'))).toEqual(sorted(Object.keys(fields)))
    expect(fieldsBelow(databaseShape.node).filter(name => !mentions(codeIn(databases), name))).toEqual([])
  })

  it('has a section for each kind and for no other', () => {
    const headings = [...section('## Kinds').matchAll(/^### (.*)$/gm)].map(([, name]) => name ?? '')
    expect(sorted(headings)).toEqual(sorted(kinds.keys()))
  })

  it('says what is not in this version', () => {
    const later = Object.keys(NOT_YET).filter(name => !kinds.has(name))
    const said = section('## Not in this version')
    expect(later.filter(name => !said.includes(`\`${name}\``))).toEqual([])
  })
})

describe.each([...kinds.values()].map((kind): [string, CheckKind] => [kind.name, kind]))(
  'its section of %s',
  (...of) => {
    const [name, kind] = of
    const part = section(`### ${name}`)
    const map = mapOf(kind.shape.node)

    it('has exactly the fields an author may write', () => {
      if (map === undefined) return expect(part).not.toContain('| field |')
      expect(sorted(firstCells(part, 'field'))).toEqual(sorted(Object.keys(map.fields)))
      expect(fieldsBelow(map).filter(field => !mentions(codeIn(part), field))).toEqual([])
    })

    it('has exactly the parts of an observation', () => {
      if (Object.keys(kind.parts).length === 0) return expect(part).not.toContain('| part |')
      expect(sorted(firstCells(part, 'part'))).toEqual(sorted(Object.keys(kind.parts)))
      const below = Object.values(kind.parts).flatMap(partsBelow)
      expect(below.filter(inner => !mentions(codeIn(part), inner))).toEqual([])
    })

    it('says where captures may come from', () => {
      const said = /^[^|\n]*Captures: (.*)$/m.exec(part)?.[1]?.split('. ')[0] ?? ''
      expect(sorted([...said.matchAll(/`(\w+)`/g)].map(([, source = '']) => source))).toEqual(sorted(kind.captures))
    })

    it('says what jq reads, if anything', () => {
      const said = part.replace(/\s+/g, ' ')
      if (kind.captures.includes('jq')) expect(said).toContain(`jq reads ${kind.jqReads}`)
      else expect(said).not.toContain('jq reads')
    })
  },
)
