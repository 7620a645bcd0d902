/** What people offer or ask for: a number of permanent and of temporary categories. */
export interface Category {
  readonly id: number
  readonly name: string
}

export function categories(count: { readonly permanent: number; readonly temporary: number }): {
  readonly permanent: readonly Category[]
  readonly temporary: readonly Category[]
} {
  return { permanent: named('Permanent', count.permanent), temporary: named('Temporary', count.temporary) }
}

function named(kind: string, count: number): readonly Category[] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `${kind} help ${index + 1}` }))
}
