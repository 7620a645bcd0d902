import { createHash } from 'node:crypto'
import type { FinishedReport, Report } from '../model/result.ts'
import { verdictOf } from '../model/verdict.ts'
import { oneLine, shorten } from '../model/visible.ts'
import { banner } from './html/banner.ts'
import { checks } from './html/checks.ts'
import { cleanup, environment, flaky, notices, openBoxes, slowest } from './html/closing.ts'
import { diagnostics } from './html/diagnostics.ts'
import { type Content, html, type Markup, own } from './html/markup.ts'
import { SCRIPT } from './html/script.ts'
import { STYLE } from './html/style.ts'
import { timeline } from './html/timeline.ts'
import { whatToFix } from './html/what-to-fix.ts'

/**
 * The report as one page for people, which needs nothing but itself: no network, no fonts, and without its script all
 * of it can still be read. A policy in the page allows just its own style and script, so that nothing of what a
 * deployment said could act even if it were not escaped. It comes in pieces, a check each.
 */
export function* renderHtml(report: Report): Generator<string> {
  yield `<!doctype html>\n<html lang="en">\n${head(report).markup}<body>\n`
  yield banner(report).markup
  yield* report.report === 'invalid' ? inMain(diagnostics(report)) : partsOf(report)
  yield `<script>${SCRIPT}</script>\n</body>\n</html>\n`
}

function* partsOf(report: FinishedReport): Generator<string> {
  const { run } = report
  const before = [whatToFix(run), openBoxes(run), flaky(run)]
  const after = [timeline(run), slowest(run), cleanup(run), notices(run), diagnostics(report), environment(report)]
  yield html`${navigation(before, after)}<main id="main">
${before}`.markup
  yield* checks(run)
  yield html`${after}</main>
`.markup
}

function* inMain(content: Content): Generator<string> {
  yield html`<main id="main">
${content}</main>
`.markup
}

/** A link to each part that is there. */
function navigation(before: readonly Content[], after: readonly Content[]): Markup {
  const names = [
    ['fix', 'What to fix', before[0]],
    ['open', 'For a person', before[1]],
    ['flaky', 'Flaky', before[2]],
    ['checks', 'Checks', undefined],
    ['timeline', 'Timeline', after[0]],
    ['slowest', 'Slowest', after[1]],
    ['cleanup', 'Cleanup', after[2]],
    ['notes', 'Notes', after[3]],
    ['checklist', 'About the checklist', after[4]],
    ['environment', 'Environment', after[5]],
  ] as const
  const links = names.flatMap(([id, name, content]) =>
    Array.isArray(content) ? [] : [html`<li><a href="#${id}">${name}</a></li>`],
  )
  return html`<nav aria-label="Parts of the report"><ul>${links}</ul></nav>
`
}

function head(report: Report): Markup {
  const policy = [
    `default-src 'none'`,
    `style-src '${hashOf(STYLE)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
  const title = `${verdictOf(report)}: ${shorten(oneLine(report.checklist.name), 200)}`
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(STYLE)}</style>
</head>
`
}

/** As a policy names a style or a script (CSP 3, §2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
