import { describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { networkError } from '../../src/transport/network-error.ts'

const coded = (code: string, message = 'something', name = 'Error'): Error =>
  Object.assign(new Error(message), { code, name })

describe('networkError', () => {
  it.each([
    ['ENOTFOUND', 'dns-failed'],
    ['EAI_AGAIN', 'dns-failed'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ECONNRESET', 'connection-reset'],
    ['UND_ERR_SOCKET', 'connection-reset'],
    ['ETIMEDOUT', 'connection-timeout'],
    ['ENETUNREACH', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'tls-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-name-mismatch'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted'],
    ['EPROTO', 'tls-failed'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls-failed'],
    ['HPE_INVALID_CONSTANT', 'protocol-error'],
    ['ERR_HTTP2_STREAM_ERROR', 'protocol-error'],
    ['UND_ERR_HEADERS_OVERFLOW', 'protocol-error'],
    ['UND_ERR_INVALID_ARG', 'request-invalid'],
    ['EWHATEVER', 'network-error'],
  ])('tells %s as %s', (code, expected) => {
    const error = networkError(coded(code), 'api.example:443') as CheckError
    expect(error).toBeInstanceOf(CheckError)
    expect(error).toMatchObject({ code: expected, endpoint: 'api.example:443', details: { code } })
    expect(error.message).toMatch(/^api\.example:443 .*\.$/)
    expect(error.hint).toMatch(/^[A-Z].*[.?]$/)
  })

  it.each([
    ['db', true],
    ['backend:8000', true],
    ['localhost:8000', false],
    ['db.internal:5432', false],
    ['shop.example.com:443', false],
  ])('thinks of Compose when %s has no address: %s', (endpoint, service) => {
    const { hint } = networkError(coded('ENOTFOUND'), endpoint) as CheckError
    expect(hint?.includes('Compose service')).toBe(service)
  })

  it('leaves a CheckError and a mistake of this program as they are', () => {
    const fault = new CheckError({ code: 'cancelled', message: 'Stopped.' })
    const mistake = new TypeError('x is not a function')
    expect(networkError(fault, 'a:1')).toBe(fault)
    expect(networkError(mistake, 'a:1')).toBe(mistake)
  })
})
