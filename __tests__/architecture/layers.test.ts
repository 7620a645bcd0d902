import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { packageOf, readSources } from './sources.ts'

/** What each folder, or file at the top, may import. `types:` means its types only. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  expression: ['model'],
  transport: ['model'],
  kinds: ['model', 'transport'],
  language: ['model', 'expression', 'types:kinds/kind.ts'],
  plan: ['model'],
  run: ['model', 'expression', 'types:kinds/kind.ts'],
  report: ['model'],
  'verify.ts': ['model', 'expression', 'transport', 'kinds', 'language', 'plan', 'run', 'report'],
  edge: ['model', 'report'],
  action: ['verify.ts', 'edge', 'report', 'model'],
  cli: ['verify.ts', 'edge', 'report', 'model'],
  'main.ts': ['action'],
  'cli.ts': ['cli'],
}

/** The only file that imports a package. */
const OWNERS: Readonly<Record<string, string>> = {
  '@actions/core': 'action/runner.ts',
  '@actions/github': 'action/deliver/github-api.ts',
  'css-select': 'transport/html-document.ts',
  htmlparser2: 'transport/html-document.ts',
  'jq-wasm': 'expression/jq-worker.ts',
  pg: 'transport/postgres-client.ts',
  'tough-cookie': 'transport/cookie-jar.ts',
  undici: 'transport/http-connection.ts',
  ws: 'transport/websocket-client.ts',
  yaml: 'language/field-reader.ts',
}

const EDGES = ['action/', 'cli/', 'edge/', 'main.ts', 'cli.ts']
/** What touches the world, and where alone it may stand. */
const WORLD: readonly { readonly name: string; readonly code: RegExp; readonly allowed: readonly string[] }[] = [
  { name: 'the console', code: /\bconsole\./, allowed: [] },
  { name: 'the process', code: /\bprocess\./, allowed: [...EDGES, 'transport/'] },
  { name: 'the wall clock', code: /\bDate\.now\(|\bnew Date\(\)/, allowed: [...EDGES, 'run/clock.ts'] },
  { name: 'the monotonic clock', code: /\bperformance\.now\(/, allowed: [...EDGES, 'transport/', 'run/clock.ts'] },
]
const FILE_SYSTEM = [...EDGES, 'transport/', 'language/load.ts']

const { dependencies } = manifest
const sources = readSources()
const layerOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path)

describe('layers', () => {
  it('knows every folder of src', () => {
    expect([...new Set(sources.map(({ path }) => layerOf(path)))].filter(layer => !(layer in LAYERS))).toEqual([])
  })

  it('imports in one direction', () => {
    const breaches = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ file, typesOnly }) => {
        if (file === undefined || layerOf(file) === layerOf(path)) return []
        const allowed = LAYERS[layerOf(path)] ?? []
        const permitted = allowed.includes(layerOf(file)) || (typesOnly && allowed.includes(`types:${file}`))
        return permitted ? [] : [`${path} imports ${file}`]
      }),
    )
    expect(breaches).toEqual([])
  })

  it('imports only files that are there', () => {
    const present = new Set(sources.map(({ path }) => path))
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && !present.has(file))
        .map(({ file }) => `${path} imports ${file}`),
    )
    expect(missing).toEqual([])
  })

  it('has no circle', () => {
    expect(
      circleIn(new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]))),
    ).toBeUndefined()
  })

  it.each([
    { name: 'a circle of two', edges: { a: ['b'], b: ['a'] }, circle: ['a', 'b', 'a'] },
    { name: 'a circle behind a stem', edges: { a: ['b'], b: ['c'], c: ['b'] }, circle: ['b', 'c', 'b'] },
    { name: 'a diamond', edges: { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, circle: undefined },
  ])('tells $name', ({ edges, circle }) => {
    expect(circleIn(new Map(Object.entries(edges)))).toEqual(circle)
  })
})

describe('packages', () => {
  it('have one owner each', () => {
    const importers = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier }) => {
        const name = packageOf(specifier)
        return name === undefined ? [] : [[name, path] as const]
      }),
    )
    const owners = Object.fromEntries(importers)
    expect(owners).toEqual(OWNERS)
    expect(importers.filter(([name, path]) => OWNERS[name] !== path)).toEqual([])
  })

  it('are all used', () => {
    expect(Object.keys(OWNERS).sort()).toEqual(Object.keys(dependencies).sort())
  })
})

describe('the world', () => {
  it.each(WORLD)('touches $name only at its places', ({ code, allowed }) => {
    const touching = sources.filter(source => code.test(source.code)).map(({ path }) => path)
    expect(touching.filter(path => !allowed.some(place => path.startsWith(place)))).toEqual([])
  })

  it('touches files only at its places', () => {
    const touching = sources
      .filter(({ imports }) => imports.some(({ specifier }) => /^node:fs(\/promises)?$/.test(specifier)))
      .map(({ path }) => path)
    expect(touching.filter(path => !FILE_SYSTEM.some(place => path.startsWith(place)))).toEqual([])
  })
})

/** The first circle found, from a file back to itself. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    const at = trail.indexOf(file)
    if (at !== -1) return [...trail.slice(at), file]
    if (done.has(file)) return undefined
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...trail, file])
      if (circle !== undefined) return circle
    }
    done.add(file)
    return undefined
  }
  for (const file of edges.keys()) {
    const circle = visit(file, [])
    if (circle !== undefined) return circle
  }
  return undefined
}
