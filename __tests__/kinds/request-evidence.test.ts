import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  json,
  read,
  type SeenRequest,
  serveEcho,
  serveHttp,
  serveHttps,
  serveProxy,
} from '../transport/local-servers.ts'
import { entry, observe, testContext } from './request-context.ts'

const hasCurl = spawnSync('curl', ['--version']).status === 0

describe('evidence of a request', () => {
  it('shows what went over the wire', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-many': ['a', 'b'] }).end('{"a":[1]}')
    })
    const spec = { post: '/x?y=1', base_url: server.origin, json: { name: 'me' }, headers: [entry('X-Own', 'yes')] }
    const [request, answer, body] = (await observe(spec)).evidence()
    expect(request).toMatchObject({ title: 'Request', language: 'http', outside: false })
    expect(request?.text).toMatch(/^POST \/x\?y=1 HTTP\/1.1\nhost: 127\.0\.0\.1:\d+\n/)
    expect(request?.text).toContain('content-type: application/json\nX-Own: yes\n\n{"name":"me"}')
    expect(answer).toMatchObject({ title: 'Answer', language: 'http', outside: true })
    expect(answer?.text).toMatch(/^HTTP\/1.1 200 OK\n/)
    expect(answer?.text).toContain('x-many: a\nx-many: b')
    expect(body).toEqual({ title: 'Body', text: '{\n  "a": [\n    1\n  ]\n}', language: 'json', outside: true })
  })

  it('shows a body that is no JSON as it came, and none where there is none', async () => {
    const server = await serveHttp((request, response) => response.end(request.url === '/' ? '' : 'Sorry'))
    const texts = (await observe({ get: `${server.origin}/x` })).evidence()
    expect(texts.at(-1)).toEqual({ title: 'Body', text: 'Sorry', language: 'text', outside: true })
    expect((await observe({ get: server.origin })).evidence()).toHaveLength(2)
  })

  it('masks credentials by their place, however short', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'set-cookie': 'sid=abc; HttpOnly' }).end()
    })
    const context = testContext()
    const spec = { get: server.origin, bearer: 'xyz', headers: [entry('Cookie', 'mine=123')] }
    await observe(spec, context)
    const text = (await observe(spec, context))
      .evidence()
      .map(part => part.text)
      .join('\n')
    expect(text).toContain('authorization: Bearer ***')
    expect(text).toContain('cookie: sid=***; mine=***')
    expect(text).toContain('set-cookie: sid=***; HttpOnly')
    for (const secret of ['xyz', 'abc', '123;']) expect(text).not.toContain(secret)
  })

  it('lists the redirects', async () => {
    const server = await serveHttp((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
      else response.end()
    })
    const parts = (await observe({ get: `${server.origin}/a`, redirects: 1 })).evidence()
    expect(parts.find(({ title }) => title === 'Redirects')?.text).toBe(`302 ${server.origin}/a → /b`)
    expect(parts[0]?.text).toMatch(/^GET \/b /)
  })
})

// Where everything is required, a missing curl is a failure.
describe.skipIf(!hasCurl && process.env.CI !== 'true')('the curl command of a request', () => {
  async function folderWithFile(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'request-curl-')))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'data.bin'), Buffer.from([1, 2, 0, 255, 10, 13]))
    return folder
  }

  /** The command in a child that does not block the server of the same process. */
  async function runCurl([program = '', ...words]: readonly string[], cwd: string): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(
        program,
        words,
        { cwd, env: { PATH: process.env.PATH, http_proxy: 'http://127.0.0.1:9' } },
        (error, out) => (error === null ? resolve(out) : reject(error)),
      )
    })
  }

  const comparable = (request: SeenRequest | undefined) => {
    const headers = { ...request?.headers }
    // Node closes by default, and a form's boundary is made anew.
    delete headers.connection
    const multipart = String(headers['content-type']).startsWith('multipart/')
    if (multipart) delete headers['content-type']
    if (multipart) delete headers['content-length']
    const text = request?.body.toString('latin1') ?? ''
    const body = multipart
      ? text.replace(/--[-\w]{16,}/g, '--boundary').replace(/content-(type|disposition)/gi, name => name.toLowerCase())
      : text
    return { method: request?.method, url: request?.url, headers, body }
  }

  it.each<[string, object]>([
    ['a plain request', { get: '/x' }],
    ['a query with brackets', { get: '/x?a[]=1&b={c}' }],
    ['HEAD', { head: '/x' }],
    ['OPTIONS', { options: '/x' }],
    ['JSON', { post: '/x', json: { text: 'it\'s "quoted" @ \n ü $HOME' } }],
    ['a body that begins with @', { put: '/x', body: '@data.bin' }],
    ['an empty body', { post: '/x' }],
    ['a form', { post: '/x', form: [entry('a', 'x y'), entry('b', '&')] }],
    ['a file', { post: '/x', body: { file: 'data.bin' } }],
    ['DELETE with a body', { delete: '/x', json: [1] }],
    ['bearer', { get: '/x', bearer: 'token' }],
    ['basic', { get: '/x', basic: { user: 'me', password: 'p:w d' } }],
    ['headers', { get: '/x', headers: [entry('X-A', 'Қ'), entry('Accept', 'text/html'), entry('X-Empty', '')] }],
    [
      'parts',
      {
        post: '/x',
        multipart: [entry('a', '@x;y'), entry('f', { file: 'data.bin', filename: 'a;"b".bin', type: 'image/png' })],
      },
    ],
  ])('sends the same again: %s', async (_case, spec) => {
    const server = await serveEcho()
    const folder = await folderWithFile()
    const observation = await observe({ ...spec, base_url: server.origin }, testContext({ folder, root: folder }))
    await runCurl(observation.reproduce?.() ?? [], folder)
    expect(server.seen).toHaveLength(2)
    expect(comparable(server.seen[1])).toEqual(comparable(server.seen[0]))
  })

  it('sends the cookies again', async () => {
    const seen: SeenRequest[] = []
    const server = await serveHttp(async (request, response) => {
      seen.push(await read(request))
      response.writeHead(200, { 'set-cookie': 'a=1' }).end()
    })
    const context = testContext()
    await observe({ get: server.origin }, context)
    const observation = await observe({ get: server.origin }, context)
    await runCurl(observation.reproduce?.() ?? [], tmpdir())
    expect(seen[2]?.headers.cookie).toBe('a=1')
  })

  it('follows redirects as far', async () => {
    const server = await serveHttp((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
      else json(response, { end: true })
    })
    const observation = await observe({ get: `${server.origin}/a`, redirects: 3 })
    expect(await runCurl(observation.reproduce?.() ?? [], tmpdir())).toContain('{"end":true}')
  })

  it('goes to the same address, and takes any certificate where the request did', async () => {
    const server = await serveHttps((_request, response) => json(response, { end: true }))
    const observation = await observe({
      get: `https://api.example:${server.port}/`,
      resolve: [entry('api.example', '127.0.0.1')],
      tls: { insecure: true },
    })
    expect(await runCurl(observation.reproduce?.() ?? [], tmpdir())).toContain('{"end":true}')
  })

  it('goes through the same proxy', async () => {
    const proxy = await serveProxy()
    const observation = await observe({ get: 'http://nowhere.example/', proxy: `http://u:p@127.0.0.1:${proxy.port}` })
    expect(await runCurl(observation.reproduce?.() ?? [], tmpdir())).toContain('{"through":"proxy"}')
    expect(proxy.asked[1]).toEqual(proxy.asked[0])
  })
})
