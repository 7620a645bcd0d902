import type { CookieJar, SetCookie } from './cookie-jar.ts'

/** The cookies that the checks of a run share; costs nothing until a server sets the first one. */
export class CookieSession {
  #jar: CookieJar | undefined

  constructor(jar?: CookieJar) {
    this.#jar = jar
  }

  fork(): CookieSession {
    return new CookieSession(this.#jar?.copy())
  }

  /** The value of the `Cookie` header for a URL; empty when there is none. */
  header(url: URL): string {
    return this.#jar?.header(url.href) ?? ''
  }

  /** Keeps the cookies of an answer (its `Set-Cookie` lines) and tells what they said, in their order. `now` is wall-clock time. */
  async store(url: URL, lines: readonly string[], now: number): Promise<readonly SetCookie[]> {
    if (lines.length === 0) return []
    const { CookieJar } = await import('./cookie-jar.ts')
    this.#jar ??= new CookieJar()
    const jar = this.#jar
    return lines.flatMap(line => jar.store(line, url.href, now) ?? [])
  }
}
