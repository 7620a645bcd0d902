import { describe, expect, it } from 'vitest'
import { checksOf } from '../src/model/verdict.ts'
import { DEFAULT_SETTINGS, verify } from '../src/verify.ts'
import { echo, serve } from './kinds/websocket-server.ts'
import { folderWith } from './process/program.ts'
import { NO_EVENT } from './run-facts.ts'
import { json, serveEcho, serveHttp } from './transport/local-servers.ts'

const given = { target: null, variables: {}, select: [], skip: [], environment: {}, event: NO_EVENT }

/** How the last check ended that goes where `/next` of the service says. */
async function follow(next: string, check: string, vars = ''): Promise<string> {
  const service = await serveHttp((_request, response) => json(response, { next }))
  const checklist = `
name: Captured URLs
vars: { service: "${service.origin}", token: { value: sesame-open-42, secret: true }, ${vars} }
checks:
  - { name: first, request: "GET {{ $service }}/next", capture: { next: .next } }
  - { name: second, ${check} }
`
  const settings = { ...DEFAULT_SETTINGS, root: await folderWith(checklist), ...given }
  const report = await verify(settings, { signal: new AbortController().signal })
  if (report.report === 'invalid') throw new Error(report.diagnostics.map(({ message }) => message).join('\n'))
  const outcome = checksOf(report.run).at(-1)?.check.outcome
  return outcome?.status === 'errored' ? outcome.fault.code : (outcome?.status ?? 'missing')
}

const REQUEST = 'request: { get: "{{ $next }}/users", bearer: "{{ $token }}" }'
const WEBSOCKET = 'websocket: { url: "{{ $next }}", headers: { authorization: "Bearer {{ $token }}" } }'

describe('credentials do not follow a captured URL', () => {
  it('to a server that the checklist does not name', async () => {
    const stranger = await serveEcho()
    expect(await follow(stranger.origin, REQUEST)).toBe('origin-not-named')
    expect(stranger.seen).toEqual([])
  })

  it('but to one that it names', async () => {
    const friend = await serveEcho()
    expect(await follow(friend.origin, REQUEST, `friend: "${friend.origin}/v1"`)).toBe('passed')
    expect(friend.seen[0]?.headers.authorization).toBe('Bearer sesame-open-42')
  })

  it('of a WebSocket to a server that the checklist does not name', async () => {
    const stranger = await serve(echo)
    expect(await follow(stranger.url, WEBSOCKET)).toBe('origin-not-named')
    expect(stranger.seen).toEqual([])
  })

  it('of a WebSocket but to one that it names, if only as a site', async () => {
    const friend = await serve(echo)
    expect(await follow(friend.url, WEBSOCKET, `friend: "http://127.0.0.1:${friend.port}"`)).toBe('passed')
    expect(friend.seen[0]?.headers.authorization).toBe('Bearer sesame-open-42')
  })
})
