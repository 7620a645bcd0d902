import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from './bundle.ts'

// npm run build: writes dist/ anew.
const directory = join(import.meta.dirname, '..', 'dist')
const files = await bundle()
await rm(directory, { recursive: true, force: true })
await mkdir(directory, { recursive: true })
for (const [name, contents] of files) {
  const mode = name === 'cli.js' ? 0o755 : 0o644
  await writeFile(join(directory, name), contents, { mode })
}
const bytes = [...files.values()].reduce((sum, contents) => sum + contents.length, 0)
console.log(`dist: ${files.size} files, ${(bytes / 1024).toFixed(0)} KiB`)
