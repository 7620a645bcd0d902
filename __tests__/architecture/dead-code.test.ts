import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, readSources } from './sources.ts'

/** What others than our own sources use: a library's front door. */
const FRONT_DOOR = ['verify.ts']
/** Started by their paths. */
const STARTED = ['main.ts', 'cli.ts', 'expression/jq-worker.ts']

const EXPORT = /^export\s+(?:async\s+)?(?:const|function\*?|class|interface|type)\s+(\w+)/gm

const sources = readSources()
const tests = readdirSync(join(ROOT, '__tests__'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(ROOT, '__tests__', path), 'utf8'))
  .join('\n')

describe('dead code', () => {
  it('has no export without a use outside its file', () => {
    const used = new Set(
      sources.flatMap(({ imports }) => imports.flatMap(({ file, names }) => names.map(name => `${file} ${name}`))),
    )
    const dead = sources
      .filter(({ path }) => !FRONT_DOOR.includes(path))
      .flatMap(({ path, code }) => [...code.matchAll(EXPORT)].map(([, name = '']) => ({ path, name, code })))
      .filter(({ path, name }) => !used.has(`${path} ${name}`) && !used.has(`${path} *`))
      .filter(({ name, code }) => !isUsedInside(name, code))
      .map(({ path, name }) => `${path}: ${name}`)
    expect(dead).toEqual([])
  })

  it('has no file that nothing imports', () => {
    const imported = new Set(sources.flatMap(({ imports }) => imports.map(({ file }) => file)))
    expect(
      sources
        .map(({ path }) => path)
        .filter(path => !imported.has(path) && !STARTED.includes(path) && !path.endsWith('.d.ts')),
    ).toEqual([])
  })
})

/**
 * What its own file uses may be exported for two reasons: it is a type in the signature of something else that is
 * exported, or its tests call it.
 */
function isUsedInside(name: string, code: string): boolean {
  if ([...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length < 2) return false
  const isType = new RegExp(`export\\s+(interface|type|class)\\s+${name}\\b`).test(code)
  return isType || new RegExp(`\\b${name}\\b`).test(tests)
}
