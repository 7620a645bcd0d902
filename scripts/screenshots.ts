import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { githubPage } from './github-markdown.ts'
import { runAction } from './screenshots/action-run.ts'
import { openCamera } from './screenshots/camera.ts'

/*
 * node scripts/screenshots.ts [FAULT]: the pictures of README.md and docs/reports.md, from a real run of the Action in
 * dist/ against the example deployment with a fault. Needs Chromium at /usr/bin/chromium. Look at them before they are committed.
 */

const IMAGES = join(import.meta.dirname, '../docs/images')
/** Of a column on GitHub, in CSS pixels. */
const WIDTH = 900
const MOST_HEIGHT = 1250
/** Between the box and the edge of the picture. */
const MARGIN = 24

/** A box with a heading, as GitHub draws one around a comment and around the summary of a job. */
const BOX = `
.markdown-body { max-width: none; margin: ${MARGIN}px; padding: 0 16px 16px; border: 1px solid #d1d9e0; border-radius: 6px }
.heading { margin: 0 -16px 16px; padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; font-size: 14px }
.heading b { color: #1f2328 }
.heading i { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-style: normal; font-size: 12px }`

// One failure, and all the rest as it should be.
const { summary, comment, html } = await runAction(process.argv[2] ?? 'categories')
const place = (name: string): string => join(IMAGES, name)
await mkdir(IMAGES, { recursive: true })
await using camera = await openCamera()
await camera.take({ html: githubPage(summary), frame: showSummary, path: place('summary.png'), width: WIDTH })
await camera.take({ html: githubPage(comment), frame: showComment, path: place('comment.png'), width: WIDTH })
await camera.take({ html, frame: showReport, path: place('report.png'), width: 1100 })

async function showSummary(page: Page): Promise<number> {
  await page.waitForSelector('body[data-rendered=yes]')
  await putInBox(page, '<b>verify</b> summary')
  return lastEnd(page, '.markdown-body > :not(h1, h2, h3), .markdown-body li')
}

async function showComment(page: Page): Promise<number> {
  await putInBox(page, '<b>github-actions</b> <i>bot</i> commented')
  return (await lastEnd(page, '.markdown-body, .markdown-body > *')) + MARGIN
}

async function putInBox(page: Page, heading: string): Promise<void> {
  await page.addStyleTag({ content: BOX })
  const html = `<div class="heading">${heading}</div>`
  await page.locator('.markdown-body').evaluate((body, given) => body.insertAdjacentHTML('afterbegin', given), html)
}

async function showReport(page: Page): Promise<number> {
  return (await lastEnd(page, 'article, li', 1150)) + MARGIN
}

/** Where the last thing ends that fits into the picture, so that no line is cut through. */
async function lastEnd(page: Page, things: string, most = MOST_HEIGHT): Promise<number> {
  const boxes = await Promise.all((await page.locator(things).all()).map(thing => thing.boundingBox()))
  const ends = boxes.flatMap(box => (box === null ? [] : box.y + box.height)).filter(end => end <= most)
  if (ends.length === 0) throw new Error(`Nothing of the page fits into ${most} pixels.`)
  return Math.max(...ends) + 1
}
