import { parse } from 'yaml'

/** What `action.yml` says of one input or output. */
interface Described {
  readonly description: string
  readonly default?: string
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>
  readonly outputs: Readonly<Record<string, Described>>
}

/** Phrases of the descriptions that are links in README.md. `action.yml` itself is shown where links are not. */
const LINKS: Readonly<Record<string, string>> = {
  '`targets`': 'docs/language.md#targets',
  'the report files go': 'docs/reports.md',
  'the comment under the pull request': 'docs/reports.md#pull-request-comment',
}

/** From a mark to its end. */
const MARKED = /(<!-- (inputs|outputs): [^>]*-->)[\s\S]*?(<!-- \/\2 -->)/g

/** The files with tables that are made from `action.yml`, and whether phrases become links there. */
export const GENERATED = [
  { file: 'README.md', links: LINKS },
  { file: 'docs/reports.md', links: {} },
] as const

/**
 * The text with every table between `<!-- inputs -->` or `<!-- outputs -->` and its end made anew. Throws when the text has
 * none, or when a phrase that is to be a link stands nowhere in them.
 */
export function withTables(text: string, action: string, links: Readonly<Record<string, string>>): string {
  const { inputs, outputs } = parse(action) as ActionFile
  const tables = { inputs: inputTable(inputs), outputs: outputTable(outputs) }
  const lost = Object.keys(links).filter(phrase => !Object.values(tables).some(table => table.includes(phrase)))
  if (lost.length > 0) throw new Error(`No description in action.yml says: ${lost.join(', ')}`)
  if (text.search(MARKED) === -1) throw new Error('There is no table to make from action.yml.')
  return text.replace(MARKED, (_, start: string, name: keyof typeof tables, end: string) => {
    // The blank line keeps the table from running into the mark.
    return `${start}\n${linked(tables[name], links)}\n\n${end}`
  })
}

function inputTable(inputs: ActionFile['inputs']): string {
  const rows = Object.entries(inputs).map(([name, { default: value = '', description }]) => {
    const shown = value === '' ? '' : `\`${value}\` `
    return `| \`${name}\` | ${shown}| ${cell(description)} |`
  })
  return ['| input | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

function outputTable(outputs: ActionFile['outputs']): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`)
  return ['| output | meaning |', '|---|---|', ...rows].join('\n')
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|')
}

function linked(table: string, links: Readonly<Record<string, string>>): string {
  return Object.entries(links).reduce((text, [phrase, target]) => text.replace(phrase, `[${phrase}](${target})`), table)
}
