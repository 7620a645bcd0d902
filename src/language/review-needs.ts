import type { CheckKind } from '../kinds/kind.ts'
import type { Checklist, Entry } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { relation, type Standing } from './order.ts'
import { code, suggestion } from './wording.ts'

type Need = Standing['entry']['needs'][number]

interface Known {
  readonly byId: ReadonlyMap<string, Standing>
  readonly standings: ReadonlyMap<string, Standing>
  readonly kinds: ReadonlyMap<string, CheckKind>
  readonly report: ReportFault
}

/** `needs` names entries that come before and can pass: known ones, not the entry itself, no circle, no parallel sibling. */
export function reviewNeeds(
  checklist: Checklist,
  standings: ReadonlyMap<string, Standing>,
  kinds: ReadonlyMap<string, CheckKind>,
  report: ReportFault,
): void {
  const byId = new Map<string, Standing>()
  for (const standing of standings.values()) if (standing.entry.id !== undefined) byId.set(standing.entry.id, standing)
  for (const standing of standings.values()) {
    for (const need of standing.entry.needs) {
      const needed = byId.get(need.id)
      if (needed !== undefined) reviewNeed(need, standing, needed, { byId, report, standings, kinds })
      else if (checklist.namesLost !== true) {
        report({
          code: 'unknown-id',
          span: need.span,
          message: `There is no entry with the id ${code(need.id)}.`,
          hint: suggestion(need.id, byId.keys()) ?? 'Give the entry that is meant an `id`.',
        })
      }
    }
  }
}

function reviewNeed(need: Need, standing: Standing, needed: Standing, known: Known): void {
  const { byId, report, standings, kinds } = known
  const order = relation(standing, needed)
  const fault = { span: need.span }
  if (order === 'before') {
    if (isForAPerson(needed.entry, kinds)) {
      report({
        ...fault,
        code: 'needs-manual',
        message: `${code(need.id)} is for a person to look at, so it never passes, and what needs it never runs.`,
        hint: 'Remove the need; what a person must see first can stand in a `manual` above.',
      })
    }
    return
  }
  if (order === 'parallel') {
    report({
      ...fault,
      code: 'parallel-sibling',
      message: `${code(need.id)} runs at the same time, so it cannot be waited for.`,
      hint: 'Remove `parallel: true`, or move one of both out of the section.',
    })
  } else if (order !== 'later') {
    report({
      ...fault,
      code: 'needs-itself',
      message: `${code(need.id)} is this entry itself, or one that contains it or is in it.`,
      hint: 'Remove the need.',
    })
  } else if (reaches(needed, standing, byId, [...standings.values()])) {
    report({
      ...fault,
      code: 'needs-circle',
      message: `${code(need.id)} needs this entry in turn, so neither could ever run.`,
      hint: 'Remove one of the needs.',
    })
  } else {
    report({
      ...fault,
      code: 'needs-later',
      message:
        needed.cleanupOf === undefined
          ? `${code(need.id)} runs later: checks run from top to bottom.`
          : `${code(need.id)} is a cleanup step, which runs when everything is over.`,
      hint: needed.cleanupOf === undefined ? 'Move it above this one.' : 'Remove the need.',
    })
  }
}

/** Whether nothing in an entry is ever run, so that it stays open. */
function isForAPerson(entry: Entry, kinds: ReadonlyMap<string, CheckKind>): boolean {
  if (entry.entry === 'section') return entry.checks.every(inner => isForAPerson(inner, kinds))
  return kinds.get(entry.kind)?.instruction !== undefined
}

/** Whether following needs, also those of the sections around and of what is inside, leads from one entry to another. */
function reaches(
  from: Standing,
  goal: Standing,
  byId: ReadonlyMap<string, Standing>,
  all: readonly Standing[],
): boolean {
  const seen = new Set<Standing>()
  const queue = [from]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next.entry.key === goal.entry.key || ['around', 'inside'].includes(relation(goal, next))) return true
    const { entry } = next
    const inside = entry.entry === 'section' ? all.filter(({ around }) => around.includes(entry)) : []
    const needs = [entry, ...next.around, ...inside.map(each => each.entry)].flatMap(each => each.needs)
    queue.push(...needs.map(({ id }) => byId.get(id)).filter(standing => standing !== undefined))
  }
  return false
}
