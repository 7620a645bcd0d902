import type { DiagnosticReport } from '../../model/diagnostic.ts'
import type { Report } from '../../model/result.ts'
import { shorten } from '../../model/visible.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { escapeMarkdown, proseMarkdown } from '../format/markdown.ts'
import type { Level } from './level.ts'
import { place, placedLine } from './place.ts'

const LINE_LIMIT = 200

/** What is wrong with the checklist: what, where, and what to do now. Where there is no room for that, a line each. */
export function diagnosticBlocks({ diagnostics, checklist }: Report, level: Level): readonly Block[] {
  return level.details
    ? diagnostics.flatMap(diagnostic => blocksOf(diagnostic, checklist))
    : list(diagnostics.map(lineOfDiagnostic))
}

function lineOfDiagnostic({ severity, message, code, location }: DiagnosticReport): string {
  const where = place(location, { name: '', file: location.file })
  return `${markOf(severity)} ${where} · ${proseMarkdown(shorten(message, LINE_LIMIT))} (${escapeMarkdown(code)})`
}

function markOf(severity: DiagnosticReport['severity']): string {
  return severity === 'error' ? '❌' : '⚠️'
}

function blocksOf(
  { severity, message, hint, code, location }: DiagnosticReport,
  checklist: Report['checklist'],
): readonly Block[] {
  const advice = hint === '' ? '' : `**Hint:** ${proseMarkdown(hint)} `
  return [
    block(`${markOf(severity)} ${place(location, checklist)} · ${proseMarkdown(message)}`),
    ...placedLine(location, []),
    block(`${advice}(${escapeMarkdown(code)})`),
  ]
}
