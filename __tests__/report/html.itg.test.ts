import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Report } from '../../src/model/result.ts'
import { describeWithChromium } from '../real-stack.ts'
import { bigReport } from './big.ts'
import { type Desk, startBrowser } from './html/browser.ts'
import { wholeReport } from './html/whole-report.ts'
import { scenarios } from './scenarios.ts'

const whole = wholeReport()
const named = (name: string): Report => scenarios[name] ?? whole

/** The names of the checks that are to be seen in the list. */
const shown = (page: Page): Promise<string[]> =>
  page.locator('#checks li.check:visible > details > summary .name').allTextContents()
const found = (page: Page): Promise<string | null> => page.locator('#found').textContent()
const focused = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate(element => element.querySelector('.name, h3, h4')?.textContent ?? '')
const chip = (page: Page, name: string) => page.getByRole('button', { name })

describeWithChromium('report.html in Chromium', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await startBrowser()
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  it.each(['all-passed', 'one-status', 'hostile', 'invalid-checklist', 'cancelled', 'nothing-ran'])(
    'opens %s without a complaint and asks for nothing',
    async name => {
      const { page, complaints, asked } = await desk.open(named(name))
      expect(complaints).toEqual([])
      expect(asked).toEqual([{ url: page.url() }])
      expect(await page.locator('img, iframe, script').count()).toBe(1)
    },
  )

  it('has the landmarks and names that a screen reader goes by', async () => {
    const { page } = await desk.open(whole)
    for (const role of ['banner', 'main', 'search', 'status'] as const) {
      expect(await page.getByRole(role).count(), role).toBe(1)
    }
    expect(await page.getByRole('navigation', { name: 'Parts of the report' }).count()).toBe(1)
    expect(await page.getByRole('region', { name: 'What to fix' }).count()).toBe(1)
    expect(await page.getByRole('searchbox', { name: 'Search' }).count()).toBe(1)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Assistance 2.2.1')
    expect(await page.getByRole('heading', { level: 3, name: 'Authentication', exact: true }).count()).toBe(1)
  })

  it('finds checks by name, section, message and evidence, and counts them', async () => {
    const { page } = await desk.open(whole)
    await expect.poll(() => found(page)).toBe('15 checks')
    for (const [words, names] of [
      ['DOCUMENTATION', ['Documentation']],
      ['pages front', ['Front page']],
      ['expected 200', ['Health answers', 'Log in', 'Search']],
      ['bad gateway', ['Log in']],
      ['no such thing', []],
    ] as const) {
      await page.getByRole('searchbox').fill(words)
      await page.locator('#found', { hasText: `${names.length} of 15 checks` }).waitFor()
      await expect.poll(() => shown(page), { message: words }).toEqual(names)
      expect(await page.locator('#nothing').isVisible()).toBe(names.length === 0)
    }
    await page.getByRole('searchbox').fill('')
    await page.locator('#found', { hasText: /^15 checks$/ }).waitFor()
    await expect.poll(() => shown(page)).toHaveLength(15)
  })

  it('filters by outcome: any of the pressed buttons, together with the search', async () => {
    const { page } = await desk.open(whole)
    await chip(page, 'failed').click()
    await expect.poll(() => shown(page)).toEqual(['Log in', 'Categories'])
    await chip(page, 'errored').click()
    await expect.poll(() => shown(page)).toEqual(['Log in', 'Categories', 'Users'])
    await expect.poll(() => found(page)).toBe('3 of 15 checks')
    await page.getByRole('searchbox').fill('usrs')
    await page.locator('#found', { hasText: '1 of 15' }).waitFor()
    await page.getByRole('searchbox').fill('')
    await page.locator('#found', { hasText: '3 of 15' }).waitFor()
    for (const name of ['failed', 'errored']) await chip(page, name).click()
    await chip(page, 'flaky').click()
    expect(await chip(page, 'flaky').getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => shown(page)).toEqual(['Search'])
  })

  it('leaves sections as they were folded once the filter is gone', async () => {
    const { page } = await desk.open(whole)
    const folded = page.locator('#checks details.section:not([open])')
    await page.getByRole('button', { name: 'Fold sections', exact: true }).click()
    await expect.poll(() => shown(page)).toEqual(['No errors in the log'])
    const amount = await folded.count()
    await chip(page, 'failed').click()
    await expect.poll(() => shown(page)).toEqual(['Log in', 'Categories'])
    await chip(page, 'failed').click()
    expect(await folded.count()).toBe(amount)
    await page.getByRole('button', { name: 'Unfold sections' }).click()
    await expect.poll(() => shown(page)).toHaveLength(15)
  })

  it('goes by keys: to the search, into the list, up, down, to the next problem, and back to everything', async () => {
    const { page } = await desk.open(whole)
    await page.keyboard.press('j')
    expect(await page.locator('summary:focus').count()).toBe(0)
    await page.keyboard.press('/')
    expect(await page.getByRole('searchbox').evaluate(element => element.matches(':focus'))).toBe(true)
    await page.keyboard.type('a/n')
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/n')
    await page.keyboard.press('Escape')
    await expect.poll(() => found(page)).toBe('15 checks')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Ready')
    const way: string[] = []
    for (const key of ['j', 'j', 'j', 'k', 'n', 'n']) {
      await page.keyboard.press(key)
      way.push(await focused(page))
    }
    expect(way).toEqual([
      'Health answers',
      'Authentication',
      'Register a user',
      'Authentication',
      'Log in',
      'Categories',
    ])
    const row = page.locator('li.check', { hasText: 'Categories' }).locator('> details')
    const before = await row.getAttribute('open')
    await page.keyboard.press('Enter')
    expect(await row.getAttribute('open')).not.toBe(before)
  })

  it('never covers the line that a key went to with the tools that stay in sight', async () => {
    const { page } = await desk.open(bigReport({ checks: 100, everyFails: 200, evidence: 10 }))
    await page.getByRole('searchbox').press('Enter')
    for (let presses = 0; presses < 80; presses += 1) await page.keyboard.press('j')
    const covered: string[] = []
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('k')
      const tools = await page.locator('#tools').boundingBox()
      const line = await page.locator('summary:focus').boundingBox()
      if ((line?.y ?? 0) < (tools?.y ?? 0) + (tools?.height ?? 0)) covered.push(await focused(page))
    }
    expect(covered).toEqual([])
  })

  it('unfolds what a link leads to, also what the filter hides', async () => {
    const { page } = await desk.open(bigReport({ checks: 400, everyFails: 20, evidence: 100 }))
    const link = page.locator('#fix a').first()
    const place = page.locator('#check-checks\\.0\\.checks\\.0')
    expect(await place.isVisible()).toBe(false)
    await link.click()
    await place.waitFor({ state: 'visible' })
    await chip(page, 'passed').click()
    expect(await place.isVisible()).toBe(false)
    await link.click()
    await place.waitFor({ state: 'visible' })
    await expect.poll(() => found(page)).toBe('400 checks')
  })

  it('is dark where the system is, and light on paper', async () => {
    const { page } = await desk.open(whole, { colorScheme: 'dark' })
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    expect(await ground()).toBe('rgb(19, 21, 20)')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
    expect(await page.locator('#tools').isVisible()).toBe(false)
  })

  it('prints every check and what failed of it, however it is folded on the screen', async () => {
    const { page } = await desk.open(whole)
    const reason = page.locator('#check-checks\\.0\\.checks\\.1 .reason')
    await page.getByRole('button', { name: 'Fold sections', exact: true }).click()
    expect(await reason.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => shown(page)).toHaveLength(15)
    expect(await reason.isVisible()).toBe(true)
  })

  it('can be read without its script, which alone brings the tools', async () => {
    const { page, complaints } = await desk.open(whole, { javaScriptEnabled: false })
    expect(await page.locator('#tools').isVisible()).toBe(false)
    await expect.poll(() => shown(page)).toHaveLength(15)
    const evidence = page.locator('#checks pre', { hasText: '502 Bad Gateway' })
    expect(await evidence.isVisible()).toBe(false)
    await page.locator('summary', { hasText: /^Response/ }).click()
    expect(await evidence.isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('lets nothing act that got into it unescaped', async () => {
    const foreign = '<script>document.title = "taken"</script><img src="x" onerror="document.title = \'taken\'">'
    const { page, complaints, asked } = await desk.open(whole, {
      spoilt: html =>
        html.replace('<main id="main">', `<main id="main">${foreign}<p id="red" style="color: red">x</p>`),
    })
    expect(await page.title()).toBe('failed: Assistance 2.2.1')
    expect(await page.evaluate<string>('getComputedStyle(document.getElementById("red")).color')).not.toBe(
      'rgb(255, 0, 0)',
    )
    expect(asked).toEqual([{ url: page.url() }, { url: expect.stringMatching(/\/x$/), refused: 'csp' }])
    expect(complaints.length).toBeGreaterThanOrEqual(3)
  })

  it.each(['whole', 'hostile', 'invalid-checklist'])('fits a narrow screen: %s', async name => {
    const { page } = await desk.open(named(name), { viewport: { width: 320, height: 640 } })
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  it('stays of use with 5,000 checks', async () => {
    const { page } = await desk.open(bigReport({ checks: 5_000, everyFails: 500, evidence: 1_000 }))
    await page.getByRole('searchbox').fill('check 4321')
    await page.locator('#found', { hasText: '1 of 5000 checks' }).waitFor()
    await expect.poll(() => shown(page)).toEqual(['Check 4321 of the catalogue'])
    await chip(page, 'failed').click()
    expect(await page.locator('#nothing').isVisible()).toBe(true)
  })
})
