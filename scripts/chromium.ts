import type { Browser } from 'playwright-core'

/** Debian's. */
export const CHROMIUM = '/usr/bin/chromium'

/** As root there is no sandbox; the rest keeps the browser from looking for anything on its own. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchChromium(): Promise<Browser> {
  // Who only asks whether there is a browser needs no driver.
  const { chromium } = await import('playwright-core')
  return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}
