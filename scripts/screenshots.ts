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
const MOST_HEIGHT = 1180
/** Between the comment's frame and the edge of its picture. */
const MARGIN = 24

/** A comment as it stands in a conversation. */
const COMMENT_FRAME = `
.markdown-body { max-width: none; margin: ${MARGIN}px; padding: 0 16px 16px; border: 1px solid #d1d9e0; border-radius: 6px }
.author { margin: 0 -16px 16px; padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; font-size: 14px }
.author b { color: #1f2328 }
.author i { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-style: normal; font-size: 12px }`
const AUTHOR = '<div class="author"><b>github-actions</b> <i>bot</i> commented</div>'

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
  return lastEnd(page, '.markdown-body > :not(h1, h2, h3), .markdown-body li')
}

async function showComment(page: Page): Promise<number> {
  await page.addStyleTag({ content: COMMENT_FRAME })
  await page.locator('.markdown-body').evaluate((body, author) => body.insertAdjacentHTML('afterbegin', author), AUTHOR)
  return (await lastEnd(page, '.markdown-body, .markdown-body > *')) + MARGIN
}

async function showReport(page: Page): Promise<number> {
  return (await lastEnd(page, 'article, li')) + MARGIN
}

/** Where the last thing ends that fits into the picture, so that no line is cut through. */
async function lastEnd(page: Page, things: string): Promise<number> {
  const boxes = await Promise.all((await page.locator(things).all()).map(thing => thing.boundingBox()))
  const ends = boxes.flatMap(box => (box === null ? [] : box.y + box.height)).filter(end => end <= MOST_HEIGHT)
  if (ends.length === 0) throw new Error(`Nothing of the page fits into ${MOST_HEIGHT} pixels.`)
  return Math.max(...ends) + 1
}
