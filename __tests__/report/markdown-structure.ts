export interface Structure {
  /** Faults of structure: something left open, a table that is not whole. Empty when all is well. */
  readonly faults: readonly string[]
  /** The text outside fences and code spans, where Markdown and GitHub act on what they find. */
  readonly active: string
  readonly tables: number
  readonly folds: number
}

/** The same without links of our own: to the workflow run, to commits, and to lines at a commit. */
export function withoutOwnLinks(active: string): string {
  return active.replace(
    /\]\(https:\/\/github\.com\/example\/assistance(\/actions\/runs\/\d+|\/(?:commit|blob)\/[0-9a-f]{40}(\/checklist\.yml(#L\d+)?)?)?\)/g,
    '',
  )
}

/** Reads Markdown as far as its fences, folds and tables go (CommonMark 0.31 §4.5 for fences, GFM for tables). */
export function structureOf(markdown: string): Structure {
  const faults: string[] = []
  const outside: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const ticks = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    if (fence !== undefined) {
      const closes = ticks?.[1]?.startsWith(fence) === true && ticks[2]?.trim() === ''
      if (closes) fence = undefined
    } else if (ticks?.[1] !== undefined && !ticks[2]?.includes('`')) {
      fence = ticks[1]
      outside.push('')
    } else outside.push(line)
  }
  if (fence !== undefined) faults.push(`A fence ${fence} is not closed.`)
  // A code span ends on its line, and inside it nothing acts.
  const active = outside.map(line => line.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, 'code'))
  const folds = foldFaults(active, faults)
  const tables = tableFaults(outside, faults)
  return { faults, active: active.join('\n'), tables, folds }
}

function foldFaults(lines: readonly string[], faults: string[]): number {
  let open = 0
  let folds = 0
  for (const tag of lines.join('\n').match(/<details(?: open)?>|<\/details>/g) ?? []) {
    open += tag === '</details>' ? -1 : 1
    if (tag !== '</details>') folds += 1
    if (open < 0 || open > 1) faults.push('Folds do not nest.')
  }
  if (open !== 0) faults.push('A fold is not closed.')
  return folds
}

function tableFaults(lines: readonly string[], faults: string[]): number {
  let tables = 0
  lines.forEach((line, at) => {
    if (!/^\|( :?--- \|)+$/.test(line)) return
    tables += 1
    const cells = cellsOf(line)
    const head = lines[at - 1] ?? ''
    if (cellsOf(head) !== cells || (lines[at - 2] ?? '') !== '') faults.push(`A table has no head of its own: ${head}`)
    for (let row = at + 1; lines[row]?.startsWith('|') === true; row += 1) {
      if (cellsOf(lines[row] ?? '') !== cells) faults.push(`A row has other cells than its table: ${lines[row]}`)
    }
  })
  return tables
}

function cellsOf(line: string): number {
  return line.startsWith('| ') && line.endsWith(' |') ? (line.match(/(?<!\\)\|/g) ?? []).length - 1 : -1
}
