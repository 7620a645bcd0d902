import type { Capture, Check, Checklist, Entry } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import type { Span } from '../model/source.ts'
import { everyEntry } from '../model/uses.ts'
import { code } from './wording.ts'

export const BUILT_IN: readonly string[] = ['run', 'item', 'index', 'observation', 'captured', 'outcome']

/** One flat scope: no variable and no capture may have a name twice, and none that of a built-in. Ids are a scope of their own. */
export function reviewNames(checklist: Checklist, report: ReportFault): void {
  const names = new Map<string, 'variable' | 'capture'>()
  const declare = (name: string, span: Span, as: 'variable' | 'capture'): void => {
    const before = names.get(name)
    if (BUILT_IN.includes(name)) {
      report({
        code: 'reserved-name',
        span,
        message: `\`$${name}\` is built in and cannot be given again.`,
        hint: 'Choose another name.',
      })
    } else if (before !== undefined) {
      report({
        code: 'duplicate-name',
        span,
        message: `There is a ${before} ${code(name)} already, and no name may be given twice.`,
        hint: 'Choose another name; of several captures, say in the name what each is of.',
      })
    }
    names.set(name, as)
  }
  for (const { name, nameSpan } of checklist.variables) declare(name, nameSpan, 'variable')
  for (const { name, nameSpan } of capturesOf(checklist)) declare(name, nameSpan, 'capture')
  reviewIds(everyEntry(checklist), report)
}

function capturesOf(checklist: Checklist): readonly Capture[] {
  return everyEntry(checklist)
    .filter((entry): entry is Check => entry.entry === 'check')
    .flatMap(check => check.captures)
}

function reviewIds(entries: readonly Entry[], report: ReportFault): void {
  const ids = new Set<string>()
  for (const { id, idSpan, span } of entries) {
    if (id === undefined) continue
    if (ids.has(id)) {
      report({
        code: 'duplicate-id',
        span: idSpan ?? span,
        message: `The id ${code(id)} is given twice.`,
        hint: 'Choose another one, and mend the `needs` that mean this entry.',
      })
    }
    ids.add(id)
  }
}
