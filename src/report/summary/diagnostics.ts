import type { DiagnosticReport } from '../../model/diagnostic.ts'
import type { Report } from '../../model/result.ts'
import { type Block, block } from '../format/blocks.ts'
import { escapeMarkdown, proseMarkdown } from '../format/markdown.ts'
import { place, placedLine } from './place.ts'

/** What is wrong with the checklist: what, where, and what to do now. */
export function diagnosticBlocks({ diagnostics, checklist }: Report): readonly Block[] {
  return diagnostics.flatMap(diagnostic => blocksOf(diagnostic, checklist))
}

function blocksOf(
  { severity, message, hint, code, location }: DiagnosticReport,
  checklist: Report['checklist'],
): readonly Block[] {
  const mark = severity === 'error' ? '❌' : '⚠️'
  const advice = hint === '' ? '' : `**Hint:** ${proseMarkdown(hint)} `
  return [
    block(`${mark} ${place(location, checklist)} · ${proseMarkdown(message)}`),
    ...placedLine(location, []),
    block(`${advice}(${escapeMarkdown(code)})`),
  ]
}
