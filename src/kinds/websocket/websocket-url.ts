import { CheckError } from '../../model/check-error.ts'
import { joinUrl, URL_FAULTS, type UrlFault } from '../request/written-url.ts'

/** Joins as a request's URL does, with `ws:` and `wss:` beside `http:` and `https:`; gives an http(s) URL. */
export function joinWebSocketUrl(written: string, base: string | undefined): ReturnType<typeof joinUrl> {
  return joinUrl(asHttp(written), base === undefined ? undefined : asHttp(base))
}

export function webSocketUrlFault(fault: UrlFault): { readonly message: string; readonly hint: string } {
  if (fault === 'url-scheme') {
    return { message: 'This is no WebSocket URL.', hint: 'Write wss://host/path, or a path that begins with `/`.' }
  }
  if (fault !== 'base-url-missing') return URL_FAULTS[fault]
  return {
    message: URL_FAULTS[fault].message,
    hint: 'Set `base_url` under `defaults.websocket` or `defaults.request`, or write the whole URL.',
  }
}

/** The `ws:` or `wss:` URL of a filled specification, without fragment. Throws a CheckError when it is none. */
export function webSocketUrl(written: string, base: string | undefined): URL {
  const joined = joinWebSocketUrl(written, base)
  if ('fault' in joined) throw urlError(joined.fault, written)
  const url = URL.parse(joined.url.replace(/^http/i, 'ws'))
  if (url === null || url.hostname === '') throw urlError('url-invalid', joined.url)
  url.hash = ''
  return url
}

function asHttp(url: string): string {
  return url.replace(/^ws(s?):/i, 'http$1:')
}

function urlError(fault: UrlFault, text: string): CheckError {
  const { message, hint } = webSocketUrlFault(fault)
  const shown = text.replace(/\/\/[^/?#@]*@/, '//')
  return new CheckError({ code: fault, message: `${message.replace(/\.$/, '')}: ${shown}`, hint })
}
