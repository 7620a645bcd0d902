import { basename } from 'node:path'
import type { Metafile } from 'esbuild'

type Output = Metafile['outputs'][string]

/**
 * Names for the files of a bundle that say what is in them and do not change with their contents, by the names they
 * have: a history in which every edit renames files cannot be read. `outputs` is the metafile's, its keys paths.
 */
export function chunkNames(outputs: Metafile['outputs']): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const inOrder = Object.entries(outputs).sort(([, left], [, right]) => (sortKey(left) < sortKey(right) ? -1 : 1))
  for (const [path, output] of inOrder) {
    const wanted = isEntry(path, output) ? basename(path, '.js') : subjectOf(output)
    let name = wanted
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`
    taken.add(name)
    names.set(basename(path), `${name}.js`)
  }
  return names
}

/** Entries first, for their names are given; then by what is inside, which is the same on every machine. */
function sortKey(output: Output): string {
  return `${output.entryPoint === undefined ? 1 : 0} ${Object.keys(output.inputs).sort().join()}`
}

/** Named without a hash: started by its path. */
function isEntry(path: string, output: Output): boolean {
  return output.entryPoint !== undefined && !/-[A-Z0-9]{8}\.js$/.test(path)
}

/** The file a chunk is loaded for; else the last of our own files in it, which uses the others; else its largest package. */
function subjectOf({ entryPoint, inputs }: Output): string {
  const own = Object.keys(inputs).filter(path => path.startsWith('src/'))
  const subject = entryPoint ?? own.at(-1)
  if (subject !== undefined) return packageOf(subject) ?? ownName(subject)
  const sizes = new Map<string, number>()
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = packageOf(path) ?? 'shared'
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput)
  }
  const [largest] = [...sizes].sort(([left, size], [right, other]) => other - size || (left < right ? -1 : 1))
  return largest?.[0] ?? 'shared'
}

/** `actions-core` of `node_modules/@actions/core/lib/core.js`. */
function packageOf(path: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]?.replace('@', '').replace('/', '-')
}

/** `cli-start` of `src/cli/start.ts`. */
function ownName(path: string): string {
  return path
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-')
}
