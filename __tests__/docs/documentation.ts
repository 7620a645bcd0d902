import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every Markdown file of the repository that git knows or would add, apart from goldens. */
export function documentationFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter(path => path !== '' && !path.includes('/golden/'))
}

/** A fenced block: ```` ```yaml checklist ````, `checks` (a list of entries), `check` (one entry), `workflow`, or `broken CODE`. */
export interface Example {
  /** File and line. */
  readonly where: string
  readonly tag: string
  readonly text: string
}

/** The YAML of a Markdown file. */
export function examplesIn(root: string, file: string): Example[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const examples: Example[] = []
  for (let line = 0; line < lines.length; line += 1) {
    const fence = /^(\s*)```ya?ml(.*)$/.exec(lines[line] ?? '')
    if (fence === null) continue
    const end = lines.findIndex((text, index) => index > line && text.trim() === '```')
    const body = lines.slice(line + 1, end).map(text => text.slice(fence[1]?.length ?? 0))
    examples.push({ where: `${file}:${line + 1}`, tag: (fence[2] ?? '').trim(), text: body.join('\n') })
    line = end
  }
  return examples
}
