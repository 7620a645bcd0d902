/**
 * What a changelog in the form of [Keep a Changelog](https://keepachangelog.com/) says of a version, without the heading;
 * undefined when it has no section `## [1.2.3] - 2026-01-31` for it, or an empty one.
 */
export function changesOf(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n')
  const heading = `## [${version}] - `
  const start = lines.findIndex(
    line => line.startsWith(heading) && /^\d{4}-\d\d-\d\d$/.test(line.slice(heading.length)),
  )
  if (start === -1) return undefined
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => /^## |^\[[^\]]+\]: /.test(line))
  const text = rest.slice(0, end === -1 ? rest.length : end).join('\n')
  return /^[-*] \S/m.test(text) ? text.trim() : undefined
}
