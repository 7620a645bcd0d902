/** What a program wrote, taken out of the line in which a container engine keeps it. */
export interface ContainerLine {
  readonly raw: string
  /** When the engine received it: text that `timeOfText` reads. */
  readonly at: string
}

/** CRI (containerd, CRI-O; Kubernetes, "CRI Container Log Format"): `2026-01-14T04:30:00.123456789Z stderr F message`. */
const CRI = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) (?:stdout|stderr) [FP] /

/** Undefined for a line that no engine has wrapped. */
export function unwrapped(line: string): ContainerLine | undefined {
  if (line.startsWith('{"log":"')) return dockerLine(line)
  const found = CRI.exec(line)
  return found?.[1] === undefined ? undefined : { raw: line.slice(found[0].length), at: found[1] }
}

/** Docker's `json-file` driver: `{"log":"message\n","stream":"stderr","time":"2026-01-14T04:30:00.123456789Z"}`. */
function dockerLine(line: string): ContainerLine | undefined {
  try {
    const { log, time } = JSON.parse(line) as { readonly log: unknown; readonly time?: unknown }
    return typeof log === 'string' && typeof time === 'string'
      ? { raw: log.replace(/\r?\n$/, ''), at: time }
      : undefined
  } catch {
    return undefined
  }
}
