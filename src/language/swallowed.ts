import type { ReportFault } from '../model/diagnostic.ts'
import type { Source, Span } from '../model/source.ts'
import { mended, quoted } from './mended-line.ts'
import { spanAt } from './syntax.ts'

/**
 * `name: Login #5` ends at `Login`: a ` #` with text right behind it is taken for a slip, a comment has a space.
 * `from` is where the plain value begins and `end` where it ends. Says whether it reported.
 */
export function swallowedComment(source: Source, from: number, end: number, report: ReportFault): boolean {
  const comment = /[ \t]+#[^\s#!][^\r\n]*/y
  comment.lastIndex = end
  const match = comment.exec(source.text)
  if (match === null) return false
  const start = end + match[0].indexOf('#')
  report({
    code: 'swallowed-comment',
    span: spanAt(source, start, end + match[0].length),
    message: 'What follows ` #` is a comment to YAML, so this text is not part of the value.',
    hint: `If it belongs to the value, quote the whole: ${mended(source, from, end + match[0].length, quoted)}. If it is a comment, put a space after \`#\`.`,
  })
  return true
}

/**
 * Selectors such as `#main: …` below `html` are comments unless quoted. Looks at the comment lines between the key and
 * the end of its value, and at those right after it that are indented deeper than the key. Says whether it reported.
 */
export function swallowedSelector(source: Source, key: Span, end: number, report: ReportFault): boolean {
  const { text } = source
  const indent = key.start - (text.lastIndexOf('\n', key.start - 1) + 1)
  let reported = false
  let line = nextLine(text, key.end)
  while (line < text.length) {
    const stop = text.indexOf('\n', line)
    const content = text.slice(line, stop === -1 ? text.length : stop).replace(/\r$/, '')
    const selector = /^([ \t]+)(#[A-Za-z_][^:]*): ?/.exec(content)
    const belongs = line < end || /^\s*(#|$)/.test(content)
    if (!belongs) break
    if (selector?.[1] !== undefined && selector[2] !== undefined && selector[1].length > indent) {
      reported = true
      report({
        code: 'swallowed-selector',
        span: spanAt(source, line + selector[1].length, line + content.length),
        message: `\`${selector[2]}\` begins with \`#\`, so YAML reads the line as a comment and nothing is checked.`,
        hint: `Put the selector in quotes: ${mended(source, line + selector[1].length, line + selector[1].length + selector[2].length, quoted)}.`,
      })
    }
    line = nextLine(text, line)
  }
  return reported
}

function nextLine(text: string, from: number): number {
  const stop = text.indexOf('\n', from)
  return stop === -1 ? text.length : stop + 1
}
