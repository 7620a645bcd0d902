import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeVariables, scanProgram } from '../../src/expression/free-variables.ts'

describe('freeVariables', () => {
  test.each<[program: string, names: readonly string[]]>([
    ['.a', []],
    ['$token', ['token']],
    ['$b + $a + $b', ['b', 'a']],
    ['$run.id, $run.sha', ['run']],
    ['$ENV.HOME, $__loc__', []],
    // Bound by the program itself.
    ['. as $x | $x', []],
    ['. as [$a, {b: $c, $d, "e": $f}] | [$a, $c, $d, $f]', []],
    ['.[] as [$a] ?// {$a} ?// $b | $a, $b', []],
    ['. as {"k\\($name)": $v} | $v', ['name']],
    ['. as {$k, ($k + $other): $v} | $v', ['other']],
    ['. as {$k: [$v]} | $k, $v', []],
    ['reduce .[] as $n (0; . + $n)', []],
    ['foreach .[] as [$n, $m] (0; . + $n; [$m, .])', []],
    ['def f($a; g): $a + g; f(1; 2)', []],
    ['label $out | 1, break $out', []],
    // Only within its scope.
    ['(. as $x | $x) + $x', ['x']],
    ['[. as $x | $x], $x', ['x']],
    ['f(. as $x | $x; $x)', ['x']],
    ['def f($a): $a; f($a)', ['a']],
    ['def f: 1 as $x | $x; $x', ['x']],
    ['if . as $x | $x then $x else $x end', ['x']],
    ['reduce .[] as $n ($n; . + $n)', ['n']],
    ['reduce .[] as $n (0; . + $n) | $n', ['n']],
    ['$x as $x | $x', ['x']],
    ['. as $x | def f: $x; f', []],
    ['. as $x | [.[] | $x]', []],
    ['{a: (. as $x | $x), b: $x}', ['x']],
    // Where names stand.
    ['{$x}', ['x']],
    ['{$__loc__}', []],
    ['{$x: 1}', ['x']],
    ['{a: $x, "b": $y, (.c): $z}', ['x', 'y', 'z']],
    ['.[$i], .[$from:$to]', ['i', 'from', 'to']],
    ['"a $no \\($yes) $no"', ['yes']],
    ['"\\("\\($deep)")"', ['deep']],
    ['@uri "/u/\\($id)?q=$no"', ['id']],
    ['.a # $no', []],
    ['.a # $no \\\n $no', []],
    ['.a # $no \\\\\n | $yes', ['yes']],
    ['"# \\($yes)" | . # $no', ['yes']],
    ['.as, .if, .reduce | $x', ['x']],
    ['{as: 1, if: $x, end: 2}', ['x']],
    ['try error($x) catch $y', ['x', 'y']],
    ['$ x', ['x']],
    ['if $a then $b elif $c then $d else $e end', ['a', 'b', 'c', 'd', 'e']],
  ])('of %j are %j', (program, names) => {
    expect(freeVariables(program)).toEqual(names)
  })

  test('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '$x',
        'as',
        '|',
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '"',
        '\\(',
        '\\',
        ';',
        ':',
        ',',
        '#',
        '\n',
        ' ',
        '.a',
        'def',
        'f',
        'if',
        'end',
        '?//',
        '$',
        '@',
        'é',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), texts => {
        expect(Array.isArray(freeVariables(texts.join('')))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('scanProgram', () => {
  test('tells where each variable is read', () => {
    expect(scanProgram('.a == $b and\n$c').reads).toEqual([
      { name: 'b', offset: 6 },
      { name: 'c', offset: 13 },
    ])
  })

  test('blanks comments out and keeps every position', () => {
    const program = '.a # one\n| "# no" # two \\\n still two\n| .b'
    const { bare } = scanProgram(program)
    expect(bare).toBe('.a      \n| "# no"        \n          \n| .b')
    expect(bare).toHaveLength(program.length)
  })

  test.each([
    ['.a) | (.b', 2],
    ['[1, 2', 5],
    ['"a', 2],
    ['"\\(1', 4],
    ['{]', 1],
    ['.a ~ .b', 3],
  ])('finds the fault of %j', (program, offset) => {
    expect(scanProgram(program).fault?.offset).toBe(offset)
  })

  test.each(['.a', '"\\(")")"', '[{"a":(1)}]', '"}"', '# )', '.["]"]', '.a?//1', '..'])(
    'finds no fault in %j',
    program => {
      expect(scanProgram(program).fault).toBeUndefined()
    },
  )
})
