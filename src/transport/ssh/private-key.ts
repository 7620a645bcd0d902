import { CheckError } from '../../model/check-error.ts'
import { PacketReader } from './packet.ts'

const BEGIN = /^-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY-----$/

/**
 * The text of a private key as the client reads it: what copying through forms and secrets breaks (CRLF, blanks around
 * it, the lost line feed at its end) is mended. Throws a CheckError for what is no key; with `agent` an encrypted one will do.
 */
export function mendedKey(text: string, { label, agent }: { readonly label: string; readonly agent: boolean }): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\s*[\r\n]+\s*/)
  const begin = lines[0] ?? ''
  if (!BEGIN.test(begin) || !(lines.at(-1) ?? '').startsWith('-----END ')) throw noKey(text, label)
  if (isEncrypted(lines) && !agent) {
    throw new CheckError({
      code: 'ssh-key-encrypted',
      message: `The private key of ${label} is protected by a passphrase, which nobody can type here.`,
      hint: 'Use a key without one (`ssh-keygen -p -f KEY`), or load it into an agent and write `agent: true`.',
    })
  }
  return `${text.includes('Proc-Type:') ? text.trim().replace(/\r\n?/g, '\n') : lines.join('\n')}\n`
}

/** PEM says it in its lines; OpenSSH's own format (PROTOCOL.key) names the cipher first. */
function isEncrypted(lines: readonly string[]): boolean {
  if (lines.some(line => /^-----BEGIN ENCRYPTED|^Proc-Type:.*ENCRYPTED/.test(line))) return true
  if (!lines[0]?.includes('OPENSSH')) return false
  const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64')
  const magic = 'openssh-key-v1\0'
  if (!bytes.subarray(0, magic.length).equals(Buffer.from(magic))) return false
  try {
    return new PacketReader(bytes, magic.length).text() !== 'none'
  } catch {
    return false
  }
}

function noKey(text: string, label: string): CheckError {
  return new CheckError({
    code: 'ssh-key-invalid',
    message: `What stands under \`key\` of ${label} is no private key.`,
    hint: hintFor(text.trim()),
  })
}

function hintFor(text: string): string {
  if (/^(?:ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
    return 'This is the public key: give the private one, the file without .pub.'
  if (text.startsWith('PuTTY-User-Key-File'))
    return 'This is a key of PuTTY: write it in the format of OpenSSH with `puttygen KEY -O private-openssh`.'
  if (text === '') return 'It is empty: is the secret set where this runs?'
  if (/^[~./][^\n]*$/.test(text))
    return 'This looks like a path: give the text of the key, as in `key: { env: SSH_KEY }`.'
  if (/^LS0tLS1CRUdJTi/.test(text)) return 'It is encoded in base64: give the text that is encoded, as it is.'
  // None of these repeats a line of dashes: it is a piece of the secret, and would be masked.
  const begins = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)
  const ends = /-----END [A-Z0-9 ]*PRIVATE KEY-----$/.test(text)
  if (/PRIVATE KEY-----(?:\\r)?\\n/.test(text))
    return 'Its line breaks are written as `\\n`: give the text of the file as it is, line by line.'
  if (/^["'].*["']$/s.test(text))
    return 'It stands in quotes, which are part of it here: give the text of the file alone.'
  if (begins && ends) return 'Its line breaks are lost: give the text of the file as it is, line by line.'
  if (begins) return 'Its end is missing: give the whole file, to the last line, which says END.'
  if (ends) return 'Its beginning is missing: give the whole file, from the first line, which says BEGIN.'
  return 'Give the whole text of the file, with its line breaks, from the line that says BEGIN to the one that says END.'
}
