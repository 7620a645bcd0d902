import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { fill } from '../../src/expression/fill.ts'
import { createJqEngine } from '../../src/expression/jq.ts'
import { createScope, type Scope } from '../../src/expression/scope.ts'
import { makeProgram, parseTemplate } from '../../src/expression/template.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import type { BoundPattern, Place, Template } from '../../src/model/template.ts'
import { mapped, readTable } from './tables.ts'

let engine: Engine
beforeAll(() => {
  engine = createJqEngine()
})
afterAll(() => engine.close())

function scopeOf(values: Readonly<Record<string, Json>>, secrets: readonly string[] = []): Scope {
  return createScope(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { value, secret: secrets.includes(name) }]),
    ),
  )
}

const VARIABLES: Readonly<Record<string, Json>> = {
  name: 'Ann',
  n: 5,
  yes: true,
  nothing: null,
  list: [1, 2],
  map: { a: { b: 'deep' } },
  big: parseJson('12345678901234567890'),
  evil: 'a/../b?c=d&e#f%2e "\'`$(id)',
  dash: '-rf',
  lines: 'a\nb',
  base: 'https://api.example/v1',
  path: '/users',
  empty: '',
  dots: '..',
}

function template<V>(place: Place, text: string): Template<V> {
  return parseTemplate<V>(place, mapped(text)).template
}

async function fillText<T>(specification: T, scope = scopeOf(VARIABLES), secrets: string[] = []) {
  return await fill(specification, { scope, engine, onSecret: secret => secrets.push(secret) })
}

async function faultOf(promise: Promise<unknown>): Promise<CheckError> {
  const error: unknown = await promise.then(
    value => new Error(`It gave ${JSON.stringify(value)}.`),
    (reason: unknown) => reason,
  )
  if (error instanceof CheckError) return error
  throw error
}

describe('fill', () => {
  const rows = readTable(readFileSync(new URL('./fill-cases.txt', import.meta.url), 'utf8'))

  test.each(rows)('line $line: $place | $text', async ({ place, text, result }) => {
    const filling = fillText(template<unknown>(place, text))
    if (result.startsWith('!')) {
      const error = await faultOf(filling)
      expect(error.code).toBe(result.slice(1))
      expect(error.message).toMatch(/\.$|\.\.\.$|: .*$/)
      expect(error.span?.source.text.slice(error.span.start, error.span.end)).not.toBe('')
    } else {
      const filled = (await filling) as Record<string, unknown>
      const shown = place === 'pattern' ? filled.display : place === 'sql' ? withoutSpan(filled) : filled
      expect(JSON.stringify(shown)).toBe(JSON.stringify(parseJson(result.slice(2).replaceAll('\n', '\\n'))))
    }
  })

  function withoutSpan({ span: _span, ...rest }: Record<string, unknown>): unknown {
    return rest
  }

  test('replaces every template and program, however deep, and leaves everything else', async () => {
    const span = mapped('x').span
    const specification = {
      url: template<string>('url', '/u/{{ $n }}'),
      headers: [{ name: 'x', nameSpan: span, value: template<string>('header', '{{ $name }}') }],
      json: {
        node: 'map' as const,
        entries: [
          { name: 'id', value: template<Json>('json', '{{ $n }}') },
          {
            name: '__proto__',
            value: {
              node: 'list' as const,
              items: [template<Json>('json', 'a'), template<Json>('json', '{{ $list }}')],
            },
          },
        ],
      },
      retries: 3,
      flag: false,
      until: makeProgram(mapped('.a == $n')).program,
    }
    const filled = await fillText(specification)
    expect(filled.url).toBe('/u/5')
    expect(filled.headers[0]).toEqual({ name: 'x', nameSpan: span, value: 'Ann' })
    expect(filled.headers[0]?.nameSpan).toBe(span)
    expect(JSON.stringify(filled.json)).toBe('{"id":5,"__proto__":["a",[1,2]]}')
    expect([filled.retries, filled.flag]).toEqual([3, false])
    expect(filled.until.display).toBe('.a == $n')
    expect(await filled.until.evaluate('{"a":5}')).toEqual({ values: [true] })
    expect(await filled.until.evaluate('{"a":6}')).toEqual({ values: [false] })
    expect(await filled.until.evaluate('[]')).toEqual({ error: expect.stringContaining('Cannot index array') })
  })

  test('needs no engine for literals, plain variables and paths', async () => {
    const none = createUnusableEngine()
    const specification = ['no hole', '{{ $name }}', 'a {{ $map.a.b }}'].map(text => template<string>('text', text))
    const filled = await fill(specification, { scope: scopeOf(VARIABLES), engine: none, onSecret: () => undefined })
    expect(filled).toEqual(['no hole', 'Ann', 'a deep'])
  })

  test('evaluates all holes of a specification at once', async () => {
    let calls = 0
    const counting: Engine = {
      ...engine,
      evaluate: request => {
        calls += 1
        return engine.evaluate(request)
      },
    }
    const specification = [1, 2, 3].map(n => template<string>('text', `{{ $n + ${n} }} {{ $list | length }}`))
    const filled = await fill(specification, {
      scope: scopeOf(VARIABLES),
      engine: counting,
      onSecret: () => undefined,
    })
    expect(filled).toEqual(['6 2', '7 2', '8 2'])
    expect(calls).toBe(1)
  })

  test('suggests the variable that was probably meant, and points at the hole', async () => {
    const error = await faultOf(fillText(template('text', 'x {{ $nmae }}')))
    expect(error.hint).toBe('Did you mean `$name`?')
    expect([error.span?.start, error.span?.end]).toEqual([5, 10])
  })

  test('points at a hole that does not end', async () => {
    const context = { scope: scopeOf({}), engine, onSecret: () => undefined, timeoutMs: 100 }
    const error = await faultOf(Promise.resolve(fill(template('text', 'a {{ last(repeat(1)) }}'), context)))
    expect([error.code, error.span?.start, error.span?.end]).toEqual(['jq-timeout', 5, 20])
  })

  test('never repeats a value in what it says of a hole', async () => {
    const scope = scopeOf({ s: 'hunter22', l: ['hunter22'] })
    const texts: [Place, string][] = [
      ['text', 'a {{ $l }}'],
      ['url', '{{ $s + "\\n" }}'],
      ['shell', 'echo {{ "-" + $s }}'],
      ['header', '{{ $s + "\\n" }}'],
      ['text', '{{ $s, $s }}'],
    ]
    for (const [place, text] of texts) {
      const error = await faultOf(fillText(template(place, text), scope))
      expect(`${error.message} ${error.hint}`).not.toContain('hunter22')
    }
  })

  test('leaves what holds no template as it is, uncopied', async () => {
    const specification = {
      plain: { op: 'is', types: ['integer'], deep: [{ a: 1 }] },
      list: [{ a: 1 }, { op: 'eq', operand: template<Json>('json', '{{ $n }}') }],
    }
    const filled = await fillText(specification)
    expect(filled.plain).toBe(specification.plain)
    expect(filled.list[0]).toBe(specification.list[0])
    expect(filled).toEqual({ ...specification, list: [{ a: 1 }, { op: 'eq', operand: 5 }] })
    expect(specification.list[1]).toHaveProperty('operand.node', 'template')
    expect(await fillText(specification.plain)).toBe(specification.plain)
  })

  test('fills specifications without holes without asking the engine', async () => {
    const specification = {
      url: template<string>('url', '/health'),
      headers: [{ name: 'a', value: template<string>('header', 'b') }],
      json: { node: 'map' as const, entries: [{ name: 'a', value: template<Json>('json', 'b') }] },
    }
    const context = { scope: scopeOf({}), engine: createUnusableEngine(), onSecret: () => undefined }
    await fill(specification, context)
  })
})

describe('secrets', () => {
  const scope = scopeOf({ token: 'tok-123456', pair: { user: 'u-secret', ids: ['i-secret', 5] }, open: 'x' }, [
    'token',
    'pair',
  ])

  test.each<[text: string, told: readonly string[]]>([
    ['{{ $token }}', ['tok-123456']],
    ['Bearer {{ $token }}', ['tok-123456']],
    ['{{ $token | @base64 }}', ['dG9rLTEyMzQ1Ng==']],
    ['{{ $pair }}', ['u-secret', 'i-secret', '5']],
    ['{{ $pair.ids[0] }}', ['i-secret']],
    ['{{ $token == "x" }}', []],
    ['{{ "\\($open)-\\($token)" }}', ['x-tok-123456']],
    ['{{ $open }}', []],
    ['{{ $open | ascii_upcase }}', []],
  ])('tells each text that %j makes of a secret', async (text, told) => {
    const secrets: string[] = []
    await fillText(template('json', text), scope, secrets)
    expect(secrets).toEqual(told)
  })

  test('tells what a bound program makes of a secret', async () => {
    const secrets: string[] = []
    const program = await fillText(makeProgram(mapped('.prefix + $token')).program, scope, secrets)
    expect(secrets).toEqual([])
    await program.evaluate('{"prefix":"p-"}')
    expect(secrets).toEqual(['p-tok-123456'])
  })

  const HIDDEN = 'its text is not shown, because the program reads a secret'
  test('hides what jq says of a hole that reads a secret', async () => {
    const text = 'a {{ $token[2:] | ascii_downcase | error }}'
    const error = await faultOf(fillText(template('text', text), scope))
    expect(error).toMatchObject({ code: 'hole-failed', message: expect.stringContaining(HIDDEN) })
    expect(`${error.message} ${error.hint}`).not.toContain('123456')
    const open = await faultOf(fillText(template('text', '{{ $open | error }}'), scope))
    expect(open.message).toMatch(/ends with an error: x/)
  })

  test('hides what jq says of a bound program that reads a secret', async () => {
    const program = await fillText(makeProgram(mapped('$token[2:] | error')).program, scope)
    expect(await program.evaluate('null')).toEqual({ error: HIDDEN })
    const open = await fillText(makeProgram(mapped('$open | error')).program, scope)
    expect(await open.evaluate('null')).toEqual({ error: 'x' })
  })
})

describe('patterns', () => {
  test('match in the worker, with values taken literally', async () => {
    const pattern = await fillText(template<BoundPattern>('pattern', '/^{{ $v }}(\\d+)?$/'), scopeOf({ v: 'a.b*' }))
    expect(await pattern.match(['a.b*1', 'axb*1', 'a.b*'])).toEqual([['a.b*1', '1'], null, ['a.b*', null]])
  })

  test('are matched until the signal of their check is aborted', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const written = template<BoundPattern>('pattern', '/^(a+)+$/')
    const pattern = await fill(written, { scope: scopeOf({}), engine, signal, onSecret: () => undefined })
    expect(await pattern.match(['aa'])).toEqual([['aa', 'aa']])
    controller.abort(new Error('cancelled'))
    await expect(pattern.match(['aa'])).rejects.toThrow('cancelled')
  })
})

function createUnusableEngine(): Engine {
  const refuse = (): never => {
    throw new Error('The engine was used.')
  }
  return { check: refuse, evaluate: refuse, match: refuse, warm: refuse, close: refuse }
}
