import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import type { ComposeContainer } from '../../../src/transport/compose.ts'
import { boundPattern, observe, rejection } from '../builders.ts'
import { container, contextOn, program, project, server } from './log-machines.ts'
import { at, loggedContainers } from './logged-containers.ts'

const containers = await loggedContainers()
afterAll(() => containers[Symbol.asyncDispose]())
const { logged, look } = containers

describe('a service whose log cannot be read errs', () => {
  it.each([
    [{ logDriver: 'none' }, 'log-driver'],
    [
      { code: 1, words: 'Error response from daemon: configured logging driver does not support reading' },
      'log-driver',
    ],
    [{ code: 1, words: 'Error response from daemon: No such container: c1' }, 'log-container-gone'],
    [{ code: 1, words: 'Error response from daemon: can not get logs from container which is dead' }, 'log-unreadable'],
    [{ code: 1, words: 'error from daemon in stream: Error grabbing logs: invalid character' }, 'log-unreadable'],
    [{ code: 0, words: 'something that is no log' }, 'log-unreadable'],
    [{ state: 'created' }, 'log-no-container'],
  ])('%j', async (given: Partial<ComposeContainer> & { code?: number; words?: string }, code) => {
    const { startedAt, ...rest } = await logged(given.code === 0 ? '' : at('01', 'INFO fine'), given)
    const one = rest.state === 'created' || startedAt === undefined ? rest : { ...rest, startedAt }
    expect(await rejection(look([one]))).toMatchObject({ code, verdict: 'errored' })
  })

  it('when the engine cannot read on what a terminal wrote, which it tells among the lines', async () => {
    const one = await logged(`${at('01', 'INFO fine')}Error grabbing logs: invalid character 'x'\n`, { tty: true })
    const spec = { match: boundPattern(/never/) }
    expect(await rejection(look([one], spec))).toMatchObject({
      code: 'log-unreadable',
      details: { engine: "Error grabbing logs: invalid character 'x'" },
    })
  })

  it('when the compose files do not know it', async () => {
    const looking = look([await logged('')], { services: ['bakend'] })
    expect(await rejection(looking)).toMatchObject({ code: 'service-unknown', hint: 'Did you mean `backend`?' })
  })

  it('when it has no container and is to have none: nothing was looked at', async () => {
    const own = project([], { engine: 'docker', services: ['bot'] })
    const none = { ...own, services: async () => [{ name: 'bot', replicas: 0, completes: false }] }
    const looking = observe(logsKind, { host: 'prod', services: ['bot'] }, contextOn({ compose: none }))
    expect(await rejection(looking)).toMatchObject({ code: 'log-no-container' })
  })

  it('when it has no container', async () => {
    const looking = look([await logged(at('01', 'x'))], { services: ['bot'] }, { services: ['backend', 'bot'] })
    expect(await rejection(looking)).toMatchObject({ code: 'log-no-container' })
  })

  it('when it runs and has never written a line; not when it has, or has ended', async () => {
    expect(await rejection(look([await logged('')]))).toMatchObject({ code: 'log-empty' })
    expect((await look([await logged('', { state: 'exited' })])).parts.scanned).toBe(0)
    const quiet = await logged('')
    await writeFile(join(containers.folder, `${quiet.id}.tail`), at('01', 'INFO long ago'))
    expect((await look([quiet])).parts.scanned).toBe(0)
  })

  it('with the reason of the signal', async () => {
    const reason = new Error('stop')
    const slow = container({ id: 'slow' })
    const endless = await program(
      containers.folder,
      'endless',
      'while :; do echo "2026-01-14T04:30:01.000000000Z INFO x"; done',
    )
    const stop = new AbortController()
    const compose = project([slow], { engine: endless })
    const match = {
      display: '',
      match: async (texts: readonly string[]) => {
        stop.abort(reason)
        return texts.map(() => null)
      },
    }
    const looking = observe(
      logsKind,
      { host: 'prod', services: ['backend'], match },
      contextOn({ compose }, { signal: stop.signal }),
    )
    expect(await rejection(looking)).toBe(reason)
  })

  it('as soon as one of several does, and what it started ends', async () => {
    const endless = await program(
      containers.folder,
      'other',
      'case "$*" in *bad) exit 1;; esac; while :; do echo "x"; done',
    )
    const machine = server()
    const compose = project([container({ id: 'good' }), container({ id: 'bad', service: 'bot' })], {
      engine: endless,
      machine,
    })
    const looking = observe(logsKind, { host: 'prod', services: ['backend', 'bot'] }, contextOn({ compose }))
    expect(await rejection(looking)).toMatchObject({ code: 'log-unreadable' })
    await machine[Symbol.asyncDispose]()
  })
})
