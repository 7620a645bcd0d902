import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { createJqEngine } from '../../src/expression/jq.ts'

let engine: Engine
beforeAll(() => {
  engine = createJqEngine()
})
afterAll(() => engine.close())

describe('check', () => {
  test.each<[program: string, message: string, offset: number | undefined]>([
    ['.a |', 'syntax error', 3],
    ['foo', 'foo/0 is not defined', 0],
    ['.a | foo(1; 2)', 'foo/2 is not defined', 5],
    ['"é" | bar', 'bar/0 is not defined', 6],
    ['"😀" | bar', 'bar/0 is not defined', 7],
    ['.a\n| .b\n| baz', 'baz/0 is not defined', 10],
    ['$x + $y', 'The variable $y is not defined.', 5],
    ['.a) | (.b', 'closes nothing', 2],
    ['{a: [1, 2}', 'closes nothing', 9],
    ['"open', 'not closed', 5],
    ['.a | "x\\(.b"', 'not closed', 12],
    ['', 'empty', 0],
    ['# only a comment', 'empty', 16],
    ['[.[] | input]', '`input` cannot be used here', 7],
    ['import "x" as x; 1', '`import` cannot be used here', 0],
    ['def f: 1;', 'syntax error', 8],
    ['{a', 'not closed', 2],
    ['if . then 1', 'syntax error', undefined],
    ['.a as $b', 'syntax error', undefined],
    ['"\\ud800x"', 'surrogate', undefined],
  ])('says what is wrong with %j', async (text, message, offset) => {
    const [fault] = await engine.check([{ text, variables: ['x'] }])
    expect(fault?.message).toContain(message)
    if (offset !== undefined) expect(fault?.offset).toBe(offset)
  })

  test.each([
    '.a',
    '$x',
    '. as [$a] ?// $a | $a',
    'def f(g; $p): g + $p; f(1; 2)',
    '.a # comment )',
    '{input, debug: 1, "stderr": 2} | .input',
    'reduce .[] as $n (0; . + $n)',
    '"a \\("b \\($x)")"',
    '@base64 "x\\(.a)"',
    '.a | halt_error(3)',
    '$__loc__, $ENV',
    'label $out | break $out',
    '{$x, if: 1}',
  ])('finds nothing wrong with %j', async text => {
    expect(await engine.check([{ text, variables: ['x'] }])).toEqual([undefined])
  })

  test('finds the broken ones among many and runs none', async () => {
    const texts = ['.a', '.a |', 'last(repeat(1))', 'nosuch', 'error("x")']
    const faults = await engine.check(texts.map(text => ({ text, variables: [] })))
    expect(faults.map(fault => fault !== undefined)).toEqual([false, true, false, true, false])
  })

  test('is not misled by programs that are only sound together', async () => {
    const faults = await engine.check(['(.a', '.b)', 'if .a then 1', '2 end'].map(text => ({ text, variables: [] })))
    expect(faults.every(fault => fault !== undefined)).toBe(true)
  })
})
