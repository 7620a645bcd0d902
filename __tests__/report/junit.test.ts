import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Report } from '../../src/model/result.ts'
import { checksOf, totalsOf, verdictOf } from '../../src/model/verdict.ts'
import { renderJunit } from '../../src/report/junit.ts'
import { attempts, check, errored, failed, failure, finished, open, section, skipped } from './builders.ts'
import { scenarios } from './scenarios.ts'

const schema = readFileSync(join(import.meta.dirname, 'fixtures/junit.xsd'), 'utf8')

async function faultsOf(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema })
  return errors.map(({ rawMessage }) => rawMessage)
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

function parse(xml: string): Element {
  const read = (node: {
    name?: string
    attribs?: Record<string, string>
    children?: unknown[]
    data?: string
  }): Element => {
    const nodes = (node.children ?? []) as Parameters<typeof read>[0][]
    return {
      name: node.name ?? '',
      attributes: node.attribs ?? {},
      children: nodes.filter(child => child.name !== undefined && child.name !== '?xml').map(read),
      text: nodes.map(child => child.data ?? '').join(''),
    }
  }
  const root = read(parseDocument(xml, { xmlMode: true }) as unknown as Parameters<typeof read>[0]).children[0]
  if (root === undefined) throw new Error('There is no root element.')
  return root
}

const casesOf = (suite: Element): readonly Element[] => suite.children.filter(child => child.name === 'testcase')
const caseOf = (report: Report): Element => {
  const found = casesOf(parse(renderJunit(report)).children[0] ?? parse('<none/>'))[0]
  if (found === undefined) throw new Error('There is no test case.')
  return found
}

describe('the JUnit reports of all scenarios', () => {
  it('fulfil the schema', async () => {
    expect(await faultsOf(...Object.values(scenarios).map(renderJunit))).toEqual([])
  })

  it.each([
    ['two outcomes', (xml: string) => xml.replace('</failure>', '</failure><error message=""/>')],
    ['a missing count', (xml: string) => xml.replace(/ failures="\d+"/, '')],
    ['a count that is no number', (xml: string) => xml.replace(/ tests="\d+"/, ' tests="many"')],
    ['an unknown attribute', (xml: string) => xml.replace('<testcase ', '<testcase line="3" ')],
    ['a raw control character', (xml: string) => xml.replace('status', '\u001b')],
    ['an unescaped bracket', (xml: string) => xml.replace('The status', '<status')],
  ])('would not with %s', async (_, spoil) => {
    const xml = renderJunit(finished([failed('a', [failure({ expected: '1', actual: '2', message: 'The status' })])]))
    expect(await faultsOf(xml)).toEqual([])
    expect(await faultsOf(spoil(xml))).not.toEqual([])
  })
})

describe.each(Object.entries(scenarios))('the JUnit report of %s', (_, report) => {
  const root = parse(renderJunit(report))

  it('counts what it holds', () => {
    for (const suite of root.children) {
      const having = (name: string): string =>
        String(casesOf(suite).filter(one => one.children.some(child => child.name === name)).length)
      expect(suite.attributes).toMatchObject({
        tests: String(casesOf(suite).length),
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
      })
    }
    for (const name of ['tests', 'failures', 'errors']) {
      const sum = root.children.reduce((total, suite) => total + Number(suite.attributes[name]), 0)
      expect(root.attributes[name]).toBe(String(sum))
    }
  })

  it('is red exactly when the verdict is not passed', () => {
    const red = Number(root.attributes.failures) + Number(root.attributes.errors) > 0
    expect(red).toBe(verdictOf(report) !== 'passed')
  })

  it('keeps failures and errors apart, a case a check', () => {
    if (report.report !== 'finished') return
    const totals = totalsOf(report.run)
    const warnings = report.run.failOn === 'warning' ? totals.warnings : 0
    const extra = Number(root.attributes.tests) - checksOf(report.run).length
    expect(root.attributes.failures).toBe(String(totals.failed + warnings))
    expect(root.attributes.errors).toBe(String(totals.errored + extra))
  })
})

describe('a suite', () => {
  const suitesOf = (report: Report): readonly (readonly [string | undefined, readonly (string | undefined)[]])[] =>
    parse(renderJunit(report)).children.map(suite => [
      suite.attributes.name,
      casesOf(suite).map(one => one.attributes.classname),
    ])

  it('stands for each top section, and one for what is outside of any', () => {
    const report = finished([
      check('a'),
      section('S', [check('b'), section('T', [check('c')])]),
      section('S', [check('d')]),
    ])
    expect(suitesOf(report)).toEqual([
      ['S', ['S', 'S › T']],
      ['S', ['S']],
      ['Assistance 2.2.1', ['Assistance 2.2.1']],
    ])
  })

  it('names no two checks alike, since readers show only the first of such', () => {
    const report = finished([
      section('S', [check('a'), check('a (2)'), check('a'), check('a'), check('a (2)')]),
      section('S', [check('a')]),
      section('T', [check('a')]),
      check('a'),
      check('a'),
    ])
    const names = parse(renderJunit(report)).children.map(suite => casesOf(suite).map(one => one.attributes.name))
    expect(names).toEqual([['a', 'a (2)', 'a (3)', 'a (4)', 'a (2) (2)'], ['a (5)'], ['a'], ['a', 'a (2)']])
  })

  it('takes as long as from its first start to its last end', () => {
    const parallel = section('S', [
      check('a', { offsetMs: 0, durationMs: 900 }),
      check('b', { offsetMs: 100, durationMs: 1_000 }),
    ])
    expect(parse(renderJunit(finished([parallel]))).children[0]?.attributes.time).toBe('1.100')
  })

  it('tells cleanup without counting it', () => {
    const root = parse(renderJunit(scenarios['cleanup-failed'] ?? finished([])))
    const suite = root.children.find(one => one.attributes.name === 'Cleanup')
    expect(suite?.attributes).toMatchObject({ tests: '0', failures: '0', errors: '0' })
    expect(suite?.children.at(-1)?.text).toContain('failed: Delete the user (of Register a user): row_count is 0')
  })
})

describe('a case', () => {
  it.each([
    [
      'skipped',
      skipped('a', { because: 'not ready', message: 'not ready' }),
      { type: 'not ready', message: 'not ready' },
    ],
    ['skipped', open('a', 'Look at it.'), { type: 'open', message: 'Look at it.' }],
    [
      'skipped',
      failed('a', [], { severity: 'warning' }),
      { type: 'warning', message: 'Warning, failed: An expectation does not hold.' },
    ],
    ['error', errored('a', { message: 'Refused.' }), { type: 'connection-refused', message: 'Refused.' }],
    [
      'failure',
      failed('a', [failure({ expected: '1', actual: '2' })]),
      { type: 'status', message: 'status is 2, expected 1.' },
    ],
  ])('tells how it ended: %s', (name, one, attributes) => {
    const [content] = caseOf(finished([one])).children
    expect(content).toMatchObject({ name, attributes })
  })

  it('says in its text where in the checklist it failed', () => {
    const one = failed('a', [failure({ expected: '1', actual: '2' })])
    expect(caseOf(finished([one])).children[0]?.text).toContain('checklist.yml:1:1')
  })

  it('that passed after several attempts says so', () => {
    const one = check('a', { attempts: attempts(['', 'no', '']) })
    expect(caseOf(finished([one])).children[0]).toMatchObject({ name: 'system-out', text: 'flaky · 3 attempts: ✓ ✗ ✓' })
    expect(caseOf(finished([check('a')])).children).toEqual([])
  })
})

it('tells an invalid checklist as one error', () => {
  const [content] = caseOf(scenarios['invalid-checklist'] ?? finished([])).children
  expect(content).toMatchObject({ name: 'error', attributes: { type: 'invalid' } })
  expect(content?.text).toContain('checklist.yml:17:16')
})
