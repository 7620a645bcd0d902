import { describe, expect, it } from 'vitest'
import { containerFormat, imageFormat, readContainers, readImages } from '../../../src/transport/compose/inspect.ts'
import { inspected } from './recorded.ts'

describe('what inspect prints', () => {
  it('gives a container', () => {
    expect(readContainers(`${inspected()}\n`)).toEqual([
      {
        id: '11acf6772036af4bcfe23c50e0f57922383a54d8839f928731c09f8553430b28',
        name: 'shop-web-1',
        service: 'web',
        number: 1,
        state: 'running',
        exitCode: 0,
        error: '',
        restarts: 0,
        oomKilled: false,
        image: 'vd-base:1',
        imageId: 'sha256:fca920bca3e2',
        labels: expect.objectContaining({ 'com.docker.compose.project': 'shop' }),
        createdAt: '2026-11-25T13:30:52.175521802Z',
        startedAt: '2026-11-25T13:30:54.560781867Z',
        logDriver: 'json-file',
        tty: false,
        ports: ['127.0.0.1:28080->80/tcp', '[::1]:28081->80/tcp', '443/tcp'],
      },
    ])
  })

  it('gives the health with the last probe', () => {
    const Health = { Status: 'unhealthy', FailingStreak: 4, Log: [{ Output: 'first\n' }, { Output: 'last\n' }] }
    expect(readContainers(inspected({}, {}, { Health }))).toMatchObject([{ health: 'unhealthy', probe: 'last\n' }])
    expect(readContainers(inspected({}, {}, { Health: { Status: 'none' } }))[0]).not.toHaveProperty('health')
  })

  it('leaves out those of compose run, and those of no service', () => {
    const oneOff = inspected({}, { 'com.docker.compose.oneoff': 'True' })
    expect(readContainers([oneOff, inspected({ labels: null })].join('\n'))).toEqual([])
  })

  it('is in order of service and number', () => {
    const lines = ['b 2', 'a 10', 'b 1', 'a 9'].map(text => {
      const [service = '', number = ''] = text.split(' ')
      return inspected({}, { 'com.docker.compose.service': service, 'com.docker.compose.container-number': number })
    })
    const order = readContainers(lines.join('\n')).map(({ service, number }) => `${service} ${number}`)
    expect(order).toEqual(['a 9', 'a 10', 'b 1', 'b 2'])
  })

  it('gives the names of images', () => {
    const output =
      '{"id":"sha256:a","digests":["shop/web@sha256:1"],"tags":["shop/web:1"]}\n{"id":"sha256:b","digests":null,"tags":null}\n'
    expect([...readImages(output)]).toEqual([
      ['sha256:a', { digests: ['shop/web@sha256:1'], tags: ['shop/web:1'] }],
      ['sha256:b', { digests: [], tags: [] }],
    ])
  })

  it('is asked for by the names of the engine', () => {
    expect(imageFormat(['sudo', 'docker'])).toBe(
      '{"id":{{json .Id}},"digests":{{json .RepoDigests}},"tags":{{json .RepoTags}}}',
    )
    expect(imageFormat(['/usr/bin/podman'])).toBe(
      '{"id":{{json .ID}},"digests":{{json .RepoDigests}},"tags":{{json .RepoTags}}}',
    )
  })

  it('is asked for nothing that holds environments', () => {
    expect(containerFormat(['docker'])).not.toMatch(/\.Env|\.Config}|json \.}|\.Cmd|\.Args|\.Entrypoint/)
  })
})
