import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface SourceFile {
  /** Relative to `src`, with `/`. */
  readonly path: string
  readonly text: string
  /** Without comments and with the contents of strings emptied: what is left is code. */
  readonly code: string
  readonly imports: readonly Import[]
}

export interface Import {
  /** As written. */
  readonly specifier: string
  /** The file of `src` it means; undefined for a package or a module of Node. */
  readonly file: string | undefined
  readonly typesOnly: boolean
  readonly names: readonly string[]
}

const IMPORT = /^import\s+(?:(type)\s+)?([\w\s{},*]+?)\s+from\s+'([^']+)'/gm
const REEXPORT = /^export\s+(?:(type)\s+)?(\{[^}]*\}|\*)\s+from\s+'([^']+)'/gm
const DYNAMIC =
  /(?:const\s+(\{[^}]*\}|\w+)\s*=\s*await\s+)?\bimport\(\s*'([^']+)'\s*\)(?:\.then\(\s*\(?(\{[^}]*\})|\.(\w+))?/g

/** Every TypeScript file of `src`, read for its imports. */
export function readSources(): readonly SourceFile[] {
  const folder = join(ROOT, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => {
      const text = readFileSync(join(folder, path), 'utf8')
      const bare = withoutComments(text)
      return { path, text, code: withoutStrings(bare), imports: importsOf(path, bare) }
    })
}

function importsOf(path: string, text: string): readonly Import[] {
  const found: Import[] = []
  for (const [, type, clause = '', specifier = ''] of [...text.matchAll(IMPORT), ...text.matchAll(REEXPORT)]) {
    const names = namesIn(clause)
    const typesOnly = type !== undefined || (/^\s*\{/.test(clause) && names.every(name => isTypeName(clause, name)))
    found.push({ specifier, file: fileOf(path, specifier), typesOnly, names })
  }
  for (const [, bound = '', specifier = '', then = '', member = ''] of text.matchAll(DYNAMIC)) {
    const names = [...namesIn(bound), ...namesIn(then), ...(member === '' || member === 'then' ? [] : [member])]
    found.push({ specifier, file: fileOf(path, specifier), typesOnly: false, names: names.length > 0 ? names : ['*'] })
  }
  return found
}

function namesIn(clause: string): readonly string[] {
  if (clause.includes('*')) return ['*']
  return clause
    .replace(/[{}]/g, ',')
    .split(',')
    .map(
      part =>
        part
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s+as\s+|\s*:\s*/)[0]
          ?.trim() ?? '',
    )
    .filter(name => name !== '')
}

function isTypeName(clause: string, name: string): boolean {
  return new RegExp(`\\btype\\s+${name}\\b`).test(clause)
}

function fileOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/') : undefined
}

/** The package of `@actions/core` or `jq-wasm/inline`; undefined for files and for modules of Node. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
}

const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[(,=:[!&|?{};]\s*|return\s+)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g

function withoutComments(text: string): string {
  return text.replace(TOKENS, token => (/^\/[/*]/.test(token) ? '' : token))
}

function withoutStrings(text: string): string {
  return text.replace(TOKENS, token => (/^['"]/.test(token) ? "''" : token.startsWith('/') ? '/./' : token))
}
