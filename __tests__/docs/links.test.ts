import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentationFiles } from './documentation.ts'

const root = join(import.meta.dirname, '../..')

describe('links in the documentation', () => {
  for (const file of documentationFiles(root)) {
    it(`lead somewhere in ${file}`, () => {
      const text = readFileSync(join(root, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
      const broken = targets
        .filter(target => !/^(https?:|mailto:|#)/.test(target))
        .filter(target => !existsSync(join(root, dirname(file), target.replace(/#.*/, ''))))
      expect(broken).toEqual([])
    })
  }
})
