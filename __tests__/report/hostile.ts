import type { Report } from '../../src/model/result.ts'
import {
  at,
  attempts,
  check,
  cleanupOf,
  diagnostic,
  errored,
  evidence,
  failed,
  failure,
  finished,
  open,
  section,
  skipped,
} from './builders.ts'

/** Text that would break out of, or act in, every place where a report puts it. */
const NASTY = [
  '</details></summary>',
  '<img src=x onerror=alert(1)>',
  '@octocat #1 owner/repo#1 GH-1 https://evil.example www.evil.example a@b.example',
  '```\n# not a heading\n~~~',
  '**bold** [link](https://evil.example) ![i](https://evil.example/i.png) | cell | $x$ :bomb:',
  '\u001b[31mred\u001b[0m\u0007\u0000\u009b2J',
  '\u202egnp.exe\u2066 \u2028 \ud800 \uffff \ufeff',
  '::error::forged\n##[error]forged\n::set-output name=x::y',
  ']]> <!-- --> &amp; "quoted"',
].join('\n')

/** A report that has the text in every place which outside text can come to. */
export function hostileReport(nasty: string = NASTY): Report {
  const long = `${'x'.repeat(9_000)}@octocat${'y'.repeat(1_000)}`
  return finished(
    [
      section(`Section </details> @octocat\n## heading`, [
        failed(
          `1. ${nasty}`,
          [
            failure({
              subject: 'body',
              expected: long,
              actual: nasty,
              message: `The body is ${nasty}`,
              location: { ...at(7, `${'y'.repeat(5_000)} expect: x ${'z'.repeat(5_000)}`, 'expect: x'), file: nasty },
            }),
          ],
          {
            fix: nasty,
            tags: [nasty],
            evidence: [
              evidence(nasty, nasty, { language: 'http' }),
              evidence('Ten thousand characters', long, { fullLength: 999_999 }),
              evidence('Backticks', '`````\n</details>\n````````', { language: 'json' }),
            ],
            reproduce: `curl ${nasty}`,
            attempts: attempts([nasty, nasty]),
          },
        ),
        errored(nasty, { message: nasty, hint: nasty, endpoint: nasty, details: { [nasty]: nasty } }),
        skipped(`- ${nasty}`, { because: 'condition', message: nasty }),
        open(`# ${nasty}`, nasty),
        check(`= ${nasty}`, { attempts: attempts(['', nasty, '']), captured: [nasty] }),
      ]),
    ],
    {
      name: nasty,
      page: 'https://evil.example/o/r/blob/abcdef0/checklist.yml)](javascript:alert(1)',
      facts: { ref: nasty, actor: '@octocat', target: '| a | b |' },
      notices: [nasty],
      cleanup: [cleanupOf(nasty, failed(nasty, [failure({ expected: nasty, actual: long, message: nasty })]))],
      diagnostics: [diagnostic({ severity: 'warning', message: nasty, hint: nasty })],
    },
  )
}
