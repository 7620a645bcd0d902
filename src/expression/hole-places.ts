import type { Place } from '../model/template.ts'
import type { MeasureFault } from './measures.ts'
import { type ShellHole, scanShell } from './shell-holes.ts'
import { type SqlHole, scanSql } from './sql-holes.ts'

/** What is known before a run: what each hole (in order) does wrong by where it stands, and what the text does wrong. */
export interface PlaceReview {
  readonly holes: readonly (MeasureFault | undefined)[]
  readonly text?: MeasureFault
}

/** Reviews where holes stand. `texts` are what is around them: one more than there are holes. */
export function reviewPlace(place: Place, texts: readonly string[]): PlaceReview {
  if (place === 'sql') return reviewSql(texts)
  if (place === 'shell') return { holes: scanShell(texts).map(({ fault }) => fault && shellFault(fault)) }
  if (place === 'header' && texts.some(text => /[\r\n\0]/.test(text)))
    return {
      holes: [],
      text: {
        code: 'header-line-break',
        message: 'A header cannot hold a line break.',
        hint: 'Write it on one line, or end the block with `|-` or `>-`.',
      },
    }
  return { holes: [] }
}

const SQL_FAULTS: Readonly<Record<Exclude<SqlHole, 'value'>, MeasureFault>> = {
  quoted: {
    code: 'sql-hole-quoted',
    message: 'A hole inside quotes is plain text to the database; its value is bound, never pasted in.',
    hint: "Write it without quotes: `name = {{ $name }}`. To build a pattern: `LIKE '%' || {{ $part }} || '%'`.",
  },
  comment: {
    code: 'sql-hole-quoted',
    message: 'A hole inside a comment is never read by the database.',
    hint: 'Take the hole out of the comment.',
  },
  name: {
    code: 'sql-hole-name',
    message: 'A hole stands where SQL wants a name or a keyword; only values can be bound.',
    hint: 'Write the name itself into the statement.',
  },
  'type-literal': {
    code: 'sql-hole-name',
    message: 'After a type name SQL wants a literal, which a bound value is not.',
    hint: 'Convert the value instead: `{{ $pause }}::interval`.',
  },
}

function reviewSql(texts: readonly string[]): PlaceReview {
  const { holes, parameters } = scanSql(texts)
  const faults = holes.map(hole => (hole === 'value' ? undefined : SQL_FAULTS[hole]))
  if (parameters.length === 0) return { holes: faults }
  const text = {
    code: 'sql-parameter',
    message: 'Parameters such as `$1` are numbered from the holes, and nothing would be bound to this one.',
    hint: 'Write a hole with the value: `{{ $id }}`.',
  }
  return { holes: faults, text }
}

const SHELL_FAULTS: Readonly<Record<NonNullable<ShellHole['fault']>, readonly [message: string, hint: string]>> = {
  quotes: [
    'A hole inside quotes would leave them: it already becomes one quoted word.',
    'Write it without quotes; text may touch it, as in `--name={{ $name }}`.',
  ],
  comment: ['A hole inside a comment is never read by the shell.', 'Take the hole out of the comment.'],
  'here-document': [
    'A hole inside a here-document is not one word.',
    'Hand the text over by `stdin`, or use `script` with `env`.',
  ],
  backticks: ['A hole inside backticks is read twice by the shell.', 'Write `$( … )` instead of the backticks.'],
  expansion: [
    'A hole inside a parameter expansion cannot be kept apart from it.',
    'Use a hole with a default instead, such as `{{ $name // "none" }}`.',
  ],
  arithmetic: [
    'The shell evaluates what stands in arithmetic, so a value could run commands there.',
    'Compute it in the hole: `{{ $count + 1 }}`. Compare with `[ … ]` instead of `[[ … ]]`.',
  ],
  backslash: ['A backslash before a hole would undo its quoting.', 'Remove the backslash.'],
}

function shellFault(fault: NonNullable<ShellHole['fault']>): MeasureFault {
  const [message, hint] = SHELL_FAULTS[fault]
  return { code: 'shell-hole-quoted', message, hint }
}
