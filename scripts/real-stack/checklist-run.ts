import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type CommandOutput, outputOf } from './command.ts'
import type { Deployment } from './deployment.ts'
import { dockerEnvironment } from './engine.ts'
import { type ServerOptions, type SshServer, startSshd } from './sshd.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
export const FROM_SOURCE = join(ROOT, 'src/cli.ts')
export const FROM_BUNDLE = join(ROOT, 'dist/cli.js')

/** The server that a deployment lies on, as a runner sees it: by SSH, with `docker` in its PATH. */
export function startServerOf(options: ServerOptions = {}): Promise<SshServer> {
  return startSshd({ ...options, environment: { ...dockerEnvironment(), ...options.environment } })
}

export interface RunOptions {
  readonly deployment: Deployment
  readonly server: SshServer
  /** `FROM_SOURCE` unless given. */
  readonly program?: string
  /** Relative to the repository; `checklist.yml` unless given. */
  readonly checklist?: string
  readonly variables?: Readonly<Record<string, string>>
}

/** A test of CTRF, as far as it is looked at. */
export interface ReportedCheck {
  readonly name: string
  readonly rawStatus: string
  readonly duration: number
  readonly message?: string
  readonly extra: {
    readonly id?: string
    readonly key: string
    readonly failures?: readonly { readonly subject: string; readonly expected: string; readonly actual: string }[]
    readonly fault?: { readonly code: string; readonly message: string }
    readonly reason?: { readonly because: string }
  }
}

export interface ChecklistRun extends CommandOutput {
  readonly verdict: string
  readonly checks: readonly ReportedCheck[]
  /** The outcomes of the cleanup's steps. */
  readonly cleanup: readonly string[]
}

/**
 * Runs a checklist against a deployment with the command line, as a runner would: it knows the server by SSH alone, and
 * no Docker Engine of its own.
 */
export async function runChecklist(options: RunOptions): Promise<ChecklistRun> {
  const { deployment, server, program = FROM_SOURCE, checklist = 'checklist.yml' } = options
  const reports = await mkdtemp(join(tmpdir(), 'vd-reports-'))
  const variables = {
    base_url: deployment.url,
    server: server.host,
    server_port: String(server.port),
    server_user: server.user,
    directory: deployment.directory,
    pause: '200ms',
    comes_up_within: '30s',
    ...options.variables,
  }
  const given = Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}=${value}`])
  const target = checklist === 'checklist.yml' ? ['--target', 'production'] : []
  const words = [program, 'run', checklist, ...target, ...given, '--report-dir', reports]
  try {
    const output = await outputOf(process.execPath, words, { directory: ROOT, environment: environmentOf(server) })
    return { ...output, ...(await read(join(reports, 'report.json'), output)) }
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}

function environmentOf(server: SshServer): Readonly<Record<string, string | undefined>> {
  return {
    HOME: homedir(),
    DOCKER_HOST: undefined,
    DOCKER_CONFIG: undefined,
    VERIFY_PASSWORD: 'quiet-otter-4711',
    SSH_KEY: server.key,
    SSH_KNOWN_HOSTS: server.knownHosts,
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  }
}

async function read(path: string, output: CommandOutput): Promise<Omit<ChecklistRun, keyof CommandOutput>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`The run wrote no report:\n${output.stdout}\n${output.stderr}`)
  })
  const { results } = JSON.parse(text)
  const cleanup = (results.extra.cleanup ?? []) as readonly {
    readonly check?: ReportedCheck
    readonly status?: string
  }[]
  return { verdict: results.extra.verdict, checks: results.tests, cleanup: cleanup.map(step => step.status ?? '') }
}
