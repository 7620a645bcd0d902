import type { Check } from '../model/checklist.ts'

/** What a reader is told a check waits for: `$token of "Log in"`. Holes stand as written. */
export function needLabel(capture: string, maker: Check): string {
  const written = maker.name?.parts.map(part => (typeof part === 'string' ? part : `{{ ${part.source.text.trim()} }}`))
  return `$${capture} of "${written?.join('') ?? maker.description}"`
}
