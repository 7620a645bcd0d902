import type { HttpClient } from '../../transport/http-client.ts'
import { unbracketed } from '../../transport/private-address.ts'
import { portOf } from '../../transport/proxy.ts'
import type { SentRequest } from './follow.ts'
import type { PreparedRequest } from './prepare.ts'

export interface ReproduceOptions {
  readonly client: HttpClient
  readonly redirects: number
  readonly http2: boolean
  readonly tls: { readonly ca?: string; readonly cert?: string; readonly insecure?: boolean }
}

/** The arguments of a curl command that sends the same again, secrets included. Certificates are named as files to be put there. */
export function curlArguments(
  request: PreparedRequest,
  sent: SentRequest,
  options: ReproduceOptions,
): readonly string[] {
  return [
    'curl',
    '--silent',
    '--show-error',
    '--include',
    ...methodArguments(request),
    ...(options.redirects > 0 ? ['--location', '--max-redirs', String(options.redirects)] : []),
    ...(options.http2 ? ['--http2'] : ['--http1.1']),
    ...networkArguments(sent.url, options),
    ...headerArguments(request, sent),
    ...(request.body?.curl ?? []),
    // Brackets and braces would be read as ranges.
    ...(/[[\]{}]/.test(sent.url.href) ? ['--globoff'] : []),
    sent.url.href,
  ]
}

function methodArguments({ method, body }: PreparedRequest): readonly string[] {
  if (body !== undefined) return method === 'POST' ? [] : ['--request', method]
  if (method === 'GET') return []
  if (method === 'HEAD') return ['--head']
  // Methods that usually have a body say that there is none (RFC 9110, 8.6).
  const empty = ['POST', 'PUT', 'PATCH'].includes(method) ? ['--header', 'content-length: 0'] : []
  return ['--request', method, ...empty]
}

function networkArguments(url: URL, { client, tls }: ReproduceOptions): readonly string[] {
  const proxy = client.proxyOf(url)
  const address = client.addressOf(url)
  return [
    ...(proxy === undefined ? ['--noproxy', '*'] : ['--proxy', proxy.url.href]),
    ...(address === undefined ? [] : ['--resolve', `${unbracketed(url.hostname)}:${portOf(url)}:${address}`]),
    ...(tls.insecure === true ? ['--insecure'] : []),
    ...(tls.ca === undefined ? [] : ['--cacert', 'ca.pem']),
    ...(tls.cert === undefined ? [] : ['--cert', 'cert.pem', '--key', 'key.pem']),
  ]
}

function headerArguments(request: PreparedRequest, sent: SentRequest): readonly string[] {
  const { basic, body } = request
  const lines = sent.headers.flatMap(([name, value]) => {
    const lower = name.toLowerCase()
    if (lower === 'authorization' && basic !== undefined) return ['--user', `${basic.user}:${basic.password}`]
    if (lower === 'content-type' && body?.curlSetsType === true) return []
    const text = Buffer.from(value, 'latin1').toString('utf8')
    // curl reads `name:` as "leave it out", `name;` as "send it empty".
    return ['--header', value === '' ? `${name};` : `${name}: ${text}`]
  })
  return lines
}
