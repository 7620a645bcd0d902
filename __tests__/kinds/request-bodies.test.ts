import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, parseJson } from '../../src/model/json.ts'
import { serveEcho } from '../transport/local-servers.ts'
import { entry, faultOf, observe, testContext } from './request-context.ts'

let folder: string
const inFolder = () => testContext({ folder, root: folder })

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'request-bodies-')))
  await writeFile(join(folder, 'user.json'), '{"name":"x"}')
  await writeFile(join(folder, 'photo.png'), Buffer.from([0x89, 0x50, 0, 0xff, 0x0d, 0x0a]))
})
afterAll(() => rm(folder, { recursive: true }))

describe('bodies of a request', () => {
  it.each<[string, object, string, string]>([
    ['JSON', { json: { a: [1, true, null], b: 'é' } }, 'application/json', '{"a":[1,true,null],"b":"é"}'],
    ['a JSON text', { json: 'x' }, 'application/json', '"x"'],
    ['JSON null', { json: null }, 'application/json', 'null'],
    [
      'exact numbers',
      { json: parseJson('{"id":12345678901234567890,"price":0.10000000000000000001}') as Json },
      'application/json',
      '{"id":12345678901234567890,"price":0.10000000000000000001}',
    ],
    [
      'a form',
      { form: [entry('a', 'x y&z'), entry('b', ['1', '2'])] },
      'application/x-www-form-urlencoded',
      'a=x+y%26z&b=1&b=2',
    ],
    ['text', { body: 'Привет' }, 'text/plain; charset=utf-8', 'Привет'],
    ['a GraphQL text', { graphql: '{ me { id } }' }, 'application/json', '{"query":"{ me { id } }"}'],
    [
      'a GraphQL operation',
      { graphql: { query: 'query A($x: Int) { me }', variables: { x: 1 }, operation_name: 'A' } },
      'application/json',
      '{"query":"query A($x: Int) { me }","variables":{"x":1},"operationName":"A"}',
    ],
    ['a file', { body: { file: 'user.json' } }, 'application/json', '{"name":"x"}'],
  ])('sends %s', async (_case, fields, type, text) => {
    const server = await serveEcho()
    await observe({ post: server.origin, ...fields }, inFolder())
    const [seen] = server.seen
    expect(seen?.body.toString()).toBe(text)
    expect(seen?.headers['content-type']).toBe(type)
    expect(seen?.headers['content-length']).toBe(String(Buffer.byteLength(text)))
  })

  it('sends no body and no type where there is none', async () => {
    const server = await serveEcho()
    await observe({ post: server.origin })
    expect(server.seen[0]?.headers).toMatchObject({ 'content-length': '0' })
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type')
  })

  it('lets the author name the type', async () => {
    const server = await serveEcho()
    const headers = [entry('Content-Type', 'application/merge-patch+json')]
    await observe({ patch: server.origin, json: {}, headers })
    expect(server.seen[0]?.headers['content-type']).toBe('application/merge-patch+json')
  })

  it('sends texts and files in parts', async () => {
    const server = await serveEcho()
    const multipart = [
      entry('title', 'Ünï "quoted"'),
      entry('tag', ['a', 'b']),
      entry('photo', { file: 'photo.png' }),
      entry('data', { file: 'user.json', filename: 'a "b".txt', type: 'text/plain' }),
    ]
    await observe({ post: server.origin, multipart }, inFolder())
    const [seen] = server.seen
    const form = await new Response(new Uint8Array(seen?.body ?? []), {
      headers: { 'content-type': String(seen?.headers['content-type']) },
    }).formData()
    expect(form.get('title')).toBe('Ünï "quoted"')
    expect(form.getAll('tag')).toEqual(['a', 'b'])
    const photo = form.get('photo') as File
    expect([photo.name, photo.type, [...new Uint8Array(await photo.arrayBuffer())]]).toEqual([
      'photo.png',
      'image/png',
      [0x89, 0x50, 0, 0xff, 0x0d, 0x0a],
    ])
    const data = form.get('data') as File
    expect([data.name, data.type, await data.text()]).toEqual(['a "b".txt', 'text/plain', '{"name":"x"}'])
  })

  it.each([
    [{ body: { file: 'missing.json' } }, 'file-unreadable'],
    [{ body: { file: '../../../etc/hostname' } }, 'file-outside'],
    [{ multipart: [entry('f', { file: 'missing.png' })] }, 'file-unreadable'],
  ])('sends nothing when a file cannot be read: %j', async (fields, code) => {
    const server = await serveEcho()
    const context = inFolder()
    expect(await faultOf({ post: server.origin, ...fields }, context)).toMatchObject({ code })
    expect(server.seen).toHaveLength(0)
    expect(context.sentCount()).toBe(0)
  })
})
