import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { behaviourWith, faults } from '../examples/assistance/faults.ts'
import { runCommandLine } from './demo/command-line.ts'
import { deployExample, type ExampleDeployment } from './demo/deployment.ts'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'dist', 'cli.js')
const REPORTS = join(ROOT, 'verify-report')
const LOG = join(REPORTS, 'assistance.log')
/** What a shell says of a program that SIGINT ended. */
const INTERRUPTED = 130
const USAGE = `npm run demo [-- --fault NAME] [-- --list-faults]

Starts PostgreSQL and the service in examples/assistance, runs checklist.yml against it, and stops both again.
  --fault NAME    let the service have a fault, to see it found
  --list-faults   the faults there are
What stands after one more -- is handed to verify-deploy: npm run demo -- -- --verbose`

/** The exit code is the run's; 2 when the demonstration was asked for wrongly, 3 when it could not be set up. */
process.exitCode = await demonstrate(process.argv.slice(2))

async function demonstrate(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') return fail(2, asked)
  if (asked.help) return say(USAGE)
  if (asked.listFaults) return say(faultList())
  if (behaviourWith(asked.fault) === undefined) return fail(2, `There is no fault ${asked.fault}.\n\n${faultList()}`)
  if (!existsSync(CLI)) return fail(3, 'dist/cli.js is missing. Build it with: npm run build')
  const command = [CLI, 'run', 'checklist.yml', '--target', 'demo', '--report-dir', REPORTS, ...asked.rest]
  return withDeployment(asked.fault, async environment => {
    const code = await runCommandLine(command, { cwd: ROOT, env: environment })
    say(`The service's log is in ${relative(process.cwd(), LOG)}`)
    say('The example deployment is stopped again: its address, which a box may ask to open, answers no more.')
    return code
  })
}

/** Sets up the deployment, gives `visit` the environment that leads to it, and takes it down whatever happens. */
async function withDeployment(
  fault: string | null,
  visit: (environment: NodeJS.ProcessEnv) => Promise<number>,
): Promise<number> {
  let deployment: ExampleDeployment | undefined
  // With a listener of ours a signal does not end us before everything is taken down again.
  let interrupted = false
  const interrupt = (): void => {
    interrupted = true
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    await mkdir(REPORTS, { recursive: true })
    await rm(LOG, { force: true })
    say('Starting PostgreSQL …')
    deployment = await deployExample(fault, LOG)
    const about = fault === null ? '' : `, with the fault "${fault}": ${faults[fault]?.about}`
    say(`The example deployment is at ${deployment.url}${about}\n`)
    return interrupted ? INTERRUPTED : await visit({ ...process.env, ...deployment.environment })
  } catch (cause) {
    if (interrupted) return INTERRUPTED
    return fail(
      3,
      `The example deployment cannot be started. ${cause instanceof Error ? cause.message : String(cause)}`,
    )
  } finally {
    await deployment?.[Symbol.asyncDispose]()
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

interface Asked {
  readonly fault: string | null
  readonly help: boolean
  readonly listFaults: boolean
  readonly rest: readonly string[]
}

/** A text instead says what is wrong with the arguments. */
function readArguments(args: readonly string[]): Asked | string {
  const boolean = { type: 'boolean', default: false } as const
  const options = { fault: { type: 'string' }, 'list-faults': boolean, help: { ...boolean, short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { fault = null, help, 'list-faults': listFaults } = values
    return { fault, help, listFaults, rest: positionals }
  } catch (cause) {
    return `${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`
  }
}

function faultList(): string {
  const width = Math.max(...Object.keys(faults).map(name => name.length))
  return Object.entries(faults)
    .map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
    .join('\n')
}

function say(text: string): 0 {
  console.log(text)
  return 0
}

function fail(code: number, text: string): number {
  console.error(text)
  return code
}
