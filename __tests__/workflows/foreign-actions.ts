import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { World } from './world.ts'

export interface Place {
  readonly world: World
  readonly workspace: string
  /** The id of the run. */
  readonly run: number
  readonly sha: string
}

type Given = Readonly<Record<string, string>>

/** Does what the action of GitHub would, as far as the examples ask for it. Resolves to whether the step succeeded. */
export async function useForeign(action: string, given: Given, place: Place): Promise<boolean> {
  const act = ACTIONS[action]
  if (act === undefined) throw new Error(`no stand-in for ${action}`)
  const odd = Object.keys(given).filter(name => !act.inputs.includes(name))
  if (odd.length > 0) throw new Error(`the stand-in for ${action} does not know ${odd.join(', ')}`)
  return act.run(given, place)
}

interface Action {
  readonly inputs: readonly string[]
  run(given: Given, place: Place): Promise<boolean>
}

const ACTIONS: Readonly<Record<string, Action>> = {
  'actions/checkout': { inputs: ['ref', 'persist-credentials'], run: checkOut },
  'actions/upload-artifact': { inputs: ['name', 'path'], run: upload },
  'actions/download-artifact': { inputs: ['name', 'path', 'run-id', 'github-token'], run: download },
}

async function checkOut({ ref, ...given }: Given, { world, workspace, sha }: Place): Promise<boolean> {
  if (given['persist-credentials'] !== 'false') throw new Error('credentials stay behind')
  const tree = world.commits[ref || sha]
  if (tree === undefined || world.permissions.contents === undefined) return false
  for (const name of await readdir(workspace)) await rm(join(workspace, name), { recursive: true })
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true })
    await writeFile(join(workspace, path), text)
  }
  return true
}

/** Where an artifact lies. */
export function artifact(world: World, run: number | string, name: string): string {
  return join(world.folder, 'artifacts', `${run} ${name}`)
}

/** A folder that is not there is no fault; a name that is there already is one. */
async function upload({ name = '', path = '' }: Given, { world, workspace, run }: Place): Promise<boolean> {
  if (!existsSync(join(workspace, path))) return true
  if (existsSync(artifact(world, run, name))) return false
  await cp(join(workspace, path), artifact(world, run, name), { recursive: true })
  return true
}

async function download({ name = '', path = '', ...given }: Given, { world, workspace }: Place): Promise<boolean> {
  const from = artifact(world, given['run-id'] ?? '', name)
  if (world.permissions.actions === undefined || !given['github-token'] || !existsSync(from)) return false
  await cp(from, join(workspace, path), { recursive: true, verbatimSymlinks: true })
  return true
}
