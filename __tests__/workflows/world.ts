import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Meddle, type StandIn, type StandInOptions, startGitHub } from '../action/github-stand-in.ts'
import { buildElsewhere, temporaryFolder } from '../process/program.ts'
import { type Deployment, type DeploymentOptions, startDeployment } from './deployment.ts'
import { writeTools } from './tools.ts'
import type { Permissions } from './workflow-file.ts'

const SECRETS = { SSH_KEY: 'a private key\nof two lines' }
const KNOWN_HOSTS = 'shop.example.com ssh-ed25519 AAAA'

/** The files of a commit, by path. */
export type Tree = Readonly<Record<string, string>>

/** Everything outside of a workflow: the repository, its settings, the servers, GitHub. */
export interface World extends AsyncDisposable {
  readonly folder: string
  /** The entry of the Action, as it is shipped. */
  readonly main: string
  /** By server. */
  readonly deployments: Readonly<Record<string, Deployment>>
  /** Releases whose catalogue does not answer; tests may change it at any time. */
  readonly broken: Set<string>
  readonly github: StandIn
  readonly commits: Readonly<Record<string, Tree>>
  readonly secrets: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  /** Variables of environments, by the name of the environment. */
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the token of the job that runs may do. */
  permissions: Permissions
  /** How many runs there were; the last one's id. */
  runs: number
  /** Counts the jobs. */
  nextNumber(): number
  note(line: string): Promise<void>
  /** What was asked of `ssh`, people and verify-deploy, in order. */
  log(): Promise<readonly string[]>
}

export interface WorldOptions {
  readonly servers?: readonly string[]
  readonly broken?: readonly string[]
  readonly hang?: NonNullable<DeploymentOptions['hang']>
  /** The checklist of each commit, in which the servers' addresses become those of the stand-ins. */
  readonly commits: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  readonly environments?: World['environments']
  readonly pulls?: NonNullable<StandInOptions['pulls']>
  /** A fault of GitHub. */
  readonly meddle?: Meddle
}

let main: Promise<string> | undefined

export async function createWorld(options: WorldOptions): Promise<World> {
  const { servers = ['shop.example.com'], variables = {}, pulls = {} } = options
  main ??= buildElsewhere().then(folder => join(folder, 'main.js'))
  const folder = await temporaryFolder()
  await writeTools(join(folder, 'bin'))
  await writeFile(join(folder, 'log'), '')
  await writeFile(join(folder, 'key'), SECRETS.SSH_KEY)
  await writeFile(join(folder, 'known_hosts'), KNOWN_HOSTS)
  await mkdir(join(folder, 'artifacts'))
  const broken = new Set(options.broken)
  let jobs = 0
  const deployments: Record<string, Deployment> = {}
  for (const server of servers) {
    const settings = { broken, ...(options.hang === undefined ? {} : { hang: options.hang }) }
    const deployment = await startDeployment(join(folder, 'servers', server), settings)
    deployments[server] = deployment
  }
  const here = (text: string): string =>
    Object.entries(deployments).reduce((done, [server, { url }]) => done.replaceAll(`https://${server}`, url), text)
  const meddle: Meddle = request => options.meddle?.(request) ?? refuse(request.method, request.path, world.permissions)
  const github = await startGitHub({ meddle, pulls })
  const world: World = {
    folder,
    main: await main,
    deployments,
    broken,
    github,
    commits: Object.fromEntries(
      Object.entries(options.commits).map(([sha, text]) => [sha, { 'checklist.yml': here(text) }]),
    ),
    secrets: SECRETS,
    variables: { SERVER: 'deploy@shop.example.com', SSH_KNOWN_HOSTS: KNOWN_HOSTS, ...variables },
    environments: options.environments ?? {},
    permissions: {},
    runs: 0,
    nextNumber: () => {
      jobs += 1
      return jobs
    },
    note: line => appendFile(join(folder, 'log'), `${line}\n`),
    log: async () => (await readFile(join(folder, 'log'), 'utf8')).split('\n').slice(0, -1),
    async [Symbol.asyncDispose]() {
      for (const open of [...Object.values(deployments), github]) await open[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** A comment is written with the permission `pull-requests: write` only. */
function refuse(method: string, path: string, permissions: Permissions): ReturnType<Meddle> {
  if (method === 'GET' || path === '/graphql' || permissions['pull-requests'] === 'write') return undefined
  return { status: 403, body: { message: 'Resource not accessible by integration' } }
}
