import type { Filled } from '../../model/template.ts'
import { cookieValues } from '../request/prepare.ts'
import type { WebSocketSpec } from './shape.ts'

/** What a handshake carries that is secret by its place: `Authorization` without its scheme, cookies, a password in a URL. */
export function webSocketSecrets(spec: Filled<WebSocketSpec>): readonly string[] {
  const inHeaders = (spec.headers ?? []).flatMap(({ name, value }) => {
    if (/^cookie$/i.test(name)) return cookieValues(value)
    return /^(?:proxy-)?authorization$/i.test(name) ? [value.replace(/^[A-Za-z]+\s+/, '')] : []
  })
  const inUrls = [spec.url, spec.base_url].flatMap(url => {
    const password = URL.parse(url ?? '')?.password ?? ''
    return [password, decodeURIComponent(password)]
  })
  return [...inHeaders, ...inUrls].filter(secret => secret !== '')
}
