import { oneLine, shorten } from '../../model/visible.ts'
import { displayWidth } from '../format/width.ts'

/** A bar of the picture; its times are milliseconds since the run began. */
export interface GanttBar {
  readonly label: string
  /** `done` is grey, `crit` red, both together grey with a red edge; without any it has the colour of the theme. */
  readonly state: '' | 'done' | 'crit' | 'crit, done'
  readonly startMs: number
  readonly durationMs: number
}

export interface GanttSection {
  readonly name: string
  readonly bars: readonly GanttBar[]
}

const NAME_LIMIT = 30
const LABEL_LIMIT = 60
/** Narrower bars would not be seen. */
const NARROWEST = 0.003
/** Of a letter in the names at the left, and of what is around them, in pixels. */
const LETTER = 6.5
const MARGIN = 30

/**
 * A unit of the axis: how many milliseconds it has, how it is written, and which distances of ticks it allows. Mermaid
 * shows times of day in the reader's zone, so minutes and hours are drawn as if they were seconds since 1970 (`%s` and
 * `%Q` of d3-time-format), which are the same everywhere. Ticks of seconds stay even only where they divide a minute.
 */
interface Unit {
  readonly ms: number
  readonly upTo: number
  readonly format: string
  readonly tick: 'millisecond' | 'second'
  readonly steps: readonly number[]
}

const MINUTE_PARTS = [1, 2, 5, 10, 15, 20, 30] as const
const UNITS: readonly Unit[] = [
  { ms: 1, upTo: 4_000, format: '%Q ms', tick: 'millisecond', steps: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
  { ms: 1_000, upTo: 180_000, format: '%s s', tick: 'second', steps: MINUTE_PARTS },
  { ms: 60_000, upTo: 10_800_000, format: '%s min', tick: 'second', steps: MINUTE_PARTS },
  { ms: 3_600_000, upTo: Number.POSITIVE_INFINITY, format: '%s h', tick: 'second', steps: MINUTE_PARTS },
]
const MOST_TICKS = 9

/** A Gantt chart in Mermaid's language; its bars together last so many milliseconds. Names are outside text: nothing in them can end a line or begin a statement. */
export function ganttOf(sections: readonly GanttSection[], spanMs: number): string {
  const unit = UNITS.find(({ upTo }) => spanMs < upTo) ?? UNITS[0]
  if (unit === undefined) return ''
  const step = unit.steps.find(candidate => spanMs / unit.ms / candidate <= MOST_TICKS) ?? unit.steps.at(-1) ?? 1
  const scaled = (ms: number): number => Math.round(unit.tick === 'second' ? (ms * 1_000) / unit.ms : ms)
  const narrowest = Math.max(1, scaled(spanMs * NARROWEST))
  const names = sections.map(({ name }) => ganttText(name, NAME_LIMIT))
  const widest = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0)
  const config = { gantt: { leftPadding: Math.round(widest * LETTER) + MARGIN } }
  const lines = sections.flatMap(({ bars }, at) => [
    ...(names[at] === '' ? [] : [`  section ${names[at]}`]),
    ...bars.map(({ label, state, startMs, durationMs }) => {
      const data = [...(state === '' ? [] : [state]), scaled(startMs), `${Math.max(narrowest, scaled(durationMs))}ms`]
      return `  ${ganttText(label, LABEL_LIMIT)} :${data.join(', ')}`
    }),
  ])
  return [
    `%%{init: ${JSON.stringify(config)}}%%`,
    'gantt',
    '  dateFormat x',
    `  axisFormat ${unit.format}`,
    `  tickInterval ${step}${unit.tick}`,
    '  todayMarker off',
    ...lines,
  ].join('\n')
}

/** What Mermaid gives a meaning, here or in another of its languages, and what looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ':': '∶',
  ';': '⁏',
  '#': '＃',
  '%': '％',
  '"': '″',
  '`': '′',
  '<': '‹',
  '>': '›',
  '{': '(',
  '}': ')',
  '[': '(',
  ']': ')',
  '\\': '∖',
  '|': '∣',
  '&': '＆',
  $: '＄',
  '~': '∼',
  '^': 'ˆ',
}

/** Outside text for a name: one line, without what Mermaid reads as anything but text. */
function ganttText(text: string, limit: number): string {
  const name = shorten(oneLine(text), limit).replace(
    /[:;#%"`<>{}[\]\\|&$~^]/g,
    character => LOOKALIKES[character] ?? ' ',
  )
  // Mermaid keeps sections by name in an object, and that name of one it would lose.
  return name === '__proto__' ? '＿_proto__' : name
}
