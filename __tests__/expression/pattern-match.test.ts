import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { createJqEngine } from '../../src/expression/jq.ts'

let engine: Engine
beforeAll(() => {
  engine = createJqEngine()
})
afterAll(() => engine.close())

describe('match', () => {
  test('gives the first match of each text with its groups', async () => {
    const matches = await engine.match({ source: '(\\w+)=(\\d+)?', flags: '', texts: ['a=1 b=2', 'c=', 'none'] })
    expect(matches).toEqual([['a=1', 'a', '1'], ['c=', 'c', null], null])
  })

  test('stops a pattern that runs away and goes on with the next one', async () => {
    const runaway = { source: '^(a+)+$', flags: '', texts: [`${'a'.repeat(50)}b`], timeoutMs: 200 }
    await expect(engine.match(runaway)).rejects.toMatchObject({ code: 'pattern-timeout' })
    expect(await engine.match({ ...runaway, texts: ['aaa'] })).toEqual([['aaa', 'aaa']])
  })

  test('ends those that nobody waits for any more, the running one and the next', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const runaway = { source: '^(a+)+$', flags: '', texts: [`${'a'.repeat(50)}b`], timeoutMs: 3_600_000, signal }
    const both = [engine.match(runaway), engine.match(runaway)]
    await new Promise(resolve => setImmediate(resolve))
    controller.abort(new Error('cancelled'))
    const reason = { reason: { message: 'cancelled' } }
    expect(await Promise.allSettled(both)).toMatchObject([reason, reason])
    expect(await engine.match({ source: '(a)', flags: '', texts: ['a'] })).toEqual([['a', 'a']])
  })

  test('says that a pattern cannot be matched, and goes on with the next one', async () => {
    const broken = { source: '(a', flags: '', texts: ['a'] }
    await expect(engine.match(broken)).rejects.toMatchObject({ code: 'pattern-failed' })
    expect(await engine.match({ ...broken, source: '(a)' })).toEqual([['a', 'a']])
  })

  test.each<[source: string, flags: string, text: string, found: boolean]>([
    ['ERROR|exception', 'i', 'an Exception', true],
    ['^b', 'm', 'a\nb', true],
    ['^b', '', 'a\nb', false],
    ['a.b', 's', 'a\nb', true],
    ['a.b', '', 'a\nb', false],
    ['^.$', 'u', '😀', true],
    ['^.$', '', '😀', false],
    ['b', 'y', 'ab', false],
    ['b', 'g', 'ab', true],
  ])('reads /%s/%s as JavaScript does', async (source, flags, text, found) => {
    const [match] = await engine.match({ source, flags, texts: [text] })
    expect(match !== null).toBe(found)
    // The same with a quantifier, which takes the way through the worker.
    const [inWorker] = await engine.match({ source: `(?:${source}){1}`, flags, texts: [text] })
    expect(inWorker !== null).toBe(found)
  })

  test('cuts every line at 64 KiB', async () => {
    const long = 'x'.repeat(64 * 1024)
    const texts = [`${long}END`, `${long.slice(3)}END`, `${long}END\nEND`]
    for (const source of ['END', '(END)']) {
      const matches = await engine.match({ source, flags: '', texts })
      expect(matches.map(match => match !== null)).toEqual([false, true, true])
    }
  })
})
