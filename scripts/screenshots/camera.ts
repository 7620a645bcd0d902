import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { launchChromium } from '../chromium.ts'

export interface Shot {
  /** A whole page. */
  readonly html: string
  /** Readies the page; resolves with the height up to which it is shown, in CSS pixels. */
  readonly frame: (page: Page) => Promise<number>
  /** Where the PNG goes. */
  readonly path: string
  /** In CSS pixels. */
  readonly width: number
}

/** Debian's Chromium, with a profile that is gone afterwards. */
export interface Camera extends AsyncDisposable {
  take(shot: Shot): Promise<void>
}

export async function openCamera(): Promise<Camera> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-camera-'))
  const browser = await launchChromium()
  return {
    async take({ html, frame, path, width }) {
      const file = join(folder, 'page.html')
      await writeFile(file, html)
      const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 1.5 })
      await page.goto(pathToFileURL(file).href)
      const height = Math.ceil(await frame(page))
      await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } })
      await page.close()
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
