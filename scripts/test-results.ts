import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'

/** What is read of the file that vitest's reporter `json` writes: https://vitest.dev/guide/reporters#json-reporter */
interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly Assertion[]
  }[]
}

interface Assertion {
  readonly fullName: string
  readonly status: string
  readonly failureMessages?: readonly string[]
}

const MOST_MESSAGE_LINES = 8

/** The failed tests with the first lines of what they say, and the files that could not be run at all. */
function failures(results: Results): string[] {
  return results.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter(assertion => assertion.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [entry(file, message)] : []
    return failed.map(({ fullName, failureMessages }) =>
      entry(`${file}: ${fullName}`, failureMessages?.join('\n') ?? ''),
    )
  })
}

function entry(title: string, message: string): string {
  const lines = message.split('\n').slice(0, MOST_MESSAGE_LINES)
  return [`✗ ${title}`, ...lines.map(line => `    ${line}`)].join('\n')
}

// node scripts/test-results.ts RESULTS FAILED: prints how many passed, failed and were skipped; names the failed ones in FAILED.
const [from, to] = process.argv.slice(2)
if (from === undefined || to === undefined) throw new Error('usage: node scripts/test-results.ts RESULTS FAILED')
const results: Results = JSON.parse(readFileSync(from, 'utf8'))
const told = failures(results)
if (told.length > 0) writeFileSync(to, `${told.join('\n')}\n`)
process.stdout.write(`${results.numPassedTests} ${results.numFailedTests} ${results.numPendingTests}\n`)
