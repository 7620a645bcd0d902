import { describe, expect, it } from 'vitest'
import { json, pem, read, type SeenRequest, serveHttp, serveHttps, serveProxy } from '../transport/local-servers.ts'
import { entry, faultOf, observe, part, testContext } from './request-context.ts'

/** Redirects `/<status>/<rest>` to `/<rest>`, and answers anything else; remembers all. */
async function serveRedirects() {
  const seen: SeenRequest[] = []
  const server = await serveHttp(async (request, response) => {
    seen.push(await read(request))
    const [, status, rest] = /^\/(3\d\d)(\/.*)$/.exec(request.url ?? '') ?? []
    if (status === undefined) return json(response, { here: request.url })
    response.writeHead(Number(status), { location: rest, 'set-cookie': `at${status}=1; Path=/` }).end('moved')
  })
  return { ...server, seen }
}

describe('redirects', () => {
  it('are not followed unless asked', async () => {
    const server = await serveRedirects()
    const observation = await observe({ get: '/302/end', base_url: server.origin })
    expect(observation.parts).toMatchObject({ status: 302, redirects: [], body: 'moved' })
    expect(observation.parts.url).toBe(`${server.origin}/302/end`)
  })

  it('say where they lead, without what is meant for one person', async () => {
    const server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: '/login?code=1#2' }).end(),
    )
    const { remarks } = await observe({ get: server.origin })
    expect(remarks?.status).toBe(`The answer leads to ${server.origin}/login; \`redirects: 1\` would follow.`)
  })

  it('lead to a path whose bytes are UTF-8 although they should be percent-encoded', async () => {
    const seen: (string | undefined)[] = []
    const server = await serveHttp((request, response) => {
      seen.push(request.url)
      if (request.url !== '/start') return response.end('here')
      return response.writeHead(302, { location: Buffer.from('/größe').toString('latin1') }).end()
    })
    const observation = await observe({ get: '/start', base_url: server.origin, redirects: 1 })
    expect(seen).toEqual(['/start', '/gr%C3%B6%C3%9Fe'])
    expect(observation.parts.redirects).toMatchObject([{ location: '/größe' }])
  })

  it('leave a `Host` header of one server behind at the next', async () => {
    const end = await serveHttp((request, response) => json(response, { host: request.headers.host }))
    const seen: (string | undefined)[] = []
    const start = await serveHttp((request, response) => {
      seen.push(request.headers.host)
      response.writeHead(302, { location: end.origin }).end()
    })
    const headers = [entry('host', 'virtual.example')]
    const observation = await observe({ get: '/', base_url: start.origin, redirects: 1, headers })
    expect(seen).toEqual(['virtual.example'])
    expect(observation.parts.json).toEqual({ host: `127.0.0.1:${end.port}` })
  })

  it('are followed and told, the rest is the end', async () => {
    const server = await serveRedirects()
    const observation = await observe({ get: '/301/302/end', base_url: server.origin, redirects: 5 })
    expect(observation.parts).toMatchObject({
      status: 200,
      url: `${server.origin}/end`,
      json: { here: '/end' },
      redirects: [
        { status: 301, url: `${server.origin}/301/302/end`, location: '/302/end' },
        { status: 302, url: `${server.origin}/302/end`, location: '/end' },
      ],
    })
    expect(Object.keys(observation.parts.cookies ?? {})).toEqual(['at301', 'at302'])
    expect(server.seen[2]?.headers.cookie).toBe('at301=1; at302=1')
  })

  it.each([
    ['post', 301, 'GET', ''],
    ['post', 302, 'GET', ''],
    ['post', 303, 'GET', ''],
    ['put', 303, 'GET', ''],
    ['head', 303, 'HEAD', ''],
    ['put', 301, 'PUT', 'text'],
    ['patch', 302, 'PATCH', 'text'],
    ['post', 307, 'POST', 'text'],
    ['post', 308, 'POST', 'text'],
  ])('%s after %i goes on as %s', async (field, status, method, body) => {
    const server = await serveRedirects()
    const sends = field === 'head' ? {} : { body: 'text' }
    await observe({ [field]: `/${status}/end`, base_url: server.origin, redirects: 1, ...sends })
    expect(server.seen[1]?.method).toBe(method)
    expect(server.seen[1]?.body.toString()).toBe(body)
    expect(server.seen[1]?.headers['content-type'] === undefined).toBe(body === '')
  })

  it.each([300, 304])('%i leads nowhere', async status => {
    const server = await serveRedirects()
    const observation = await observe({ get: `/${status}/end`, base_url: server.origin, redirects: 5 })
    expect(observation.parts).toMatchObject({ status, redirects: [] })
  })

  it('stop where they are too many', async () => {
    const server = await serveRedirects()
    const spec = { get: '/302/302/302/end', base_url: server.origin }
    expect(await faultOf({ ...spec, redirects: 2 })).toMatchObject({ code: 'too-many-redirects' })
    expect(part(await observe({ ...spec, redirects: 3 }), 'status')).toBe(200)
  })

  it('carry credentials only to their own origin', async () => {
    const seen: SeenRequest[] = []
    const away = await serveHttp(async (request, response) => {
      seen.push(await read(request))
      response.writeHead(302, { location: `${home.origin}/end` }).end()
    })
    const home = await serveHttp(async (request, response) => {
      seen.push(await read(request))
      if (request.url === '/end') json(response, {})
      else response.writeHead(302, { location: away.origin, 'set-cookie': 'kept=1' }).end()
    })
    const headers = [entry('Cookie', 'mine=1'), entry('X-Api-Key', 'key'), entry('X-Plain', 'plain')]
    await observe({ get: home.origin, bearer: 'token', headers, redirects: 2 })
    const own = { authorization: 'Bearer token', 'x-api-key': 'key', 'x-plain': 'plain' }
    expect(seen[0]?.headers).toMatchObject({ ...own, cookie: 'mine=1' })
    expect(seen[1]?.headers).toMatchObject({ 'x-plain': 'plain' })
    for (const name of ['authorization', 'x-api-key']) expect(seen[1]?.headers).not.toHaveProperty(name)
    // Cookies know no ports (RFC 6265, 8.5): the jar's goes along, the one set by hand does not.
    expect(seen[1]?.headers.cookie).toBe('kept=1')
    expect(seen[2]?.headers).toMatchObject({ ...own, cookie: 'kept=1; mine=1' })
  })

  it('from https to http are refused', async () => {
    const plain = await serveHttp((_request, response) => json(response, {}))
    const server = await serveHttps((_request, response) => response.writeHead(302, { location: plain.origin }).end())
    const fault = await faultOf({ get: server.origin, redirects: 1, tls: { ca: pem('ca.pem') } })
    expect(fault).toMatchObject({ code: 'redirect-refused', message: expect.stringContaining('not encrypted') })
    expect(plain.connections()).toBe(0)
  })

  it.each(['ftp://a.example/', 'javascript:alert(1)', 'http://'])('to %s are refused', async location => {
    const server = await serveHttp((_request, response) => response.writeHead(302, { location }).end())
    expect(await faultOf({ get: server.origin, redirects: 1 })).toMatchObject({ code: 'redirect-refused' })
  })

  it('from a public name to a private address are refused', async () => {
    const home = await serveHttp((_request, response) => json(response, {}))
    const proxy = await serveProxy({
      answer: (request, response) => {
        const inside = (request.url ?? '').includes('//public.example')
        if (inside) response.writeHead(302, { location: home.origin }).end()
        else json(response, {})
      },
    })
    const through = { proxy: `http://127.0.0.1:${proxy.port}`, redirects: 2 }
    expect(await faultOf({ get: 'http://public.example/', ...through })).toMatchObject({ code: 'redirect-refused' })
    expect(proxy.asked).toHaveLength(1)
  })

  it('between private addresses are followed', async () => {
    const home = await serveHttp((_request, response) => json(response, {}))
    const server = await serveHttp((_request, response) => response.writeHead(302, { location: home.origin }).end())
    expect((await observe({ get: server.origin, redirects: 1 })).parts.status).toBe(200)
  })

  it('lose the credentials that a location holds', async () => {
    const home = await serveRedirects()
    const location = `${home.origin.replace('//', '//user:secret@')}/end#part`
    const server = await serveHttp((_request, response) => response.writeHead(302, { location }).end())
    const observation = await observe({ get: server.origin, redirects: 1 })
    expect(observation.parts.url).toBe(`${home.origin}/end`)
    expect(home.seen[0]?.headers.authorization).toBeUndefined()
  })

  it('count as sent once for each exchange', async () => {
    const server = await serveRedirects()
    const context = testContext()
    await observe({ get: '/302/end', base_url: server.origin, redirects: 1 }, context)
    expect(context.sentCount()).toBe(2)
  })
})
