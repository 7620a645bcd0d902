import { scanProgram } from '../expression/free-variables.ts'
import type { CheckKind } from '../kinds/kind.ts'
import type { Checklist, Entry } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import type { RunFacts } from '../model/result.ts'
import { spanOf } from '../model/source.ts'
import { type Program, programsIn } from '../model/template.ts'
import { captureMakers, everyEntry, programsOf } from '../model/uses.ts'
import { code, listed, suggestion } from './wording.ts'

/** What `$run` has; `started_at` stands for the fact of another spelling. */
const RUN: Readonly<Record<Exclude<keyof RunFacts, 'startedAt'> | 'started_at', true>> = {
  id: true,
  started_at: true,
  target: true,
  sha: true,
  ref: true,
  actor: true,
  repository: true,
  url: true,
  number: true,
  attempt: true,
}

/** The first step into a variable: `.name`, `."name"`, `["name"]`. */
const FIRST_STEP = /\$\s*\w+\s*(?:\.\s*([A-Za-z_]\w*)|\.\s*"([^"\\]+)"|\.?\s*\[\s*"([^"\\]+)"\s*\])/y

interface BuiltIn {
  readonly known: ReadonlySet<string>
  fault(name: string): { readonly code: string; readonly message: string; readonly hint: string }
}

/**
 * `$run.traget`, `$captured.tokn`, `$outcome.logon`, `$observation.statuss`: a field that is never there would be null in the run, so that a
 * condition never holds and `!=` always does.
 */
export function reviewBuiltIns(checklist: Checklist, kinds: ReadonlyMap<string, CheckKind>, report: ReportFault): void {
  if (checklist.namesLost === true) return
  const builtIns = builtInsOf(checklist)
  const { variables, hosts, databases } = checklist
  const before = programsIn([variables.map(({ value, default: other }) => [value, other]), hosts, databases])
  for (const program of before) reviewProgram(program, builtIns, report)
  for (const entry of everyEntry(checklist)) {
    const own = new Map([...builtIns, ['observation', observationOf(entry, kinds)] as const])
    for (const program of programsOf(entry)) reviewProgram(program, own, report)
  }
}

/** The parts of what the check's kind sees. Where it cannot be read at all is said elsewhere. */
function observationOf(entry: Entry, kinds: ReadonlyMap<string, CheckKind>): BuiltIn | undefined {
  const kind = entry.entry === 'check' ? kinds.get(entry.kind) : undefined
  if (kind === undefined) return undefined
  const parts = Object.keys(kind.parts)
  return {
    known: new Set(parts),
    fault: name => ({
      code: 'undefined-variable',
      message: `What ${code(kind.name)} sees has no part ${code(name)}.`,
      hint: suggestion(name, parts) ?? `It has ${listed(parts.map(code), 'and')}.`,
    }),
  }
}

function builtInsOf(checklist: Checklist): ReadonlyMap<string, BuiltIn> {
  const entries = everyEntry(checklist)
  const ids = entries.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const captures = [...captureMakers(checklist).keys()]
  return new Map<string, BuiltIn>([
    [
      'run',
      {
        known: new Set(Object.keys(RUN)),
        fault: name => ({
          code: 'undefined-variable',
          message: `\`$run\` has no ${code(name)}.`,
          hint: suggestion(name, Object.keys(RUN)) ?? `It has ${listed(Object.keys(RUN).map(code), 'and')}.`,
        }),
      },
    ],
    [
      'captured',
      {
        known: new Set(captures),
        fault: name => ({
          code: 'undefined-variable',
          message: `No check captures ${code(name)}.`,
          hint: suggestion(name, captures) ?? `\`capture\` it in an earlier check.`,
        }),
      },
    ],
    [
      'outcome',
      {
        known: new Set(ids),
        fault: name => ({
          code: 'unknown-id',
          message: `There is no entry with the id ${code(name)}.`,
          hint: suggestion(name, ids) ?? 'Give the entry that is meant an `id`.',
        }),
      },
    ],
  ])
}

function reviewProgram(
  { source }: Program,
  builtIns: ReadonlyMap<string, BuiltIn | undefined>,
  report: ReportFault,
): void {
  if (!/\$\s*(?:run|captured|outcome|observation)\b/.test(source.text)) return
  for (const { name: variable, offset } of scanProgram(source.text).reads) {
    const builtIn = builtIns.get(variable)
    if (builtIn === undefined) continue
    FIRST_STEP.lastIndex = offset
    const match = FIRST_STEP.exec(source.text)
    const name = match?.[1] ?? match?.[2] ?? match?.[3]
    if (match === null || name === undefined || builtIn.known.has(name)) continue
    report({ ...builtIn.fault(name), span: spanOf(source, offset, offset + match[0].length) })
  }
}
