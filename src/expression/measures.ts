import { parseDuration, parseSize } from '../model/duration.ts'
import type { Place, TimeValue } from '../model/template.ts'
import { shorten } from '../model/visible.ts'
import { parseTimeValue } from './time.ts'

export interface MeasureFault {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** The places whose text is read as something else once it is whole. */
export type MeasurePlace = Extract<Place, 'duration' | 'size' | 'time'>

export function isMeasure(place: Place): place is MeasurePlace {
  return place === 'duration' || place === 'size' || place === 'time'
}

const EXAMPLES: Readonly<Record<MeasurePlace, string>> = {
  duration: 'Write a duration such as `250ms`, `10s`, `3m`, `1h30m` or `1d`.',
  size: 'Write a size such as `512B`, `64KiB` or `10MiB`.',
  time: 'Write a time with its zone such as `2026-01-14T04:30:00Z`, or a duration such as `10m`, which means so long ago.',
}

/** Milliseconds of a duration, bytes of a size, a time; or why the text is none. */
export function readMeasure(
  place: MeasurePlace,
  text: string,
): { readonly value: number | TimeValue } | { readonly value?: never; readonly fault: MeasureFault } {
  const trimmed = text.trim()
  const read = { duration: parseDuration, size: parseSize, time: parseTimeValue }[place]
  const value = read(trimmed)
  if (value !== undefined) return { value }
  if (/^-?\d+(\.\d+)?$/.test(trimmed) && place !== 'time') {
    const hint =
      place === 'duration'
        ? `Write \`${trimmed}s\` or \`${trimmed}ms\`.`
        : `Write \`${trimmed}B\` or \`${trimmed}KiB\`.`
    return { fault: { code: `${place}-unit`, message: `The ${place} \`${trimmed}\` has no unit.`, hint } }
  }
  return {
    fault: {
      code: `${place}-invalid`,
      message: `\`${shorten(trimmed, 60)}\` is no ${place}.`,
      hint: meant(place, trimmed) ?? EXAMPLES[place],
    },
  }
}

const UNITS: readonly (readonly [words: RegExp, unit: string])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/i, 'ms'],
  [/^(?:s|secs?|seconds?)$/i, 's'],
  [/^(?:m|mins?|minutes?)$/i, 'm'],
  [/^(?:h|hrs?|hours?)$/i, 'h'],
  [/^(?:d|days?)$/i, 'd'],
]

/** `10 seconds`, `2min`, `5 minutes ago`, `< 1s`: what is plainly meant, as it is written here. */
function meant(place: MeasurePlace, text: string): string | undefined {
  const [, sign, rest = text] = /^([<>]=?)\s*(.*)$/.exec(text) ?? []
  const shown =
    place === 'size' ? sizeMeant(rest) : durationMeant(place === 'time' ? rest.replace(/\s+ago$/, '') : rest)
  if (shown === undefined) return undefined
  if (sign === undefined) return `Write \`${shown}\`${place === 'time' ? ', which means so long ago' : ''}.`
  const operator = `${sign.startsWith('<') ? 'lt' : 'gt'}${sign.endsWith('=') ? 'e' : ''}`
  return `An expectation with a limit is written \`{ ${operator}: ${shown} }\`.`
}

function durationMeant(text: string): string | undefined {
  const short = text.replace(
    /\s*([a-z]+)\s*/gi,
    (_all, word: string) => UNITS.find(([words]) => words.test(word))?.[1] ?? '?',
  )
  return parseDuration(short) === undefined ? undefined : short
}

function sizeMeant(text: string): string | undefined {
  const short = text.replace(/\s+/g, '')
  return parseSize(short) === undefined ? undefined : short
}
