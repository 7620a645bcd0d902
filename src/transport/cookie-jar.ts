import { Cookie, CookieJar as Jar } from 'tough-cookie'
import type { JsonObject } from '../model/json.ts'

/** A cookie as one answer set it. `value` is secret; the parts are those of language.md: absent where the header says nothing. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  readonly parts: JsonObject
}

/** The cookies of one session (RFC 6265). The only owner of the cookie library, which is loaded with the first cookie. */
export class CookieJar {
  readonly #jar: Jar

  constructor(jar = new Jar()) {
    this.#jar = jar
  }

  copy(): CookieJar {
    return new CookieJar(this.#jar.cloneSync() ?? new Jar())
  }

  /** The value of the `Cookie` header for a URL; empty when nothing fits. */
  header(url: string): string {
    return this.#jar.getCookieStringSync(url)
  }

  /** Keeps what a `Set-Cookie` line says, if this URL may set it; tells what it said in any case. */
  store(line: string, url: string, now: number): SetCookie | undefined {
    const cookie = Cookie.parse(line, { loose: true })
    if (cookie === undefined || cookie.key === '') return undefined
    this.#jar.setCookieSync(line, url, { ignoreError: true, loose: true, now: new Date(now) })
    return { name: cookie.key, value: cookie.value, parts: partsOf(cookie, now) }
  }
}

function partsOf(cookie: Cookie, now: number): JsonObject {
  const expires = cookie.expires instanceof Date ? cookie.expires : undefined
  const maxAge = typeof cookie.maxAge === 'number' ? cookie.maxAge : undefined
  // Max-Age wins over Expires (RFC 6265, 4.1.2.2).
  const deleted =
    cookie.maxAge === '-Infinity' ||
    (maxAge === undefined ? expires !== undefined && expires.getTime() <= now : maxAge <= 0)
  return {
    value: cookie.value,
    secure: cookie.secure,
    http_only: cookie.httpOnly,
    ...(cookie.sameSite === undefined ? {} : { same_site: cookie.sameSite }),
    ...(cookie.path === null ? {} : { path: cookie.path }),
    ...(cookie.domain === null ? {} : { domain: cookie.domain }),
    ...(maxAge === undefined ? {} : { max_age: maxAge }),
    ...(expires === undefined ? {} : { expires: expires.toISOString() }),
    deleted,
  }
}
