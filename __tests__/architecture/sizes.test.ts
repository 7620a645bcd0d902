import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './sources.ts'

const MOST_LINES = 300
const FOLDERS = ['src', 'scripts', 'bench', 'examples', '__tests__']
const DRAWERS = /(^|[-./])(utils?|helpers?|common|types|misc|shared)([-./]|$)/

const files = FOLDERS.flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => join(folder, path)),
)

describe('files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const long = files.filter(path => readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1 > MOST_LINES)
    expect(long).toEqual([])
  })

  it('are named in kebab-case, and none is a drawer for odds and ends', () => {
    const odd = files.filter(path => !/^[a-z0-9_./-]+$/.test(path) || DRAWERS.test(path.replace(/\.ts$/, '')))
    expect(odd).toEqual([])
  })

  it.each(['src/report/utils.ts', 'src/helpers/x.ts', 'src/string-utils.ts', 'src/model/types.ts'])(
    'would find %s',
    path => expect(DRAWERS.test(path.replace(/\.ts$/, ''))).toBe(true),
  )
})
