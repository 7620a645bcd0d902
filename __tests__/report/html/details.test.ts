import { describe, expect, it } from 'vitest'
import { bigReport } from '../big.ts'
import { check, errored, evidence, failed, failure, finished, open, section, skipped } from '../builders.ts'
import { type Element, isWithin, type Page, pageOf } from './page.ts'

const within = (page: Page, id: string): readonly Element[] =>
  page.elements.filter(element => {
    for (let at: Element | undefined = element; at !== undefined; at = at.parent)
      if (at.attributes.id === id) return true
    return false
  })
const partOf = (page: Page, id: string): string =>
  page.elements.find(({ attributes }) => attributes.id === id)?.text ?? ''
const rowsOf = (page: Page): readonly string[] =>
  page
    .all('summary')
    .filter(({ parent }) => parent?.parent?.name === 'li')
    .map(({ text }) => text)

describe('What to fix', () => {
  const failures = Array.from({ length: 5 }, (_, index) =>
    failure({ subject: `part${index}`, expected: 'x', actual: `${'y'.repeat(700)}${index}` }),
  )
  const page = pageOf(finished([failed('Much', failures)]))

  it('shows three failures of a check with shortened values, and says that there are more', () => {
    const cards = within(page, 'fix')
    expect(cards.filter(({ attributes }) => attributes.class === 'reason')).toHaveLength(3)
    expect(cards.filter(({ name }) => name === 'code').every(({ text }) => text.length <= 500)).toBe(true)
    expect(page.all('a', { href: '#check-checks.0' })[0]?.text).toBe('2 more and the evidence')
  })

  it('leaves every failure with its whole values to the row of the check', () => {
    const row = within(page, 'check-checks.0')
    expect(row.filter(({ attributes }) => attributes.class === 'reason')).toHaveLength(5)
    expect(row.some(({ name, text }) => name === 'code' && text === `${'y'.repeat(700)}4`)).toBe(true)
  })

  it('says when nobody wrote what did not hold', () => {
    const one = pageOf(finished([failed('Health', [failure({ expected: '2xx', actual: '500', byDefault: true })])]))
    expect(partOf(one, 'fix')).toContain('Every request check expects this unless the checklist says otherwise.')
    expect(page.source).not.toContain('unless the checklist says otherwise')
  })

  it('gives the line and the reason once where several failures stand there', () => {
    const two = ['web', 'bot'].map(subject => failure({ subject, expected: 'x', actual: 'y', byDefault: true }))
    const one = pageOf(finished([failed('Containers', two, { kind: 'containers' })]))
    const card = partOf(one, 'fix')
    expect(card.split('Every containers check expects this').length - 1).toBe(1)
    expect(within(one, 'fix').filter(({ name }) => name === 'figure')).toHaveLength(1)
  })

  it('shows at once the evidence without which nobody knows what failed', () => {
    const pieces = [evidence('1 event', 'ERROR boom', { telling: true }), evidence('Body', '{}')]
    const one = pageOf(finished([failed('Logs', [failure({ expected: '0', actual: '1' })], { evidence: pieces })]))
    const proofs = within(one, 'fix').filter(({ name }) => name === 'details')
    expect(proofs.map(({ text, attributes }) => [text, 'open' in attributes])).toEqual([['1 eventERROR boom', true]])
    const inRow = within(one, 'check-checks.0').filter(({ name }) => name === 'details')
    expect(inRow.map(({ text, attributes }) => [text, 'open' in attributes])).toEqual([
      ['1 eventERROR boom', true],
      ['Body{}', false],
    ])
  })

  it('tells where a check that could not be carried out went, and the code of its fault', () => {
    const fault = {
      message: 'Refused.',
      endpoint: 'https://a.example',
      details: { sqlstate: '42P01' },
      code: 'refused',
    }
    const known = pageOf(finished([errored('Health', fault)])).all('dl', { class: 'pairs known' })
    expect(known[0]?.text).toBe('endpointhttps://a.examplecoderefusedsqlstate42P01')
  })
})

describe('the row of a check', () => {
  it('has the name, else what it does; how it ended; how long it took, if it ran', () => {
    const page = pageOf(
      finished([
        check('Health', { durationMs: 40 }),
        check('', { description: 'GET /version', durationMs: 2_000 }),
        open('Look at the page', 'Look at the page.'),
        open('Look', 'Open the page in two browsers.'),
        skipped('Later', { because: 'condition', message: '`$x` is false.' }),
      ]),
    )
    expect(rowsOf(page)).toEqual([
      '✓Health40 ms',
      '✓GET /version2.0 s',
      '○Look at the page open ',
      '○Look open Open the page in two browsers.',
      '–Later skipped $x is false.',
    ])
  })

  it('tells everything known of a check once it is unfolded', () => {
    const fields = { kind: 'query', description: 'SELECT 1', expectations: 2, captured: ['a', 'b'], id: 'one' }
    const page = pageOf(finished([check('One', { ...fields, severity: 'warning', tags: ['smoke'] })]))
    expect(page.all('dl', { class: 'facts' })[0]?.text).toBe(
      'querySELECT 1expectations2captureda, bbegan+0 msseveritywarningidonetagssmokewritten atchecklist.yml:1:1',
    )
  })

  it('has a bar that can be seen, however short the check was', () => {
    const page = pageOf(finished([check('Short', { durationMs: 1 }), check('Long', { durationMs: 100_000 })]))
    const bars = page.all('rect').filter(({ parent }) => parent?.attributes.class === 'when')
    expect(bars.map(({ attributes }) => [attributes.x, attributes.width])).toEqual([
      ['0%', '2%'],
      ['0%', '100%'],
    ])
  })
})

describe('the list of checks', () => {
  it('is drawn only where it is looked at, when it is long', () => {
    const classes = [200, 400].map(checks => {
      const page = pageOf(bigReport({ checks, everyFails: 1_000, evidence: 10 }))
      return page.all('section', { id: 'checks' })[0]?.attributes.class
    })
    expect(classes).toEqual([undefined, 'many'])
  })

  it('tells the worst of a section, and what is in it', () => {
    const inner = section('Inner', [failed('Log in', [failure({ expected: '1', actual: '2' })])])
    const page = pageOf(finished([section('Outer', [check('Health'), inner]), section('Other', [check('Page')])]))
    const heads = page.all('summary').filter(({ parent }) => parent?.attributes.class === 'section')
    expect(heads.map(({ text }) => text)).toEqual(['✗Outer1 failed, 1 passed', '✗Inner1 failed', '✓Other1 passed'])
  })

  it('has headings for sections down to the sixth level', () => {
    const deep = section('3', [section('4', [section('5', [section('6', [section('7', [check('Health')])])])])])
    const page = pageOf(finished([deep]))
    const headings = page.elements.filter(({ name, parent }) => /^h\d$/.test(name) && parent?.name === 'summary')
    expect(headings.map(({ name, text }) => name + text)).toEqual(['h33', 'h44', 'h55', 'h66', 'h67'])
  })

  it('marks flaky checks for the filter, besides what they are', () => {
    const attempts = (['passed', 'failed', 'passed'] as const).map((status, index) => {
      return { number: index + 1, offsetMs: index, durationMs: 1, status, message: '' }
    })
    const page = pageOf(finished([check('Now and then', { attempts })]))
    expect(page.all('li', { 'data-status': 'passed flaky' })).toHaveLength(1)
  })

  it('offers to fold sections only where there are some', () => {
    expect(pageOf(finished([check('Health')])).all('button', { id: 'fold' })).toEqual([])
    expect(pageOf(finished([section('One', [check('Health')])])).all('button', { id: 'fold' })).toHaveLength(1)
  })
})

describe('the timeline', () => {
  it('is folded when it has many rows', () => {
    const folded = [1_000, 3_000].map(checks => {
      const page = pageOf(bigReport({ checks, everyFails: 10_000, evidence: 10 }))
      return page.all('table', { class: 'timeline' }).map(table => isWithin(table, 'details'))
    })
    expect(folded).toEqual([[false], [true]])
  })

  it('packs bars by when they began, in whatever order they are written', () => {
    const times = [800, 400, 0].map(offsetMs => check(`At ${offsetMs}`, { offsetMs, durationMs: 400 }))
    const page = pageOf(finished([section('All', times)]))
    const bars = page.all('rect').filter(({ parent }) => parent?.attributes.class === 'lane')
    expect(bars.map(({ attributes }) => attributes.y)).toEqual(['0', '0', '0'])
    expect(bars.map(({ text }) => text)).toEqual([
      'At 0: passed, 400 ms',
      'At 400: passed, 400 ms',
      'At 800: passed, 400 ms',
    ])
  })
})

it('names the circumstances as people do', () => {
  const facts = { ref: 'refs/tags/v1.2.0', sha: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334', target: 'production' }
  const page = pageOf(finished([check('Health', { durationMs: 40 })], { facts }))
  const told = page.all('li').filter(({ parent }) => parent?.attributes.class === 'circumstances')
  expect(told.map(({ text }) => text)).toEqual([
    'target production',
    'took 40 ms',
    '2026-01-14 04:30 UTC',
    'v1.2.0',
    '4f1c2d3e',
  ])
})
