import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from './bundle.ts'

// npm run check:dist: the committed dist/ must be, byte for byte, what the sources give.
const directory = join(import.meta.dirname, '..', 'dist')
const expected = await bundle()
const present = new Set(await readdir(directory).catch(() => []))
const differences: string[] = []
for (const [name, contents] of expected) {
  if (!present.delete(name)) differences.push(`missing  ${name}`)
  else if (!(await readFile(join(directory, name))).equals(contents)) differences.push(`differs  ${name}`)
}
for (const name of present) differences.push(`surplus  ${name}`)
if (differences.length === 0) {
  console.log(`dist is what the sources give: ${expected.size} files.`)
} else {
  console.error(`dist is not what the sources give. Run npm run build and commit dist.\n${differences.join('\n')}`)
  process.exitCode = 1
}
