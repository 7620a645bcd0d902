import type { DiagnosticReport } from '../../model/diagnostic.ts'
import { type Block, block } from '../format/blocks.ts'
import { codeFrame } from '../format/code-frame.ts'
import { escapeMarkdown, fence, proseMarkdown } from '../format/markdown.ts'

/** What is wrong with the checklist: what, where, and what to do now. */
export function diagnosticBlocks({ severity, message, hint, code, location }: DiagnosticReport): readonly Block[] {
  const mark = severity === 'error' ? '❌' : '⚠️'
  const frame = codeFrame(location, { width: 120 })
  const advice = hint === '' ? '' : `**Hint:** ${proseMarkdown(hint)} `
  return [
    block(`${mark} ${proseMarkdown(message)}`),
    block(fence(frame.join('\n'))),
    block(`${advice}(${escapeMarkdown(code)})`),
  ]
}
