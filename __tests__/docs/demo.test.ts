import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const [, section = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('## See it at work\n')
const [, commands = '', quoted = ''] = /```sh\n([\s\S]*?)```[\s\S]*?\n```\n([\s\S]*?)```/.exec(section) ?? []

/** Prints what a run prints, with its exit code; `npm run demo` of package.json without npm. */
function demo(words: string): Promise<readonly [number, string]> {
  const [program = '', script = ''] = manifest.scripts.demo.split(' ')
  return new Promise(resolve => {
    execFile(program, [script, ...words.split(' ')], { cwd: root }, (error, stdout, stderr) => {
      resolve([error === null ? 0 : Number(error.code), stdout + stderr])
    })
  })
}

/** Times differ from run to run. */
const timeless = (text: string): string => text.replace(/\d+(?:\.\d+)? m?s\b/g, 'TIME')

describe('the demonstration', () => {
  const given = [...commands.matchAll(/^npm run demo -- (.*?) *(?:#.*)?$/gm)].map(([, words = '']) => words)

  it('prints what README.md shows of it', async () => {
    const fault = given.find(words => words.startsWith('--fault')) ?? ''
    const [code, output] = await demo(fault)
    expect(code, output).toBe(1)
    expect(output).toContain('The example deployment is stopped again')
    const pieces = timeless(quoted).split(/^ *…\n/m)
    expect(pieces.length).toBeGreaterThan(1)
    let from = 0
    for (const piece of pieces) {
      const at = timeless(output).indexOf(piece, from)
      expect(at, `${piece}\nis not in\n${output}`).toBeGreaterThanOrEqual(0)
      from = at + piece.length
    }
  })

  it('has the other commands too', async () => {
    expect(given).toContain('--list-faults')
    const [code, output] = await demo('--list-faults')
    expect([code, output]).toEqual([0, expect.stringContaining('categories')])
  })
})
