const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const SIZE_UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
}

/** Milliseconds of `250ms`, `10s`, `1.5s`, `3m`, `1h30m`, `1d`; undefined when the text is no duration. */
export function parseDuration(text: string): number | undefined {
  return /^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)
    ? sum(text, /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g, DURATION_UNITS)
    : undefined
}

/** Bytes of `512B`, `64KiB`, `10MiB`, `1MB`; undefined when the text is no size. */
export function parseSize(text: string): number | undefined {
  return /^\d+(\.\d+)?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/.test(text)
    ? sum(text, /(\d+(?:\.\d+)?)(\w+)/g, SIZE_UNITS)
    : undefined
}

function sum(text: string, parts: RegExp, units: Readonly<Record<string, number>>): number {
  let total = 0
  for (const [, amount = '0', unit = ''] of text.matchAll(parts)) total += Number(amount) * (units[unit] ?? 0)
  return Math.round(total)
}

/** A duration for people: `85 ms`, `1.2 s`, `12 s`, `3 m 05 s`, `1 h 04 m`. */
export function formatDuration(milliseconds: number): string {
  const rounded = Math.round(milliseconds)
  if (rounded < 1_000) return `${rounded} ms`
  if (rounded < 10_000) return `${(rounded / 1_000).toFixed(1)} s`
  const seconds = Math.round(rounded / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} m ${String(seconds % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} m`
}

/** A size for people: `512 B`, `64 KiB`, `1.5 MiB`. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
