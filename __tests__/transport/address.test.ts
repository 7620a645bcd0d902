import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from '../../src/transport/address.ts'

describe('an address', () => {
  it.each([
    ['example.com:443', { host: 'example.com', port: 443 }],
    ['127.0.0.1:1', { host: '127.0.0.1', port: 1 }],
    ['[::1]:22', { host: '::1', port: 22 }],
    ['[fe80::1%eth0]:22', { host: 'fe80::1%eth0', port: 22 }],
    ['example.com', undefined],
    ['example.com:', undefined],
    ['example.com:0', undefined],
    ['example.com:65536', undefined],
    ['::1:22', undefined],
    ['user@example.com:22', undefined],
    ['http://example.com:80', undefined],
    ['a b:80', undefined],
    ['', undefined],
  ])('%s', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
    if (address !== undefined) expect(formatAddress(address)).toBe(text)
  })
})
