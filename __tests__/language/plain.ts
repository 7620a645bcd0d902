import { allEntries, type Check, type Checklist } from '../../src/model/checklist.ts'
import { isProgram, isTemplate } from '../../src/model/template.ts'
import { parsed } from './diagnose.ts'

/** Specifications with templates as their text, maps of names as objects and places left out. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isProgram(value)) return value.source.text
  if (isTemplate(value)) {
    if (value.literal !== undefined) return value.literal
    return value.parts.map(part => (typeof part === 'string' ? part : `{{ ${part.source.text} }}`)).join('')
  }
  if (Array.isArray(value)) {
    const named =
      value.length > 0 && value.every(item => typeof item === 'object' && item !== null && 'nameSpan' in item)
    return named
      ? Object.fromEntries(value.map(item => [item.name, plain(item.value ?? item.matcher)]))
      : value.map(plain)
  }
  if ('node' in value && value.node === 'list' && 'items' in value) return plain(value.items)
  if ('node' in value && value.node === 'map' && 'entries' in value && Array.isArray(value.entries)) {
    return Object.fromEntries(value.entries.map(entry => [entry.name, plain(entry.value)]))
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'partSpan')
      .map(([key, item]) => [key, plain(item)]),
  )
}

export function checksOf(checklist: Checklist): readonly Check[] {
  return [...allEntries(checklist.checks)].filter((entry): entry is Check => entry.entry === 'check')
}

export function specOf(text: string, index = 0, target: string | null = null): unknown {
  return plain(checksOf(parsed(text, target))[index]?.spec)
}
