import { describe, expect, it } from 'vitest'
import { isLoopbackHost, isPrivateAddress, isPrivateHost } from '../../src/transport/private-address.ts'

describe('isPrivateAddress', () => {
  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd12:3456::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '[::1]',
  ])('knows %s as private', address => expect(isPrivateAddress(address)).toBe(true))

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8', 'example.org', ''])(
    'does not take %j for private',
    address => expect(isPrivateAddress(address)).toBe(false),
  )
})

describe('isPrivateHost', () => {
  it.each(['localhost', 'api.localhost', 'printer.local', 'db.internal', '192.168.0.1', '[fd00::1]'])(
    'knows %s as private',
    host => expect(isPrivateHost(host)).toBe(true),
  )
  it.each(['example.org', 'localhost.example.org', '8.8.8.8'])('does not take %s for private', host =>
    expect(isPrivateHost(host)).toBe(false),
  )
})

describe('isLoopbackHost', () => {
  it.each([
    ['localhost', true],
    ['127.8.8.8', true],
    ['[::1]', true],
    ['10.0.0.1', false],
    ['127.example.org', false],
  ])('%s: %s', (host, expected) => expect(isLoopbackHost(host)).toBe(expected))
})
