import type { SessionState } from '../kinds/kind.ts'

/** State that checks share by name, such as cookie jars. */
export interface Sessions {
  session<S extends SessionState>(kind: string, name: string, create: () => S): S
  /** For a child of a parallel section: copies, made when first asked for, which end with it. */
  fork(): Sessions
}

/** Sibling children all have copies of their own, so the parent's state cannot change between the fork and its first use. */
export function createSessions(parent?: { find(key: string): SessionState | undefined }): Sessions {
  const own = new Map<string, SessionState>()
  const find = (key: string): SessionState | undefined => {
    const held = own.get(key)
    if (held !== undefined) return held
    const copy = parent?.find(key)?.fork()
    if (copy !== undefined) own.set(key, copy)
    return copy
  }
  return {
    session<S extends SessionState>(kind: string, name: string, create: () => S): S {
      const key = `${kind}\n${name}`
      const held = find(key)
      if (held !== undefined) return held as S
      const made = create()
      own.set(key, made)
      return made
    },
    fork: () => createSessions({ find }),
  }
}
