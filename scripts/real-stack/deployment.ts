import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { freePort } from '../free-port.ts'
import { type CommandOutput, outputOf, succeed, waitFor } from './command.ts'
import { ensureImages, type StackImages } from './images.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/assistance/compose')
const FILE = 'docker-compose.prod.yml'
const OVERRIDE = 'fault.yml'

/** The example's Compose project, deployed to a folder of its own as it would be to a server. */
export interface Deployment extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, where nginx listens. */
  readonly url: string
  /** Where the compose file lies; its name is the project's. */
  readonly directory: string
  readonly images: StackImages
  /** `docker compose` with the project's file, and with the override when there is one. Rejects when it fails. */
  compose(...words: readonly string[]): Promise<string>
  /** As `compose`, for commands that may fail. */
  tryCompose(...words: readonly string[]): Promise<CommandOutput>
  /** Brings everything up as the file says and waits until it is healthy; `override` is laid over the file, as YAML. */
  deploy(override?: string): Promise<void>
  /** Lays an override over the file without bringing anything up; an empty one takes it away. */
  override(yaml: string): Promise<void>
  /** Starts the backend anew, which forgets whom its limiter has counted, and waits until it is healthy. */
  refresh(): Promise<void>
  /** What the engine's `inspect` says of the container of a service, by a Go template. */
  inspect(service: string, format: string): Promise<string>
  /** Replaces a file of the folder. */
  write(name: string, text: string): Promise<void>
}

/** Deploys the example and waits until all of it is healthy. Disposing of it removes everything. */
export async function deployStack(): Promise<Deployment> {
  const images = await ensureImages()
  const directory = await mkdtemp(join(tmpdir(), 'vd-stack-'))
  const port = await freePort()
  await cp(EXAMPLE, directory, { recursive: true })
  const secret = (): string => randomBytes(18).toString('hex')
  const settings = {
    ...images,
    HTTP_PORT: `127.0.0.1:${port}`,
    POSTGRES_PASSWORD: secret(),
    TOKEN_SECRET: secret(),
    HEALTH_INTERVAL: '1s',
    // Compose takes the folder's name, but a temporary one may hold capital letters.
    COMPOSE_PROJECT_NAME: basename(directory).toLowerCase(),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(directory, '.env'), lines.join(''), { mode: 0o600 })
  const deployment = deploymentIn(directory, `http://127.0.0.1:${port}`, images)
  try {
    await deployment.deploy()
  } catch (cause) {
    const said = await deployment.tryCompose('logs', '--tail=40')
    await deployment[Symbol.asyncDispose]()
    throw new Error(`The stack did not come up:\n${said.stdout.slice(-4_000)}`, { cause })
  }
  return deployment
}

function deploymentIn(directory: string, url: string, images: StackImages): Deployment {
  let files: readonly string[] = ['-f', FILE]
  const words = (more: readonly string[]): readonly string[] => ['compose', '--progress=quiet', ...files, ...more]
  const compose = (...more: readonly string[]): Promise<string> => succeed('docker', words(more), { directory })
  const override = async (yaml: string): Promise<void> => {
    await writeFile(join(directory, OVERRIDE), yaml)
    files = yaml === '' ? ['-f', FILE] : ['-f', FILE, '-f', OVERRIDE]
  }
  const inspect = async (service: string, format: string): Promise<string> => {
    const id = (await compose('ps', '--all', '--quiet', service)).trim()
    return (await succeed('docker', ['inspect', '--format', format, id])).trim()
  }
  return {
    url,
    directory,
    images,
    compose,
    override,
    tryCompose: (...more) => outputOf('docker', words(more), { directory }),
    write: (name, text) => writeFile(join(directory, name), text),
    async deploy(yaml = '') {
      await override(yaml)
      await compose('up', '--detach', '--no-build', '--remove-orphans')
      await waitUntilHealthy(compose)
    },
    async refresh() {
      await compose('restart', '--timeout=2', 'backend')
      await waitUntilHealthy(compose)
    },
    inspect,
    async [Symbol.asyncDispose]() {
      await outputOf('docker', words(['down', '--volumes', '--remove-orphans', '--timeout=1']), { directory })
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** `up --wait` takes a one-shot that has ended well for a failure. */
async function waitUntilHealthy(compose: Deployment['compose']): Promise<void> {
  await waitFor('healthy containers', async () => {
    const ids = (await compose('ps', '--all', '--quiet')).split('\n').filter(Boolean)
    const format = '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}} {{.State.ExitCode}}'
    const states = (await succeed('docker', ['inspect', '--format', format, ...ids])).trim().split('\n')
    const well = (state: string): boolean => /^(running (healthy)? \d+|exited \S* ?0)$/.test(state)
    return states.length > 0 && states.every(well) ? true : undefined
  })
}
