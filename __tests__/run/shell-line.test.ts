import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/run/redact.ts'
import { shellLine } from '../../src/run/shell-line.ts'

const TOKEN = 'tok_9f8e7d6c5b4a39281706'

function line(...argv: string[]): string {
  const redactor = createRedactor()
  redactor.add(TOKEN, { name: 'token' })
  return shellLine(argv.map(redactor.pieces))
}

describe('a shell line', () => {
  it.each([
    [['curl', 'https://example.com/a?b=c'], "curl 'https://example.com/a?b=c'"],
    [['curl', '-H', `Authorization: Bearer ${TOKEN}`], `curl -H 'Authorization: Bearer '"$TOKEN"`],
    [[`a${TOKEN}b`], 'a"$TOKEN"b'],
    [[TOKEN.slice(1, 12)], "'***'"],
    [['$HOME', '`id`', "it's"], "'$HOME' '`id`' 'it'\\''s'"],
    [[''], "''"],
    [['a\nb\t\x1b[31m\u202e\\'], "$'a\\nb\\t\\x1b[31m\\U0000202e\\\\'"],
  ])('writes %j', (argv, expected) => {
    expect(line(...argv)).toBe(expected)
  })

  it('gives bash exactly the arguments it was made from', () => {
    const argv = [`Bearer ${TOKEN}`, "it's", '$(id)', 'a\nb\t\x1b', '', 'ü ß', '\\', '"', '!x', '*', '~', TOKEN]
    const script = `for a in ${line(...argv)}; do printf '%s\\0' "$a"; done`
    const output = execFileSync('bash', ['-c', script], { env: { TOKEN, LANG: 'C.UTF-8' }, encoding: 'utf8' })
    expect(output.split('\0').slice(0, -1)).toEqual(argv)
  })
})
