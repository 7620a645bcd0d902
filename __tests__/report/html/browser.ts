import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../../../scripts/chromium.ts'
import type { Report } from '../../../src/model/result.ts'
import { renderHtml } from '../../../src/report/html.ts'

export interface Asked {
  readonly url: string
  /** `csp` where the policy of the page forbade it. */
  refused?: string
}

interface Opening extends BrowserContextOptions {
  /** Changes the page before it is opened. */
  readonly spoilt?: (html: string) => string
}

export interface OpenPage {
  readonly page: Page
  /** What the browser complained of. */
  readonly complaints: readonly string[]
  /** What it was about to ask for, the page itself first, and what kept it from that. */
  readonly asked: readonly Asked[]
}

export interface Desk extends AsyncDisposable {
  /** Opens the page of a report from a file, as somebody would who got it. */
  open(report: Report, opening?: Opening): Promise<OpenPage>
  /** The same with a page that is written already. */
  openPage(html: string, options?: BrowserContextOptions): Promise<OpenPage>
}

/** A browser with a profile of its own that is gone afterwards. */
export async function startBrowser(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'report-html-'))
  const browser = await launchChromium()
  let pages = 0
  const openPage: Desk['openPage'] = async (html, options = {}) => {
    pages += 1
    const file = join(folder, `${pages}.html`)
    await writeFile(file, html)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    const asked: Asked[] = []
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('dialog', dialog => complaints.push(dialog.message()))
    page.on('request', request => asked.push({ url: request.url() }))
    page.on('requestfailed', request => {
      const one = asked.find(({ url }) => url === request.url())
      if (one !== undefined) one.refused = request.failure()?.errorText ?? ''
    })
    await page.goto(pathToFileURL(file).href)
    return { page, complaints, asked }
  }
  return {
    open(report, { spoilt, ...options }: Opening = {}) {
      const html = [...renderHtml(report)].join('')
      return openPage(spoilt === undefined ? html : spoilt(html), options)
    },
    openPage,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
