import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Notice {
  readonly title: string
  readonly text: string
}

/** Programs that are compiled into a package and named by no package.json: their notices are kept in `notices/`. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  'jq-wasm': ['jq', 'oniguruma', 'decnumber', 'emscripten', 'musl'],
  undici: ['llhttp'],
}

/** The licences of everything whose code is in the bundle. `inputs` are paths of bundled files relative to `root`. */
export function licenceText(root: string, inputs: readonly string[]): string {
  const packages = [...new Set(inputs.map(packageOf).filter(name => name !== undefined))].sort()
  const notices = packages.flatMap(name => [packageNotice(root, name), ...(INSIDE[name] ?? []).map(noticeOf)])
  const head = 'verify-deploy is distributed with code of the following projects, under their licences.\n'
  return [head, ...notices.map(({ title, text }) => `${'─'.repeat(80)}\n${title}\n\n${text.trim()}\n`)].join('\n')
}

/** `undici` of `node_modules/undici/lib/…`; of nested packages the innermost. */
function packageOf(input: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
}

function packageNotice(root: string, name: string): Notice {
  const folder = join(root, 'node_modules', name)
  const manifest = JSON.parse(read(join(folder, 'package.json'))) as Record<string, unknown>
  const title = `${name} ${manifest.version} (${manifest.license})`
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry))
  // Some packages state their licence in the README only.
  return file === undefined ? { title, text: noticeOf(name).text } : { title, text: read(join(folder, file)) }
}

function noticeOf(name: string): Notice {
  const path = join(import.meta.dirname, 'notices', `${name}.txt`)
  // A licence that is missing must stop the build: distributing without it is not allowed.
  if (!existsSync(path)) throw new Error(`The package ${name} has no licence file; put its licence into ${path}.`)
  const [title = name, ...lines] = read(path).split('\n')
  return { title, text: lines.join('\n') }
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}
