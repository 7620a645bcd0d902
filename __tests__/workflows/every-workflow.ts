import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentationFiles, examplesIn } from '../docs/documentation.ts'

export const ROOT = join(import.meta.dirname, '../..')

export interface WorkflowText {
  /** The file, with a line where it stands in a document. */
  readonly where: string
  readonly text: string
  /** Run or copied as it is; one of a document shows a part. */
  readonly whole: boolean
}

function filesIn(folder: string): readonly WorkflowText[] {
  return readdirSync(join(ROOT, folder))
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => `${folder}/${name}`)
    .map(where => ({ where, text: readFileSync(join(ROOT, where), 'utf8'), whole: true }))
}

/** Every workflow of the repository: its own, the examples, and those of the documentation. */
export function everyWorkflow(): readonly WorkflowText[] {
  const shown = documentationFiles(ROOT)
    .flatMap(file => examplesIn(ROOT, file))
    .filter(({ tag }) => tag === 'workflow')
    .map(({ where, text }) => ({ where, text, whole: false }))
  return [...filesIn('.github/workflows'), ...filesIn('examples/workflows'), ...shown]
}
