import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { createJqEngine } from '../../src/expression/jq.ts'
import { WorkerHost } from '../../src/expression/jq-host.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import type { JqOutcome } from '../../src/model/template.ts'

let engine: Engine
beforeAll(() => {
  engine = createJqEngine()
})
afterAll(() => engine.close())

async function evaluate(program: string, document = 'null', variables: Record<string, Json> = {}): Promise<JqOutcome> {
  const [outcome] = await engine.evaluate({ programs: [program], document, variables })
  return outcome ?? { error: 'no outcome' }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  return error instanceof CheckError ? error.code : String(error)
}

describe('evaluate', () => {
  test('tells no output from one and from many', async () => {
    const outcomes = await engine.evaluate({
      programs: ['empty', 'null', '1, 2, null'],
      document: 'null',
      variables: {},
    })
    expect(outcomes).toEqual([{ values: [] }, { values: [null] }, { values: [1, 2, null] }])
  })

  test('gives variables to all programs and refuses the one that is not given', async () => {
    const outcomes = await engine.evaluate({
      programs: ['$a + $b', '$a', '$nobody', '.x == $b'],
      document: '{"x":2}',
      variables: { a: 1, b: 2, unused: { deep: [1] } },
    })
    expect(outcomes).toEqual([
      { values: [3] },
      { values: [1] },
      { error: 'The variable $nobody is not defined.' },
      { values: [true] },
    ])
  })

  test('keeps every digit of variables and documents', async () => {
    const big = parseJson('{"id":12345678901234567890}')
    const outcome = await evaluate('[$big.id, .id, ($big == .)]', '{"id":12345678901234567890}', { big })
    expect(JSON.stringify(outcome.values)).toBe('[[12345678901234567890,12345678901234567890,true]]')
  })

  test('lets one failing program leave the others alone', async () => {
    const outcomes = await engine.evaluate({
      programs: ['.a', 'error("x")', '.a | halt', 'nosuch', '.b'],
      document: '{"a":1,"b":2}',
      variables: {},
    })
    expect(outcomes).toEqual([
      { values: [1] },
      { error: 'x' },
      { values: [] },
      { error: 'jq: nosuch/0 is not defined.' },
      { values: [2] },
    ])
  })

  test('answers simultaneous requests each over its own document and variables', async () => {
    const requests = Array.from({ length: 200 }, (_, n) =>
      engine.evaluate({ programs: ['[.n, $n]', '.n * 2'], document: `{"n":${n}}`, variables: { n: `v${n}` } }),
    )
    const answers = await Promise.all(requests)
    answers.forEach((answer, n) => {
      expect(answer).toEqual([{ values: [[n, `v${n}`]] }, { values: [n * 2] }])
    })
  })

  test('answers simultaneous requests although one is no JSON, one does not compile and one ends itself', async () => {
    const request = (program: string, document: string) =>
      engine.evaluate({ programs: [program], document, variables: {} })
    const [good, notJson, broken, halted, last] = await Promise.allSettled([
      request('.a', '{"a":1}'),
      request('.a', '<html>'),
      request('.a |', '{}'),
      request('1, halt', '{}'),
      request('.a', '{"a":2}'),
    ])
    expect(good).toMatchObject({ value: [{ values: [1] }] })
    expect(notJson).toMatchObject({ reason: { code: 'document-not-json', verdict: 'failed' } })
    expect(broken).toMatchObject({ value: [{ error: expect.stringContaining('syntax error') }] })
    expect(halted).toMatchObject({ value: [{ values: [1] }] })
    expect(last).toMatchObject({ value: [{ values: [2] }] })
  })

  test('reads a large document once for all that is asked of it at the same time', async () => {
    const document = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: `item ${id}` })))
    const ask = (n: number) => engine.evaluate({ programs: [`.[${n}].id`], document, variables: {}, timeoutMs: 10_000 })
    const asked = vi.spyOn(WorkerHost.prototype, 'run')
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => ask(n)))
    expect(answers.map(([outcome]) => outcome?.values?.[0])).toEqual(Array.from({ length: 30 }, (_, n) => n))
    expect(asked).toHaveBeenCalledOnce()
    expect(JSON.stringify(asked.mock.calls).split('item 19999').length).toBe(2)
    asked.mockRestore()
  })

  test('takes one JSON value and nothing else for a document', async () => {
    for (const document of ['1 2', '1],[2', '{"a":1}\n{"a":2}', '', 'NaN', '[1,]', "{'a':1}"]) {
      expect(await codeOf(evaluate('.', document)), document).toBe('document-not-json')
    }
  })

  test('refuses documents that are nested too deeply or too large', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await codeOf(evaluate('.', nested(501)))).toBe('document-too-deep')
    expect((await evaluate('[..] | length', nested(500))).values).toEqual([500])
    expect((await evaluate('length', JSON.stringify('[{'.repeat(600)))).values).toEqual([1200])
    expect(await codeOf(evaluate('1', `"${'x'.repeat(50 * 1024 * 1024)}"`))).toBe('document-too-large')
  })

  test('replaces half surrogate pairs in documents and variables', async () => {
    const half = '\ud800'
    expect((await evaluate('.', `"a${half}b"`)).values).toEqual(['a\ufffdb'])
    expect((await evaluate('.', '"\\udc00 \\\\ud800 \\ud83d\\ude00"')).values).toEqual(['\ufffd \\ud800 😀'])
    expect((await evaluate('$v', 'null', { v: `x${half}` })).values).toEqual(['x\ufffd'])
  })

  test('sees nothing of the process', async () => {
    expect((await evaluate('[env, $ENV] | tojson')).values).toEqual(['[{},{}]'])
    expect((await evaluate('$ENV.PATH')).values).toEqual([null])
  })

  test('keeps what stands on the line of the program apart from what is put before it', async () => {
    const outcomes = await engine.evaluate({
      programs: ['[$__loc__.line, $v]', '.a # )', '.a\n| $__loc__.line', '"\\("#")" # "', '.a #\\\n)\n'],
      document: '{"a":1}',
      variables: { v: 1 },
    })
    expect(outcomes.map(({ values }) => values)).toEqual([[[1, 1]], [1], [2], ['#'], [1]])
  })

  test('stops an endless program at its limit and evaluates the next one', async () => {
    const endless = engine.evaluate({ programs: ['last(repeat(1))'], document: '1', variables: {}, timeoutMs: 200 })
    expect(await codeOf(endless)).toBe('jq-timeout')
    expect(await evaluate('. + 1', '1')).toEqual({ values: [2] })
  })

  test('lets only the endless one of simultaneous requests fail', async () => {
    const request = (program: string) =>
      engine.evaluate({ programs: [program], document: '1', variables: {}, timeoutMs: 300 })
    const answers = await Promise.allSettled([request('. + 1'), request('last(repeat(1))'), request('. + 2')])
    expect(answers).toMatchObject([
      { value: [{ values: [2] }] },
      { reason: { code: 'jq-timeout' } },
      { value: [{ values: [3] }] },
    ])
  })

  test('survives a program that takes all memory', async () => {
    expect(await codeOf(evaluate('"x" * 400000000 | length'))).toBe('jq-aborted')
    expect(await evaluate('1')).toEqual({ values: [1] })
  })

  test('survives a recursion without an end', async () => {
    const endless = engine.evaluate({
      programs: ['def f: 1 + f; f'],
      document: '1',
      variables: {},
      timeoutMs: 20_000,
    })
    expect(await codeOf(endless)).toBe('jq-aborted')
    expect(await evaluate('1')).toEqual({ values: [1] })
  })

  test('evaluates more than two thousand programs one after the other', async () => {
    for (let n = 0; n < 2_100; n += 1) {
      const { values } = await evaluate('.n', `{"n":${n}}`)
      if (values?.[0] !== n) expect.fail(`Evaluation ${n} gave ${JSON.stringify(values)}.`)
    }
  })

  test('gives up when the signal is aborted, waiting or not yet begun', async () => {
    const aborted = AbortSignal.abort(new Error('cancelled'))
    const request = { programs: ['1'], document: '1', variables: {} }
    await expect(engine.evaluate({ ...request, signal: aborted })).rejects.toThrow('cancelled')
    const later = new AbortController()
    const waiting = engine.evaluate({ ...request, programs: ['last(range(1e5))'], signal: later.signal })
    later.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    expect(await evaluate('1')).toEqual({ values: [1] })
  })

  test('ends a program that nobody waits for any more, which would hold up the next', async () => {
    const { signal, abort } = running()
    const request = { document: '1', variables: {}, timeoutMs: 3_600_000, signal }
    const endless = ['last(repeat(1))', 'last(repeat(2))'].map(program =>
      engine.evaluate({ ...request, programs: [program] }),
    )
    await abort()
    const reason = { reason: { message: 'cancelled' } }
    expect(await Promise.allSettled(endless)).toMatchObject([reason, reason])
    expect(await evaluate('. + 1', '1')).toEqual({ values: [2] })
  })

  test('goes on with a program for those who still wait', async () => {
    const { signal, abort } = running()
    const request = { document: '1', variables: {}, timeoutMs: 20_000 }
    const gone = engine.evaluate({ ...request, programs: ['last(range(1e5))'], signal })
    const still = engine.evaluate({ ...request, programs: ['last(range(1e6))'] })
    await abort()
    await expect(gone).rejects.toThrow('cancelled')
    expect(await still).toEqual([{ values: [999_999] }])
  })
})

/** A signal, and what aborts it once the worker is at work for what was asked before. */
function running() {
  const controller = new AbortController()
  const abort = async (): Promise<void> => {
    await new Promise(resolve => setImmediate(resolve))
    controller.abort(new Error('cancelled'))
  }
  return { signal: controller.signal, abort }
}

describe('the worker', () => {
  test('keeps no process alive and writes nothing, whatever happened to it', () => {
    const script = `
      const { createJqEngine } = await import(${JSON.stringify(new URL('../../src/expression/jq.ts', import.meta.url).href)})
      const engine = createJqEngine()
      engine.warm()
      const run = program => engine.evaluate({ programs: [program], document: '1', variables: {}, timeoutMs: 300 })
      await run('. + 1')
      await run('"x" * 400000000').catch(() => undefined)
      await run('last(repeat(1))').catch(() => undefined)
      process.stdout.write(JSON.stringify(await run('. + 1')))
    `
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 })
    expect(child.stdout.toString()).toBe('[{"values":[2]}]')
    expect(child.stderr.toString()).toBe('')
    expect(child.status).toBe(0)
  })

  test('is not started by making an engine, and can be closed and used again', async () => {
    const other = createJqEngine()
    await other.close()
    other.warm()
    await other.close()
    expect(await other.evaluate({ programs: ['1'], document: '1', variables: {} })).toEqual([{ values: [1] }])
    await other.close()
  })
})
