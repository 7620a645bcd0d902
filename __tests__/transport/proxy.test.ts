import { describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { environmentProxy, parseProxy } from '../../src/transport/proxy.ts'

const PROXY = 'http://proxy.example:3128'

describe('environmentProxy', () => {
  it.each([
    ['https', 'https://api.example/', { HTTPS_PROXY: PROXY }, PROXY],
    ['http', 'http://api.example/', { HTTP_PROXY: PROXY }, PROXY],
    ['small letters first', 'http://api.example/', { HTTP_PROXY: 'http://other', http_proxy: PROXY }, PROXY],
    ['the other scheme', 'https://api.example/', { HTTP_PROXY: PROXY }, undefined],
    ['an empty variable', 'https://api.example/', { HTTPS_PROXY: '' }, undefined],
    ['this machine', 'https://localhost/', { HTTPS_PROXY: PROXY }, undefined],
    ['this machine by address', 'http://127.0.0.1:8080/', { HTTP_PROXY: PROXY }, undefined],
  ])('reads %s', (_case, url, environment, expected) => {
    expect(environmentProxy(new URL(url), environment)).toBe(expected)
  })

  it.each([
    ['https://api.example/', 'api.example', true],
    ['https://api.example/', 'example', true],
    ['https://api.example/', '.example', true],
    ['https://api.example/', '*.example', true],
    ['https://api.example/', '*', true],
    ['https://api.example/', 'other, api.example', true],
    ['https://api.example/', 'api.example:443', true],
    ['https://api.example:8443/', 'api.example:443', false],
    ['https://my-api.example/', 'api.example', false],
    ['https://10.1.2.3/', '10.0.0.0/8', true],
    ['https://11.1.2.3/', '10.0.0.0/8', false],
    ['https://[2001:db8::1]/', '2001:db8::1', true],
    ['https://[2001:db8::1]/', '2001:db8::/32', true],
    ['https://api.example/', '', false],
  ])('%s with NO_PROXY %j is excepted: %s', (url, list, excepted) => {
    const proxy = environmentProxy(new URL(url), { HTTPS_PROXY: PROXY, NO_PROXY: list })
    expect(proxy === undefined).toBe(excepted)
  })
})

describe('parseProxy', () => {
  it('reads credentials and shows none in its endpoint', () => {
    const proxy = parseProxy('http://us%40er:p%3Aw@proxy.example:3128')
    expect(proxy.endpoint).toBe('proxy.example:3128')
    expect(proxy.authorization).toBe(`Basic ${Buffer.from('us@er:p:w').toString('base64')}`)
  })

  it('takes host:port for http', () => expect(parseProxy('proxy.example:3128').url.protocol).toBe('http:'))

  it.each(['socks5://proxy.example:1080', 'http://', 'ftp://x'])('refuses %s', text => {
    expect(() => parseProxy(text)).toThrow(CheckError)
  })
})
