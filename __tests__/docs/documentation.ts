import { execFileSync } from 'node:child_process'

/** Every Markdown file of the repository that git knows or would add, apart from goldens. */
export function documentationFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter(path => path !== '' && !path.includes('/golden/'))
}
