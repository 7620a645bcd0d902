import { CheckError } from '../../model/check-error.ts'

/**
 * Joins a path to a base by appending it, the base's own path included; an absolute URL stands for itself.
 * `fault` names what cannot be: the same words are a diagnostic when they are found in the checklist and an error when
 * they come of values.
 */
export function joinUrl(
  written: string,
  base: string | undefined,
): { readonly url: string } | { readonly fault: UrlFault } {
  if (/^https?:\/\//i.test(written)) return { url: written }
  // `localhost:8080/health` has a port and no scheme.
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written)) return { fault: 'url-scheme' }
  if (!/^[/?]/.test(written)) return { fault: 'url-form' }
  if (base === undefined) return { fault: 'base-url-missing' }
  if (!/^https?:\/\//i.test(base) || /[?#]/.test(base)) return { fault: 'base-url-form' }
  if (written.startsWith('//') || (base.endsWith('/') && written.startsWith('/'))) return { fault: 'url-join' }
  return { url: base + written }
}

export type UrlFault = keyof typeof URL_FAULTS

export const URL_FAULTS = {
  'url-scheme': {
    message: 'Only `http://` and `https://` URLs can be requested.',
    hint: 'Write a path such as `/health`, or a whole http:// or https:// URL.',
  },
  'url-form': {
    message: 'This is neither a path nor a URL.',
    hint: 'Write a whole URL with its `https://` or `http://`, or a path that begins with `/` and is appended to `base_url`.',
  },
  'base-url-missing': {
    message: 'This path has nothing to be appended to: no `base_url` is given.',
    hint: 'Set `base_url` under `defaults: { request: … }`, or write the whole URL.',
  },
  'base-url-form': {
    message: '`base_url` is not an http:// or https:// URL without query and fragment.',
    hint: 'Write it as `https://host` or `https://host/path`.',
  },
  'url-join': {
    message: 'Joined to `base_url`, this path gives `//`.',
    hint: 'Write `base_url` without a `/` at its end, and the path with one `/` at its beginning.',
  },
  'url-space': {
    message: 'A URL holds no spaces.',
    hint: 'Write `%20` for a space. What is sent along stands beside the URL: `{ post: /path, json: { … } }`.',
  },
  'url-invalid': {
    message: 'This is not a valid URL.',
    hint: 'Look at the host name and the port.',
  },
} as const

/** The URL of a filled specification, parameters appended, without fragment. Throws a CheckError when it is none. */
export function requestUrl(written: string, base: string | undefined, query: string): URL {
  const joined = joinUrl(written, base)
  if ('fault' in joined) throw urlError(joined.fault, written)
  const url = URL.parse(joined.url)
  if (url === null || url.hostname === '') throw urlError('url-invalid', joined.url)
  // Setting a part of a URL is reading the whole anew.
  if (joined.url.includes('#')) url.hash = ''
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`
  return url
}

/** A URL for messages: without credentials. */
export function shownUrl(url: URL): string {
  if (url.username === '' && url.password === '') return url.href
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  return shown.href
}

function urlError(fault: UrlFault, text: string): CheckError {
  const { message, hint } = URL_FAULTS[fault]
  const shown = text.replace(/\/\/[^/?#@]*@/, '//')
  return new CheckError({ code: fault, message: `${message.replace(/\.$/, '')}: ${shown}`, hint })
}
