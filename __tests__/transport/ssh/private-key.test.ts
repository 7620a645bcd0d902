import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CheckError } from '../../../src/model/check-error.ts'
import { mendedKey } from '../../../src/transport/ssh/private-key.ts'

const BODY = Buffer.from('openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none').toString('base64')
const LOCKED = Buffer.from('openssh-key-v1\0\0\0\0\x0aaes256-ctr\0\0\0\x06bcrypt').toString('base64')
const key = (body: string, kind = 'OPENSSH '): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----\n`
const mend = (text: string, agent = false): string => mendedKey(text, { label: 'prod', agent })

function faultOf(text: string, agent = false): CheckError {
  try {
    mend(text, agent)
  } catch (error) {
    return error as CheckError
  }
  throw new Error('It was taken.')
}

describe('a private key', () => {
  it.each([
    ['as it is', key(BODY)],
    ['with CRLF', key(BODY).replaceAll('\n', '\r\n')],
    ['with CR', key(BODY).replaceAll('\n', '\r')],
    ['without its last line feed', key(BODY).trimEnd()],
    ['with blanks around it and in front of its lines', `\n  ${key(BODY).replaceAll('\n', ' \n  ')}\n\n`],
    ['with a byte order mark', `\ufeff${key(BODY)}`],
  ])('is mended: %s', (_, text) => {
    expect(mend(text)).toBe(key(BODY))
  })

  it('may be PEM', () => {
    for (const kind of ['RSA ', 'EC ', '']) expect(mend(key('MIIE', kind).trim())).toBe(key('MIIE', kind))
  })

  it.each([
    ['OpenSSH', key(LOCKED)],
    ['PKCS #8', key('MIIE', 'ENCRYPTED ')],
    ['PEM', key('Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\nMIIE', 'RSA ')],
  ])('may have a passphrase only with an agent: %s', (_, text) => {
    expect(faultOf(text)).toMatchObject({ code: 'ssh-key-encrypted' })
    expect(mend(text, true)).toBe(text)
  })

  it.each([
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@here', /public key/],
    ['PuTTY-User-Key-File-3: ssh-ed25519', /puttygen/],
    ['', /empty/],
    ['~/.ssh/id_ed25519', /path/],
    ['secret', /whole text/],
    [key(BODY).split('\n').slice(0, -2).join('\n'), /end is missing/],
    [key(BODY).split('\n').slice(1).join('\n'), /beginning is missing/],
    [key(BODY).replaceAll('\n', ' '), /line breaks are lost/],
    [key(BODY).replaceAll('\n', '\\n'), /written as `\\n`/],
    [`"${key(BODY).trim()}"`, /stands in quotes/],
    [Buffer.from(key(BODY)).toString('base64'), /base64/],
  ])('is told from what is none: %j', (text, hint) => {
    const fault = faultOf(text)
    expect(fault).toMatchObject({ code: 'ssh-key-invalid', hint: expect.stringMatching(hint) })
    if (text !== '') expect(fault.message + fault.hint).not.toContain(text)
    // What is a piece of a secret is masked, and a hint full of masks helps nobody.
    expect(fault.hint).not.toMatch(/-----|PRIVATE KEY/)
  })

  it.skipIf(!existsSync('/usr/bin/ssh-keygen')).each([[[]], [['-m', 'PEM']]])(
    'is one of ssh-keygen, with a passphrase and without: %j',
    more => {
      const folder = mkdtempSync(join(tmpdir(), 'key-'))
      const made = (name: string, passphrase: string): string => {
        execFileSync('ssh-keygen', [
          '-q',
          '-t',
          'rsa',
          '-b',
          '2048',
          '-N',
          passphrase,
          '-f',
          join(folder, name),
          ...more,
        ])
        return readFileSync(join(folder, name), 'utf8')
      }
      const open = made('open', '')
      expect(mend(open)).toBe(open)
      expect(faultOf(made('locked', 'a passphrase'))).toMatchObject({ code: 'ssh-key-encrypted' })
      rmSync(folder, { recursive: true })
    },
  )
})
