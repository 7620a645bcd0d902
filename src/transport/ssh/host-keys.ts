import { createHash } from 'node:crypto'
import { CheckError } from '../../model/check-error.ts'
import { startProcess } from '../child-process.ts'
import { resultOf } from '../shell.ts'
import { knownName, labelOf, type SshTarget } from './ssh-target.ts'

/** A key that a server offers; whether it is the server's own is another question. */
export interface OfferedKey {
  /** `ssh-ed25519`. */
  readonly type: string
  readonly base64: string
  readonly fingerprint: string
}

export interface ScanAddress {
  readonly host: string
  readonly port: number
}

/** Asks a server for its keys of every type, without logging in. Empty when it does not answer. */
export async function scanKeys(
  { host, port }: ScanAddress,
  options: {
    readonly environment: Readonly<Record<string, string>>
    readonly timeoutMs: number
    readonly signal: AbortSignal
  },
): Promise<readonly OfferedKey[]> {
  const seconds = String(Math.max(1, Math.ceil(options.timeoutMs / 1_000)))
  const words = ['ssh-keyscan', '-T', seconds, '-p', String(port), '--', host]
  const limit = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)])
  try {
    const { stdout } = await resultOf(await startProcess(words, { environment: options.environment }, limit), undefined)
    return stdout.split('\n').flatMap(offered)
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason
    if (limit.aborted) return []
    throw error
  }
}

function offered(line: string): readonly OfferedKey[] {
  const [, type, base64] = /^[^#\s]\S* (\S+) ([A-Za-z0-9+/=]+)\s*$/.exec(line) ?? []
  return type === undefined || base64 === undefined ? [] : [{ type, base64, fingerprint: fingerprintOf(base64) }]
}

/** As `ssh-keygen -l` writes it: SHA-256 of the key, in base64 without padding. */
export function fingerprintOf(base64: string): string {
  return `SHA256:${createHash('sha256').update(Buffer.from(base64, 'base64')).digest('base64').replace(/=+$/, '')}`
}

/** The fingerprint in what an author copied: the bare one, or a whole line of `ssh-keygen -l`. Undefined: there is none. */
function writtenFingerprint(text: string): string | undefined {
  return /(?:^|\s)(SHA256:[A-Za-z0-9+/]{43})(?:=|\s|$)/.exec(text)?.[1]
}

/** Lines of a known_hosts file for those keys alone whose fingerprints are listed. */
export function acceptedLines(offer: readonly OfferedKey[], target: SshTarget): readonly string[] {
  const listed = new Set(target.fingerprints.map(text => writtenFingerprint(text) ?? invalidFingerprint(text, target)))
  return offer
    .filter(({ fingerprint }) => listed.has(fingerprint))
    .map(({ type, base64 }) => `${knownName(target)} ${type} ${base64}`)
}

function invalidFingerprint(text: string, target: SshTarget): never {
  throw new CheckError({
    code: 'fingerprint-invalid',
    message: `\`${text}\` under \`fingerprints\` of ${labelOf(target)} is no SHA-256 fingerprint.`,
    hint: 'Write `SHA256:` and 43 characters, as `ssh-keygen -lf` shows it on the server.',
  })
}

/** What a server showed, for a message: `ssh-ed25519 SHA256:…`. */
export function shownKeys(offer: readonly OfferedKey[]): string {
  return offer.map(({ type, fingerprint }) => `${type} ${fingerprint}`).join(', ')
}
