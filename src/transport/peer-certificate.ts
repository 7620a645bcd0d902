import { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { JsonObject } from '../model/json.ts'

const DAY_MS = 86_400_000

/** What a TLS connection showed of its server, read once: it stays readable when the socket is closed. */
export interface PeerCertificate {
  readonly subject: string
  readonly issuer: string
  readonly names: readonly string[]
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  readonly protocol: string
  readonly trusted: boolean
}

export function peerCertificate(socket: TLSSocket): PeerCertificate | undefined {
  const certificate = socket.getPeerX509Certificate()
  if (!(certificate instanceof X509Certificate)) return undefined
  return {
    subject: onOneLine(certificate.subject),
    issuer: onOneLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    expiresAt: Date.parse(certificate.validTo),
    protocol: socket.getProtocol() ?? '',
    trusted: socket.authorized,
  }
}

/** The parts `subject issuer names expires_at days_left protocol trusted`; `days_left` counts whole days, negative when expired. */
export function certificateParts(certificate: PeerCertificate, now: number): JsonObject {
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    names: certificate.names,
    expires_at: new Date(certificate.expiresAt).toISOString(),
    days_left: Math.floor((certificate.expiresAt - now) / DAY_MS),
    protocol: certificate.protocol,
    trusted: certificate.trusted,
  }
}

/** Node writes one attribute a line: `C=KZ\nO=Example\nCN=api.example` becomes `C=KZ, O=Example, CN=api.example`. */
function onOneLine(name: string): string {
  return name.split('\n').filter(Boolean).join(', ')
}

/** `DNS:api.example, IP Address:192.0.2.1` without the prefixes. */
function alternativeNames(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(/(?:DNS|IP Address|email|URI):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = '']) =>
    name.replace(/^"|"$/g, ''),
  )
}
