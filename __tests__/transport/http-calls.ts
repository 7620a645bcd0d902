import { onTestFinished } from 'vitest'
import {
  HttpClient,
  type HttpClientOptions,
  type HttpResponse,
  type SendOptions,
} from '../../src/transport/http-client.ts'
import { pem } from './local-servers.ts'

/** A client that is closed when the test ends. */
export function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const made = new HttpClient({ tls: {}, http2: false, environment: {}, resolve: {}, ...options })
  onTestFinished(() => made[Symbol.asyncDispose]())
  return made
}

export function send(
  by: HttpClient,
  url: string,
  options: Partial<SendOptions & { method: string; body: string }> = {},
): Promise<HttpResponse> {
  const { method = 'GET', body, ...rest } = options
  return by.send(
    { method, url: new URL(url), headers: [], body: body === undefined ? undefined : Buffer.from(body) },
    { signal: new AbortController().signal, maxBytes: 1_000_000, sent: () => undefined, ...rest },
  )
}

/** Trusts the authority of the test certificates. */
export function trusting(): Partial<HttpClientOptions> {
  return { tls: { ca: pem('ca.pem') } }
}
