import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/result.ts'
import { checksOf, totalsOf, verdictOf } from '../../src/model/verdict.ts'
import { renderHtml } from '../../src/report/html.ts'
import { bigReport } from './big.ts'
import { attempts, check, evidence, failed, failure, finished, section } from './builders.ts'
import { hashOf, isWithin, type Page, pageOf, readPage } from './html/page.ts'
import { wholeReport } from './html/whole-report.ts'
import { scenarios } from './scenarios.ts'

const all: readonly (readonly [string, Report])[] = [...Object.entries(scenarios), ['whole', wholeReport()]]
const policyOf = (page: Page): string =>
  page.all('meta', { 'http-equiv': 'Content-Security-Policy' })[0]?.attributes.content ?? ''

describe.each(all)('the page of %s', (_, report) => {
  const page = pageOf(report)

  it('closes every element, and nothing twice', () => {
    expect(page.slips).toEqual([])
    expect(page.source).toMatch(/^<!doctype html>\n<html lang="en">/)
  })

  it('has each id once, and what each link and label names', () => {
    const ids = page.elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const named = page.elements.flatMap(({ attributes: { href, for: of } }) =>
      [href?.startsWith('#') ? href.slice(1) : undefined, of].filter(name => name !== undefined),
    )
    const described = page.elements.flatMap(({ attributes }) =>
      [attributes['aria-labelledby'], attributes['aria-describedby']].filter(name => name !== undefined),
    )
    expect([...named, ...described].filter(name => !ids.includes(name))).toEqual([])
  })

  it('has one banner, one main part, one h1 and no skipped level of headings', () => {
    expect([page.all('header'), page.all('main'), page.all('h1')].map(found => found.length)).toEqual([1, 1, 1])
    const levels = page.elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })

  it('allows its own style and script and nothing else', () => {
    const [style] = page.all('style')
    const [script, ...others] = page.all('script')
    expect(others).toEqual([])
    expect(policyOf(page).split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf(style?.text ?? '')}`,
      `script-src ${hashOf(script?.text ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  it('fetches nothing and holds nothing that the policy would refuse', () => {
    const attributes = page.elements.flatMap(element => Object.keys(element.attributes))
    expect(attributes.filter(name => /^(on|style$|src)/.test(name))).toEqual([])
    const foreign = ['img', 'link', 'iframe', 'object', 'form', 'video', 'base']
    expect(page.elements.filter(({ name }) => foreign.includes(name))).toEqual([])
    expect(page.all('style')[0]?.text).not.toMatch(/url\(|@import|@font-face/)
  })

  it('names the verdict in words, at the top and in the title', () => {
    const verdict = verdictOf(report)
    expect(page.all('p', { class: 'verdict' })[0]?.text).toContain(verdict)
    expect(page.all('title')[0]?.text).toMatch(new RegExp(`^${verdict}: `))
  })

  it('shows no character that a reader cannot see', () => {
    expect(page.source).not.toMatch(
      /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\uffff]|\p{Cs}/u,
    )
  })

  it('has a row for every check and every step of cleanup', () => {
    const rows = page.elements.filter(({ name, attributes }) => name === 'li' && /^check /.test(attributes.class ?? ''))
    const expected = report.report === 'invalid' ? 0 : checksOf(report.run).length + report.run.cleanup.length
    expect(rows).toHaveLength(expected)
  })
})

describe('the page of a run', () => {
  const report = wholeReport()
  const page = pageOf(report)
  const textOf = (id: string): string => page.elements.find(({ attributes }) => attributes.id === id)?.text ?? ''

  it('has its parts in the order in which they matter, each with a link', () => {
    const parts = page.all('section').map(({ attributes }) => attributes.id)
    expect(parts).toEqual(['fix', 'open', 'flaky', 'checks', 'timeline', 'slowest', 'cleanup', 'notes', 'environment'])
    const links = page.all('a').filter(link => isWithin(link, 'nav'))
    expect(links.map(({ attributes }) => attributes.href)).toEqual(parts.map(id => `#${id}`))
  })

  it('counts every standing at the top and on the buttons of the filter', () => {
    const told = page.all('ul', { class: 'totals' })[0]?.text
    expect(told).toBe('15 checks2 failed1 errored1 warning2 skipped1 open8 passed1 flaky')
    const chips = page.elements.filter(({ attributes }) => attributes['data-filter'] !== undefined)
    expect(chips.map(({ attributes }) => attributes['data-filter'])).toEqual([
      'failed',
      'errored',
      'warning',
      'skipped',
      'open',
      'passed',
      'flaky',
    ])
    const { total } = totalsOf(report.run)
    expect(textOf('found')).toBe(`${total} checks`)
  })

  it('says what to fix: what was expected and seen, the line, and what to do', () => {
    for (const text of [
      'Authentication › Log in',
      'expected200actual502',
      'checklist.yml:41:21',
      'FixRestart',
      'HintLook',
    ]) {
      expect(textOf('fix').replaceAll('Fix ', 'Fix').replaceAll('Hint ', 'Hint')).toContain(text)
    }
    expect(page.all('mark').map(({ text }) => text)).toContain('status: 200')
  })

  it('quotes what stands in backticks', () => {
    expect(page.all('code').map(({ text }) => text)).toContain('docker compose logs backend')
  })

  it('shows evidence, attempts and the line to repeat it once, folded', () => {
    const folds = page.all('details', { class: 'proof' })
    expect(folds.map(({ text }) => text).filter(text => text.includes('502 Bad Gateway'))).toHaveLength(1)
    expect(folds.map(({ text }) => text).filter(text => text.startsWith('Reproducecurl'))).toHaveLength(1)
    expect(textOf('checks')).toContain('cut from 48,211 characters')
    const rows = page
      .all('tr')
      .filter(row => isWithin(row, 'details'))
      .map(({ text }) => text)
    expect(rows).toContain('2+1.0 s40 ms✗ failedThe status is 502, expected 200.')
  })

  it('says why a check was skipped, and what a person has to do', () => {
    expect(textOf('check-checks.0.checks.2')).toContain('Skipped (needs): It needs login, which failed.')
    expect(textOf('open')).toContain('Open https://assistance.example and log in.')
  })

  it('unfolds by a link: the place it leads to is inside of what is folded', () => {
    const targets = page
      .all('a')
      .flatMap(({ attributes }) => (attributes.href?.startsWith('#check-') ? [attributes.href.slice(1)] : []))
    expect(targets).toContain('check-checks.0.checks.1')
    const places = targets.map(id => page.elements.find(({ attributes }) => attributes.id === id))
    expect(places.every(place => place !== undefined && isWithin(place, 'details'))).toBe(true)
  })

  it('draws the run: a lane a section in the order of their start, bars within its width', () => {
    const lanes = page.all('svg', { class: 'lane' })
    expect(lanes.map(({ attributes }) => attributes['aria-label'])).toEqual([
      'began at 0 ms: 1 passed',
      'began at 820 ms: 1 failed, 2 skipped, 1 passed',
      'began at 2.3 s: 1 failed, 2 passed',
      'began at 2.5 s: 1 warning, 3 passed',
      'began at 7.6 s: 1 errored',
      'began at 7.6 s: 1 passed',
      'began at 7.9 s: 1 passed',
    ])
    for (const {
      attributes: { x = '', width = '' },
    } of page.all('rect')) {
      expect(Number.parseFloat(x) + Number.parseFloat(width)).toBeLessThanOrEqual(100.1)
    }
  })

  it('hides the tools until its script is there, and nothing else', () => {
    const hidden = page.elements.filter(({ attributes }) => attributes.hidden !== undefined)
    expect(hidden.map(({ attributes }) => attributes.id)).toEqual(['tools', 'nothing'])
  })

  it('links only what is the address of a page', () => {
    const facts = { url: 'javascript:alert(1)' }
    expect(pageOf(finished([check('Health')], { facts })).source).not.toContain('href="javascript')
    expect(page.all('a', { href: 'https://github.com/example/assistance/actions/runs/101' })).toHaveLength(1)
  })
})

it('unfolds what failed, in the list and in cleanup, while there is little of it', () => {
  const page = pageOf(scenarios['cleanup-failed'] ?? wholeReport())
  const open = page.all('details').filter(({ attributes }) => 'open' in attributes)
  expect(open.map(({ text }) => text)).toEqual([expect.stringMatching(/^✗Delete the user of Register a user/)])
  const rows = pageOf(wholeReport())
    .all('details', { open: '' })
    .filter(({ parent }) => parent?.name === 'li')
  expect(rows.map(({ parent }) => parent?.attributes.class)).toEqual([
    'check failed',
    'check failed',
    'check warning',
    'check errored',
  ])
})

describe('the page of an invalid checklist', () => {
  const page = pageOf(scenarios['invalid-checklist'] ?? wholeReport())

  it('tells each fault with its line and what to do', () => {
    expect(page.all('article').map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/A check has no key requst\..*checklist\.yml:3:5.*Hint Did you mean request\?/),
      expect.stringContaining('$tokn is defined nowhere.'),
      expect.stringContaining('warning · secret-too-short'),
    ])
    expect(page.all('mark').map(({ text }) => text)).toEqual(['requst', '$tokn', '密码'])
    expect(page.all('nav')).toEqual([])
  })
})

describe('hostile text', () => {
  it('can neither end the script, the style nor an attribute', () => {
    const nasty = '</script><script>alert(1)</script></style>" onload="x" \' <!--'
    const fields = {
      fix: nasty,
      id: nasty,
      tags: [nasty],
      kind: nasty,
      description: nasty,
      evidence: [evidence(nasty, nasty)],
    }
    const one = failed(nasty, [failure({ expected: nasty, actual: nasty })], fields)
    const page = pageOf(finished([section(nasty, [one])], { name: nasty, facts: { target: nasty, ref: nasty } }))
    expect(page.slips).toEqual([])
    expect(page.all('script')).toHaveLength(1)
    expect(page.elements.filter(({ attributes }) => 'onload' in attributes)).toEqual([])
    expect(page.all('h1')[0]?.text).toBe(nasty)
  })

  it('is found by the reader of these tests', () => {
    expect(readPage('<p><b>x</p>').slips).not.toEqual([])
    expect(readPage('<div><p>x</p></div>').slips).toEqual([])
  })
})

describe('a long report', () => {
  it('folds sections in which nothing is wrong, and lists what there is too much of', () => {
    const page = pageOf(bigReport({ checks: 1_000, everyFails: 200, evidence: 10 }))
    const sections = page.all('details', { class: 'section' })
    expect(sections).toHaveLength(20)
    expect(sections.filter(({ attributes }) => 'open' in attributes)).toHaveLength(5)
    const worse = pageOf(bigReport({ checks: 1_000, everyFails: 2, evidence: 10 }))
    expect(worse.all('details').filter(({ attributes }) => 'open' in attributes)).toEqual([])
    const many = pageOf(bigReport({ checks: 1_000, everyFails: 10, evidence: 10 }))
    expect(many.all('article')).toHaveLength(30)
    expect(many.all('a').filter(({ parent }) => parent?.parent?.attributes.class === 'plain')).toHaveLength(70 + 10)
  })

  it('comes in pieces, so that it is never in memory as a whole', () => {
    const report = bigReport({ checks: 2_000, everyFails: 50, evidence: 1_000 })
    const sizes = [...renderHtml(report)].map(piece => piece.length)
    expect(sizes.length).toBeGreaterThan(2_000)
    expect(Math.max(...sizes)).toBeLessThan(100_000)
  })

  it('draws bars that nobody could tell apart as one', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => check(`Check ${index}`))
    const lane = pageOf(finished([section('All', many)])).all('svg', { class: 'lane' })[0]
    expect(lane?.text).toContain('checks: passed')
    const bars = pageOf(finished([section('All', many)])).elements.filter(
      ({ parent }) => parent?.attributes.class === 'lane',
    )
    expect(bars.length).toBeLessThan(10)
  })

  it('draws checks that ran at once above each other', () => {
    const together = [0, 0, 0].map((offsetMs, index) => check(`Check ${index}`, { offsetMs, durationMs: 500 }))
    const page = pageOf(finished([section('All', together)]))
    const bars = page.elements.filter(({ name, parent }) => name === 'rect' && parent?.attributes.class === 'lane')
    expect(bars.map(({ attributes }) => attributes.y)).toEqual(['0', '9', '18'])
  })
})

it('tells attempts that ended alike in one row', () => {
  const tries = attempts(['no', 'no', 'no', ''])
  const page = pageOf(finished([check('Slow start', { attempts: tries, durationMs: 3_160 })]))
  const rows = page.all('tbody').find(body => isWithin(body, 'details'))
  expect(rows?.text).toBe('1–3+0 ms40 ms✗ failedno4+3.1 s40 ms✓ passed')
})
