import { tokenize } from '../expression/jq-tokens.ts'
import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { spanOf } from '../model/source.ts'
import { type Program, programsIn } from '../model/template.ts'
import { everyEntry, programsOf } from '../model/uses.ts'

/**
 * `env.NAME` and `$ENV.NAME` are null here whatever the environment holds: a condition that reads them would quietly skip
 * its check, and `// "…"` would always win.
 */
export function reviewEnvironment(checklist: Checklist, report: ReportFault): void {
  const { variables, hosts, databases } = checklist
  const programs = [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)]
  for (const program of programs) if (/env/i.test(program.source.text)) reviewProgram(program, report)
}

function reviewProgram({ source }: Program, report: ReportFault): void {
  const tokens = [...tokenize(source.text)].filter(({ kind }) => kind !== 'comment')
  if (tokens.some(({ text }, index) => text === 'env' && tokens[index - 1]?.text === 'def')) return
  for (const [index, { kind, text, start, end }] of tokens.entries()) {
    const key = /^[{,]$/.test(tokens[index - 1]?.text ?? '') && /^[:,}]$/.test(tokens[index + 1]?.text ?? '')
    const reads = (kind === 'name' && text === 'env' && !key) || (kind === 'variable' && /^\$\s*ENV$/.test(text))
    if (!reads) continue
    const field = tokens[index + 1]
    const name = field?.kind === 'field' ? field.text.slice(1) : undefined
    const own = name?.toLowerCase() ?? 'name'
    report({
      code: 'environment-in-program',
      span: spanOf(source, start, name === undefined ? end : (field?.end ?? end)),
      message: `\`${text}\` is empty here: programs do not see the environment.`,
      hint: `Under \`vars\` write \`${own}: { env: ${name ?? 'NAME'} }\`, and here \`$${own}\`.`,
    })
  }
}
