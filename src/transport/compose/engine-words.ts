/** The compose block of a host, its paths as the machine is to see them. */
export interface ComposeSettings {
  /** In Compose's order; none: what Compose finds by itself. */
  readonly files: readonly string[]
  /** Where Compose is called: absolute on the runner; on a server from the home directory, and that itself unless given. */
  readonly directory?: string
  readonly project?: string
  /** Instead of `docker compose`. */
  readonly command?: readonly string[]
  readonly envFile?: string
  readonly profiles: readonly string[]
}

/** What Docker's and Podman's clients read to find their engine, and what they need to log in there. */
export const ENGINE_VARIABLES = [
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
  'DOCKER_API_VERSION',
  'CONTAINER_HOST',
  'XDG_RUNTIME_DIR',
  'SSH_AUTH_SOCK',
] as const

/** What Compose itself reads, by its documentation of predefined environment variables. */
export const COMPOSE_VARIABLES = [
  ...ENGINE_VARIABLES,
  'COMPOSE_FILE',
  'COMPOSE_PATH_SEPARATOR',
  'COMPOSE_PROJECT_NAME',
  'COMPOSE_PROFILES',
  'COMPOSE_ENV_FILES',
  'COMPOSE_DISABLE_ENV_FILE',
  'COMPOSE_COMPATIBILITY',
] as const

const DEFAULT_COMMAND = ['docker', 'compose']

/** The words that call Compose for this project; a subcommand follows. */
export function composeWords({ files, project, command = DEFAULT_COMMAND, envFile, profiles }: ComposeSettings) {
  return [
    ...command,
    ...files.flatMap(file => ['-f', file]),
    ...(project === undefined ? [] : ['--project-name', project]),
    ...(envFile === undefined ? [] : ['--env-file', envFile]),
    ...profiles.flatMap(profile => ['--profile', profile]),
  ]
}

/** The words that call the client of the engine behind Compose: what stands before `compose`, or goes with `docker-compose`. */
export function engineWords({ command = DEFAULT_COMMAND }: ComposeSettings): readonly string[] {
  const at = command.findIndex(word => /(?:^|[/-])compose$/.test(word))
  if (at === -1) return ['docker']
  const before = command.slice(0, at)
  const word = command[at] ?? ''
  if (word === 'compose') return before.length === 0 ? ['docker'] : before
  return [...before, word.endsWith('podman-compose') ? 'podman' : 'docker']
}
