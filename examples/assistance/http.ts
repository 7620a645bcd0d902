import type { IncomingHttpHeaders } from 'node:http'

/** A request, read completely. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The address it came from. */
  readonly address: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Handler = (call: Call) => Answer | Promise<Answer>

export function json(value: object, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

export function html(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

/** An answer that says why not. */
export function refusal(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return json({ detail }, status, headers)
}

/** The body as a JSON object; empty when it is none. */
export function jsonBody(call: Call): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(call.body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The body as `application/x-www-form-urlencoded`. */
export function formBody(call: Call): URLSearchParams {
  return new URLSearchParams(call.body)
}

export function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split('; ').map(pair => pair.split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
}
