import { describe, expect, it } from 'vitest'
import { sshTarget } from '../../src/kinds/ssh-target.ts'

describe('the address of a host', () => {
  it.each([
    ['shop.example.com', 'shop.example.com'],
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
  ])('may be %s', (host, expected) => {
    expect(sshTarget('prod', { host }).host).toBe(expected)
  })

  it.each(['deploy@shop.example.com', 'ssh://shop.example.com', 'shop.example.com:2222', '-oProxyCommand=x', ''])(
    'cannot be %j',
    host => {
      expect(() => sshTarget('prod', { host })).toThrow(
        expect.objectContaining({ code: 'ssh-address', hint: expect.stringContaining('`port`') }),
      )
    },
  )
})
