import type { DiagnosticReport } from '../../model/diagnostic.ts'
import type { Report } from '../../model/result.ts'
import { oneLine } from '../../model/visible.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { part } from './part.ts'
import { codeFrame } from './reason.ts'
import { mark } from './standing.ts'

/** What is wrong with the checklist: all there is to say of an invalid one, a remark of any other. */
export function diagnostics(report: Report): Content {
  const title = report.report === 'invalid' ? 'What to mend in the checklist' : 'About the checklist'
  return part('checklist', title, report.diagnostics.map(card))
}

function card({ severity, code, message, hint, location }: DiagnosticReport): Markup {
  const standing = severity === 'error' ? 'failed' : 'warning'
  const sign = severity === 'error' ? mark('invalid') : mark('warning')
  const advice = hint === '' ? [] : html`<p class="advice"><strong>Hint</strong> ${prose(oneLine(hint))}</p>`
  return html`<article class="card ${standing}"><h3>${sign}<span>${prose(oneLine(message))}</span></h3><p class="note">${severity} · ${code}</p>
${codeFrame(location)}${advice}</article>
`
}
