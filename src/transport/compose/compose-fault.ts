import { CheckError } from '../../model/check-error.ts'
import { shorten } from '../../model/visible.ts'
import type { Machine } from '../machine.ts'
import type { CommandResult } from '../shell.ts'

type Said = Pick<CommandResult, 'exitCode' | 'stderr'>

/** A call of the engine's client or of Compose, for the words of its errors. */
export interface Call {
  readonly machine: Machine
  /** The program as the author knows it: `docker compose`. */
  readonly program: string
}

const PERMISSION =
  /permission denied while trying to connect|Got permission denied|dial unix \S+ connect: permission denied/i
const UNREACHABLE =
  /Cannot connect to the Docker daemon|is the docker daemon running|failed to connect to the docker API|error during connect|Couldn't connect to Docker daemon|unable to resolve docker endpoint|Cannot connect to Podman|unable to connect to Podman/i
const NO_COMPOSE =
  /'compose' is not a docker command|unknown command: docker compose|^unknown shorthand flag: '.' in -|^unknown flag: --(?:project-name|env-file|profile|format)$|unrecognized command .*compose|looking up compose provider failed|invalid choice: 'config'/im

/** The engine, its client or Compose itself is not there or may not be used; undefined when it is something else. */
export function engineFault({ exitCode, stderr }: Said, call: Call): CheckError | undefined {
  const { machine, program } = call
  const details = { 'it said': says(stderr) }
  if (/^sudo: .*command not found/m.test(stderr)) return missingProgram(call)
  if (exitCode === 127 && /not found|no such file/i.test(stderr)) return missingProgram(call)
  if (/^sudo: /m.test(stderr)) {
    return new CheckError({
      code: 'sudo-refused',
      message: `\`sudo\` did not run \`${program}\` on ${machine.label}: ${says(stderr)}`,
      hint: 'Nobody is there to type a password: allow it with NOPASSWD in sudoers (and SETENV, where `env` is given), or put the user into the group `docker`.',
    })
  }
  if (PERMISSION.test(stderr)) {
    return new CheckError({
      code: 'docker-permission',
      message: `The user of the checks may not use the container engine on ${machine.label}.`,
      hint: 'Put the user into the group `docker` and log in anew, or write `command: [sudo, docker, compose]` in the `compose` block of the host.',
      details,
    })
  }
  if (UNREACHABLE.test(stderr)) {
    return new CheckError({
      code: 'docker-unreachable',
      message: `The container engine on ${machine.label} does not answer: ${says(stderr)}`,
      hint: 'Is it running (`systemctl status docker`)? An engine elsewhere is found by DOCKER_HOST or DOCKER_CONTEXT in the environment of the machine.',
    })
  }
  if (NO_COMPOSE.test(stderr)) {
    return new CheckError({
      code: 'compose-missing',
      message: `\`${program}\` is not there on ${machine.label}, or cannot tell its configuration.`,
      hint: 'Install the plugin of Compose 2 (`docker-compose-plugin`), or write `command: [docker-compose]` in the `compose` block of the host for the older one.',
      details,
    })
  }
  return undefined
}

export function missingProgram({ machine, program }: Call): CheckError {
  return new CheckError({
    code: 'docker-missing',
    message: `There is no \`${program.split(' ')[0] ?? program}\` in the PATH of ${machine.label}.`,
    hint: 'Install it, or say how to call it with `command` in the `compose` block of the host: `[/usr/local/bin/docker, compose]`.',
  })
}

/** Whatever else the engine's client said. */
export function engineFailed({ stderr }: Said, { machine, program }: Call): CheckError {
  return new CheckError({
    code: 'docker-failed',
    message: `\`${program}\` failed on ${machine.label}: ${says(stderr)}`,
    hint: 'Run the same command there by hand.',
  })
}

/** Why Compose could not read its files, in its own words. */
export function filesFault({ stderr }: Said, { machine }: Call): CheckError {
  if (/env[ _-]file/i.test(stderr) && /not found|couldn't find|no such file/i.test(stderr)) {
    return new CheckError({
      code: 'compose-env-file-missing',
      message: `Compose does not find an environment file on ${machine.label}: ${says(stderr)}`,
      hint: 'Paths start from `directory` of the `compose` block: is it there, and is `env_file` right?',
    })
  }
  if (/no configuration file provided|no such file or directory|Can't find a suitable configuration/i.test(stderr)) {
    return new CheckError({
      code: 'compose-file-missing',
      message: `Compose does not find its file on ${machine.label}: ${says(stderr)}`,
      hint: 'Say where it is in the `compose` block of the host: `{ directory: /srv/shop, file: docker-compose.yml }`.',
    })
  }
  return new CheckError({
    code: 'compose-file-invalid',
    message: `Compose cannot read its files on ${machine.label}: ${says(stderr)}`,
    hint: 'Variables of the compose file come from `.env` beside it or from `env_file`; of the environment Compose sees only its own and Docker’s.',
  })
}

/** The last thing a program said that is no warning, in a line. */
export function says(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(
      line => line !== '' && !/level=(?:warning|info|debug)|^WARN|^Usage:|^Run '.*--help'|^See '.*--help'/.test(line),
    )
  const said = lines
    .slice(-2)
    .join(' ')
    .replace(/^ERROR: |^Error: /, '')
  return said === '' ? 'it said nothing.' : shorten(said, 400)
}
