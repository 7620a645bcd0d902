import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
const rows = text.split('\n').filter(line => line.startsWith('| ') && !/^\| (who|what (could|it could))\b/.test(line))

describe('the threat model', () => {
  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:src|scripts|__tests__|\.github)\/[\w./-]+)`/g)].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('says of every threat what is done and what holds it', () => {
    const cells = rows.map(row => row.split(' | ').map(cell => cell.replace(/^\||\|$/g, '').trim()))
    expect(cells.length).toBeGreaterThan(25)
    expect(cells.filter(row => row.length !== 3 || row.includes(''))).toEqual([])
  })

  it('leaves nobody without what is theirs to do', () => {
    const parts = text.split(/^## /m).slice(1)
    expect(parts.filter(part => !part.includes('**Yours:**')).map(part => part.split('\n')[0])).toEqual([])
  })
})
