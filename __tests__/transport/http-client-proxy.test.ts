import { describe, expect, it } from 'vitest'
import { client, send, trusting } from './http-calls.ts'
import { closedPort, json, serveHttps, serveProxy } from './local-servers.ts'

describe('HttpClient through a proxy', () => {
  it('asks for plain targets by their whole URL', async () => {
    const proxy = await serveProxy()
    const by = client({ proxy: `http://user:secret@127.0.0.1:${proxy.port}` })
    const answer = await send(by, 'http://nowhere.example/x?y=1')
    expect(JSON.parse(answer.body.toString())).toEqual({ through: 'proxy' })
    expect(proxy.asked).toEqual([
      { target: 'http://nowhere.example/x?y=1', credentials: `Basic ${Buffer.from('user:secret').toString('base64')}` },
    ])
  })

  it('asks for a tunnel to encrypted targets, whose server sees no credentials of the proxy', async () => {
    const server = await serveHttps((request, response) => json(response, request.headers))
    const proxy = await serveProxy({ connectTo: server.port })
    const by = client({ ...trusting(), proxy: `http://user:secret@127.0.0.1:${proxy.port}` })
    const answer = await send(by, `https://api.example:${server.port}/`)
    expect(proxy.asked).toEqual([
      {
        target: `api.example:${server.port}`,
        credentials: `Basic ${Buffer.from('user:secret').toString('base64')}`,
      },
    ])
    expect(JSON.parse(answer.body.toString())).not.toHaveProperty('proxy-authorization')
    await send(by, `https://api.example:${server.port}/`)
    expect(proxy.asked).toHaveLength(1)
  })

  it('follows the environment', async () => {
    const proxy = await serveProxy()
    const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: '127.0.0.2' }
    await send(client({ environment }), 'http://nowhere.example/')
    expect(proxy.asked).toHaveLength(1)
  })

  it.each([
    [407, 'credentials'],
    [502, 'reach'],
  ])('says that a proxy answered %i', async (refuse, hint) => {
    const proxy = await serveProxy({ refuse })
    const sending = send(client({ proxy: `http://u:p@127.0.0.1:${proxy.port}` }), 'https://api.example/')
    await expect(sending).rejects.toMatchObject({
      code: 'proxy-failed',
      message: expect.stringContaining(String(refuse)),
      hint: expect.stringContaining(hint),
      endpoint: `127.0.0.1:${proxy.port}`,
    })
  })

  it('says that a proxy cannot be reached', async () => {
    const port = await closedPort()
    const sending = send(client({ proxy: `127.0.0.1:${port}` }), 'http://api.example/')
    await expect(sending).rejects.toMatchObject({ code: 'proxy-failed', endpoint: `127.0.0.1:${port}` })
  })
})
