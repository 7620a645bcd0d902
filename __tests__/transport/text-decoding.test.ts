import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/transport/text-decoding.ts'

const bytes = (...values: number[]): Buffer => Buffer.from(values)

describe('decodeText', () => {
  it.each([
    ['UTF-8 without a charset', Buffer.from('Алматы'), 'application/json', 'Алматы'],
    ['a charset in quotes', bytes(0xcf, 0xf0, 0xe8), 'text/plain; charset="windows-1251"', 'При'],
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9), 'text/plain;charset=ISO-8859-1', 'café'],
    ['UTF-16 by its mark', bytes(0xff, 0xfe, 0x68, 0, 0x69, 0), 'text/plain', 'hi'],
    ['big-endian UTF-16 by its mark', bytes(0xfe, 0xff, 0, 0x68, 0, 0x69), 'text/plain', 'hi'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'application/json', '{}'],
    [
      'a meta element',
      Buffer.concat([Buffer.from('<meta charset="windows-1251">'), bytes(0xcf)]),
      'text/html',
      '<meta charset="windows-1251">П',
    ],
    ['a charset nobody knows', Buffer.from('hi'), 'text/plain; charset=klingon', 'hi'],
    ['bytes that are no text', bytes(0x61, 0xff), 'text/plain', 'a\ufffd'],
    ['nothing', bytes(), 'text/plain', ''],
  ])('reads %s', (_case, body, contentType, expected) => expect(decodeText(body, contentType)).toBe(expected))
})
