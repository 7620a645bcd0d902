import { suggest } from '../model/suggest.ts'

/** The near name, the one of which the beginning was written (`warn` of `warning`), or that begins or ends what was: `username`, `private_key`. */
export function suggestion(written: string, known: Iterable<string>): string | undefined {
  const names = [...known]
  const begun = written.length > 2 ? names.find(name => name.startsWith(written.toLowerCase())) : undefined
  const part = names.find(name => name.length > 2 && (written.startsWith(name) || written.endsWith(`_${name}`)))
  const near = suggest(written, names) ?? begun ?? part
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const head = words.slice(0, -1)
  return head.length === 0 ? (words[0] ?? 'nothing') : `${head.join(', ')} ${last} ${words.at(-1) ?? ''}`
}

export function code(name: string): string {
  return `\`${name}\``
}

/** A key in backticks; words such as `a check` as they are. */
export function named(subject: string): string {
  return subject.includes(' ') ? subject : code(subject)
}

/** A field of an object that is left out when there is no value. */
export function given<const K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V }
}

/** With a capital letter in front. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
