import type { ObserveContext } from '../../src/kinds/kind.ts'

/** Session state as kinds keep it: what is put into a copy does not reach the original. */
export interface Jar {
  readonly cookies: string[]
  fork(): Jar
}

export function jar(cookies: readonly string[] = []): Jar {
  const own = [...cookies]
  return { cookies: own, fork: () => jar(own) }
}

/** Answers that put a name into the jar of their session; `seen` are the jars, as they were then. */
export function jarNotes() {
  const seen: string[] = []
  const note = (name: string) => ({
    does: (context: ObserveContext) => {
      const { cookies } = context.session('toy', 'default', jar)
      cookies.push(name)
      seen.push(cookies.join(''))
    },
  })
  return { seen, note }
}
