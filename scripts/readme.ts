import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED, withTables } from './readme-tables.ts'

/*
 * node scripts/readme.ts: makes the tables of inputs and outputs in the documentation from action.yml.
 * With --check it writes nothing and ends with 1 when a table is not what it would make.
 */

const ROOT = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

for (const { file, links } of GENERATED) {
  const before = read(file)
  const after = withTables(before, read('action.yml'), links)
  if (after === before) continue
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what action.yml says. Run: node scripts/readme.ts`)
    process.exitCode = 1
  } else {
    writeFileSync(join(ROOT, file), after)
    console.log(`${file} is made anew`)
  }
}
