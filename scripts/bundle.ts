import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { chunkNames } from './chunk-names.ts'
import { compactJq } from './compact-jq.ts'
import { licenceText } from './licences.ts'

const ROOT = join(import.meta.dirname, '..')

/** What is started by its own path: the Action, the command line, and the worker that runs jq. */
const ENTRIES = ['src/main.ts', 'src/cli.ts', 'src/expression/jq-worker.ts']

/** Optional speed-ups that packages ask for and do without. */
const NEVER_BUNDLED = ['pg-native', 'bufferutil', 'utf-8-validate', 'cloudflare:sockets']

/** CommonJS packages inside the bundle call `require` for Node's own modules, which an ES module has not. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);"

/**
 * The toolkit imports an HTTP client for tokens we never ask for. Nothing in it acts when loaded, but it does not say
 * so; told here, unused parts of it stay out of the bundle and out of the Action's start.
 */
const toolkitWithoutEffects: Plugin = {
  name: 'toolkit-without-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...options }) => {
      const fromToolkit = path.startsWith('@actions/') || options.importer.includes('/node_modules/@actions/')
      if (pluginData === 'resolving' || !fromToolkit) return undefined
      const found = await resolve(path, { ...options, pluginData: 'resolving' })
      return { ...found, sideEffects: false }
    })
  },
}

/** Every file of `dist` by name. The same sources give the same bytes in any folder. */
export async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.filter(entry => existsSync(join(ROOT, entry))),
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: NEVER_BUNDLED,
    banner: { js: REQUIRE_BANNER },
    legalComments: 'none',
    plugins: [toolkitWithoutEffects, compactJq],
    logLevel: 'warning',
    metafile: true,
    write: false,
  })
  const names = chunkNames(metafile.outputs)
  const files = new Map(
    outputFiles.map(file => {
      const name = basename(file.path)
      return [names.get(name) ?? name, new TextEncoder().encode(renamed(file.text, names))]
    }),
  )
  files.set('licenses.txt', new TextEncoder().encode(licenceText(ROOT, Object.keys(metafile.inputs))))
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** A chunk's name with its hash occurs where it is imported and nowhere else. */
function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/[\w-]+-[A-Z0-9]{8}\.js\b/g, name => names.get(name) ?? name)
}
