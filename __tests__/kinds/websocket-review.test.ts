import { describe, expect, it } from 'vitest'
import { websocketKind } from '../../src/kinds/websocket/websocket.ts'
import { codes, program, review, template } from './builders.ts'

describe('a specification of a WebSocket', () => {
  const url = template('/ws/{{ $room }}', 'url')
  const base = template('https://example.com', 'url')
  const step = { until: program('.ok') }
  it.each([
    [{ url, base_url: base }, []],
    [{ url: template('wss://example.com/ws') }, []],
    [{ url: template('https://example.com/ws') }, []],
    [{ url: template('{{ $url }}/ws') }, []],
    [{ url, base_url: template('{{ $base_url }}') }, []],
    [{ socket: 'room', steps: [step, { receive: 1 }, { send: template('x') }] }, []],
    [{}, ['websocket-one-of']],
    [{ url, base_url: base, socket: 'room' }, ['websocket-one-of']],
    [{ url }, ['base-url-missing']],
    [{ url, base_url: template('https://example.com/') }, ['url-join']],
    [{ url: template('example.com/ws') }, ['url-form']],
    [{ url: template('ftp://example.com/ws') }, ['url-scheme']],
    [{ socket: 'room', steps: [{ ...step, receive: 1 }, {}] }, ['websocket-step', 'websocket-step']],
    [{ url, base_url: base, via: template('pord') }, ['unknown-host']],
  ])('%# has the right faults', (spec, expected) => {
    expect(codes(review(websocketKind, spec, { hosts: ['prod'] }))).toEqual(expected)
  })

  it('describes itself, and borrows its base URL from requests', () => {
    expect(websocketKind.describe({ url })).toBe('/ws/{{ $room }}')
    expect(websocketKind.describe({ socket: 'room' })).toBe('socket room')
    expect(websocketKind.fallbackDefaults).toEqual({ kind: 'request', fields: ['base_url'] })
  })
})
