import type { TLSSocket } from 'node:tls'
import type { JsonObject } from '../model/json.ts'

const DAY_MS = 86_400_000

/**
 * What a server's certificate says: `subject issuer` (as `CN=…, O=…`), `names` (DNS names and addresses it is for),
 * `expires_at` (ISO 8601), `days_left` (whole days, negative when expired), `protocol` (`TLSv1.3`), `trusted`, and with
 * it the `reason` when it is not. `now` is in milliseconds since 1970.
 */
export function describeCertificate(socket: TLSSocket, now: number): JsonObject {
  const reason = socket.authorized ? undefined : reasonOf(socket)
  const shared = { protocol: socket.getProtocol() ?? 'unknown', trusted: socket.authorized }
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) return { ...shared, ...(reason === undefined ? {} : { reason }) }
  const expires = Date.parse(certificate.validTo)
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: namesOf(certificate.subjectAltName),
    expires_at: new Date(expires).toISOString(),
    days_left: Math.floor((expires - now) / DAY_MS),
    ...shared,
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Node gives a distinguished name with one attribute a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').trim().replace(/\n/g, ', ')
}

/** Node gives `DNS:example.com, IP Address:10.0.0.1`, with what holds a comma or a quote in JSON form. */
function namesOf(alternatives: string | undefined): readonly string[] {
  if (alternatives === undefined) return []
  return [...alternatives.matchAll(/(?:DNS|IP Address|URI|email):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = '']) =>
    name.startsWith('"') ? String(JSON.parse(name)) : name,
  )
}

function reasonOf(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError
  return error instanceof Error ? error.message : String(error ?? 'unknown')
}
