import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runIn } from './run-in.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/release.ts')

/**
 * gh as far as a release needs it: it keeps releases in a file, and like the real one makes none without its tag on the server.
 * `gh-down` beside it makes it fail as it does without network.
 */
const GH = `#!/usr/bin/env node
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const { execFileSync } = require('node:child_process')
const { join } = require('node:path')
const [, what, tag, ...rest] = process.argv.slice(2)
const releases = join(__dirname, 'releases')
const known = existsSync(releases) ? readFileSync(releases, 'utf8').trim().split('\\n').map(line => JSON.parse(line)) : []
const fail = text => { console.error(text); process.exit(1) }
if (existsSync(join(__dirname, 'gh-down'))) fail('error connecting to api.github.com')
const exists = known.some(release => release.tag === tag)
if (what === 'view') { if (!exists) fail('release not found') }
else if (exists) fail('a release with the same tag name already exists')
else {
  if (!execFileSync('git', ['ls-remote', 'origin', 'refs/tags/' + tag], { encoding: 'utf8' })) fail('tag not there')
  const notes = readFileSync(rest[rest.indexOf('--notes-file') + 1], 'utf8')
  appendFileSync(releases, JSON.stringify({ tag, notes, flags: rest.filter(word => /^--/.test(word)) }) + '\\n')
}
`

/** dist is to be the source in capitals. */
const CHECK_DIST = `import { readFileSync } from 'node:fs'
const read = path => readFileSync(path, 'utf8')
if (read('dist/main.js') !== read('src/main.ts').toUpperCase()) {
  console.error('dist is not what the sources give.')
  process.exitCode = 1
}
`

export interface Release {
  readonly tag: string
  readonly notes: string
  readonly flags: readonly string[]
}

/** A small project of our form, cloned from a bare repository, with a stand-in of gh; gone with the test that makes it. */
export class Repository {
  readonly #root = mkdtempSync(join(tmpdir(), 'release-'))
  readonly #clone = join(this.#root, 'clone')

  constructor() {
    this.write('../bin/gh', GH)
    chmodSync(join(this.#root, 'bin', 'gh'), 0o755)
    this.#in(this.#root, 'git', 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git')
    this.#in(this.#root, 'git', 'clone', '--quiet', 'origin.git', 'clone')
    this.git('checkout', '--quiet', '-B', 'main')
    for (const [name, value] of Object.entries({ 'user.name': 'Jo', 'user.email': 'jo@example.com' })) {
      this.git('config', name, value)
    }
    onTestFinished(() => rmSync(this.#root, { recursive: true, force: true }))
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#clone, path)), { recursive: true })
    writeFileSync(join(this.#clone, path), text)
  }

  git(...words: readonly string[]): string {
    return this.#in(this.#clone, 'git', ...words)
  }

  #in(folder: string, program: string, ...words: readonly string[]): string {
    const { code, stdout, stderr } = runIn(folder, [program, ...words])
    if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
    return stdout.trim()
  }

  /** The files of a version, committed and pushed to the branch that is checked out. */
  commit(version: string): void {
    this.write('package.json', JSON.stringify({ version, type: 'module' }))
    this.write('package-lock.json', JSON.stringify({ version }))
    this.write('src/model/version.ts', `export const VERSION = '${version}'\n`)
    this.write('src/main.ts', `run ${version}\n`)
    this.write('dist/main.js', `RUN ${version.toUpperCase()}\n`)
    this.write('scripts/check-dist.ts', CHECK_DIST)
    const section = `## [${version}] - 2026-11-30\n\n### Added\n\n- What ${version} brings.\n`
    const before = existsSync(join(this.#clone, 'CHANGELOG.md')) ? this.#read('CHANGELOG.md').split('\n').slice(4) : []
    this.write('CHANGELOG.md', ['# Changelog', '', '## [Unreleased]', '', section, ...before].join('\n'))
    this.push(version)
  }

  /** Commits what was changed, and pushes it. */
  push(message: string): void {
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--message', message)
    this.git('push', '--quiet', 'origin', 'HEAD')
  }

  /** An annotated tag, as people make them, on the server as well. */
  tag(name: string): void {
    this.git('tag', '--annotate', '--message', name, name)
    this.git('push', '--quiet', 'origin', `refs/tags/${name}`)
  }

  release(command: string, tag: string): { readonly code: number; readonly said: string } {
    const path = [join(this.#root, 'bin'), process.env.PATH].join(delimiter)
    const { code, stdout, stderr } = runIn(this.#clone, [process.execPath, SCRIPT, command, tag], path)
    return { code, said: `${stdout}${stderr}`.trim() }
  }

  /** The commit of a tag on the server; empty when it has none. */
  onServer(tag: string): string {
    const lines = this.git('ls-remote', 'origin', `refs/tags/${tag}`, `refs/tags/${tag}^{}`).split('\n')
    return (lines.at(-1) ?? '').split('\t')[0] ?? ''
  }

  get head(): string {
    return this.git('rev-parse', 'HEAD')
  }

  get releases(): readonly Release[] {
    const file = '../bin/releases'
    if (!existsSync(join(this.#clone, file))) return []
    const lines = this.#read(file).trim().split('\n')
    return lines.map(line => JSON.parse(line))
  }

  #read(path: string): string {
    return readFileSync(join(this.#clone, path), 'utf8')
  }
}
