import { CheckError } from '../../model/check-error.ts'
import type { Command, CommandResult } from '../shell.ts'
import { BASE_VARIABLES, BASH, SH } from '../shell.ts'
import { ENGINE_VARIABLES } from './engine-words.ts'

/** Marks the processes of a command inside its container: their environment begins with it, and so does that of what they start. */
const MARK = 'VERIFY_DEPLOY_PROCESS'
const ALIAS = 'VERIFY_DEPLOY_ENV_'

/** What would mean something to the client on its way in, as it has no other way than its own environment. */
const FOR_THE_CLIENT = new Set<string>([...BASE_VARIABLES, ...ENGINE_VARIABLES])
const FOR_THE_LOADER =
  /^(?:LD|DOCKER|COMPOSE|CONTAINER|CONTAINERS|SUDO|GO|SSH|XDG)_|^(?:GODEBUG|IFS|ENV|BASH_ENV)$|_PROXY$/i

/** Inside a container it is not known beforehand which shell there is. The line is the first argument: `$0`. */
const LINE = `if command -v bash >/dev/null 2>&1; then exec ${BASH.join(' ')} "$0"; else exec ${SH.join(' ')} "$0"; fi`

/**
 * The command that runs another one inside a container. Values of its environment go through that of the engine's client
 * (`--env NAME` without a value), so that none stands in the arguments of a process. `mark` makes {@link endCommand} find it.
 */
export function execCommand(engine: readonly string[], container: string, command: Command, mark?: string): Command {
  const names = Object.keys(command.environment)
  const aliases = new Map(names.filter(isTaken).map((name, index) => [name, `${ALIAS}${index}`]))
  const passed = names.map(name => aliases.get(name) ?? name)
  return {
    run: {
      words: [
        ...keeping(engine, passed),
        'exec',
        '--interactive',
        ...(command.directory === undefined ? [] : ['--workdir', command.directory]),
        // No secret, and as a word it needs no leave of sudo.
        ...(mark === undefined ? [] : ['--env', `${MARK}=${mark}`]),
        ...passed.flatMap(name => ['--env', name]),
        container,
        ...renaming(aliases),
        ...('words' in command.run ? command.run.words : ['sh', '-c', LINE, command.run.shell]),
      ],
    },
    environment: Object.fromEntries(
      Object.entries(command.environment).map(([name, value]) => [aliases.get(name) ?? name, value]),
    ),
    inherit: ENGINE_VARIABLES,
    ...(command.stdin === undefined ? {} : { stdin: command.stdin }),
  }
}

function isTaken(name: string): boolean {
  return FOR_THE_CLIENT.has(name) || FOR_THE_LOADER.test(name)
}

/** `sudo` clears the environment but for what it is told, and takes that only where sudoers say SETENV. */
function keeping(engine: readonly string[], names: readonly string[]): readonly string[] {
  const [program = '', ...rest] = engine
  if (names.length === 0 || !/(?:^|\/)sudo$/.test(program)) return engine
  return [program, `--preserve-env=${names.join(',')}`, ...rest]
}

/** Gives the variables their own names where the client cannot see them any more. */
function renaming(aliases: ReadonlyMap<string, string>): readonly string[] {
  if (aliases.size === 0) return []
  const steps = [...aliases].map(([name, alias]) => `export ${name}="$${alias}"; unset ${alias};`)
  return ['sh', '-c', `${steps.join(' ')} exec "$@"`, 'sh']
}

/**
 * Ends every process whose environment has the mark; its argument is the mark with its value. One after the other, the oldest
 * first, and those that have started nothing which still runs, so that whoever started them takes note of their end: what is
 * left without a parent becomes a child of process 1, and PostgreSQL, which is that in its images, takes a child that a signal
 * ended for a session that crashed, throws everybody out and recovers. So of that one no child is ended.
 */
const END = `mark=$1; line='
'; first=$(cat /proc/1/comm 2>/dev/null)
marked() { for p in /proc/[0-9]*; do case "$(cat "$p/environ" 2>/dev/null)" in
*"$mark"*) s=$(cat "$p/stat" 2>/dev/null); s=\${s##*) }; s=\${s#* }; echo "\${p#/proc/} \${s%% *}";; esac; done; }
oldest() { sort -n 2>/dev/null || cat; }
gone() { for n in 1 2 3; do [ -e "/proc/$1" ] || return; sleep 0.1 2>/dev/null || sleep 1; done; }
round() { all=$line$(marked | oldest)$line; [ -n "\${all#$line$line}" ] || exit 0
echo "$all" | while read -r pid parent; do
[ -n "$pid" ] || continue
[ "$parent" = 1 ] && case $first in postgres*) continue;; esac
case $2 in
leaves) case $all in *" $pid$line"*) continue;; esac;;
roots) case $all in *"$line$parent "*) continue;; esac;;
esac
kill -"$1" "$pid" 2>/dev/null && gone "$pid"
done; }
round TERM leaves; round TERM leaves; round KILL leaves; round KILL leaves; round KILL roots; round KILL roots; exit 0`

export function endCommand(engine: readonly string[], container: string, mark: string): Command {
  return {
    run: { words: [...engine, 'exec', container, 'sh', '-c', END, 'sh', `${MARK}=${mark}`] },
    environment: {},
    inherit: ENGINE_VARIABLES,
  }
}

/** What the engine says instead of a command's own output when it could not start it there (runc, crun). */
const NOT_STARTED = /^(?:OCI runtime exec failed: |Error: (?:crun|runc): )(.*)/

/** Why a command did not run inside a container; undefined when it did, however it ended. */
export function execFault(
  { exitCode, stdout, stderr }: CommandResult,
  { container, service, command }: { readonly container: string; readonly service: string; readonly command: Command },
): CheckError | undefined {
  const late =
    (exitCode === 1 && stderr.includes(container) && /^Error(?: response from daemon)?: /m.test(stderr)) ||
    (exitCode === 255 && /^Error: can only create exec sessions on running containers/.test(stderr))
  if (late) {
    return serviceStopped(service, 'ended or was paused just now')
  }
  const why = NOT_STARTED.exec(stdout)?.[1] ?? NOT_STARTED.exec(stderr)?.[1]
  if (why === undefined || (exitCode !== 126 && exitCode !== 127)) return undefined
  if (/chdir to cwd|Cwd must be/.test(why)) {
    return new CheckError({
      code: 'directory-missing',
      message: `There is no directory \`${command.directory ?? ''}\` inside the container of \`${service}\`.`,
      hint: 'Inside a service `directory` is an absolute path of its container.',
    })
  }
  const missing = /exec(?:utable file)?:? [`"]([^`"]*)[`"].*(?:not found|no such file)/i.exec(why)?.[1]
  if (missing === 'sh' && !('words' in command.run && command.run.words[0] === 'sh')) {
    return new CheckError({
      code: 'shell-missing',
      message: `The container of \`${service}\` has neither bash nor sh.`,
      hint: 'Give `command` as a list of words, which needs no shell, or look at the service from outside.',
    })
  }
  if (missing !== undefined) {
    return new CheckError({
      code: 'command-not-found',
      message: `There is no command \`${missing}\` inside the container of \`${service}\`.`,
      hint: 'Is it in the image, and in a directory of its PATH?',
    })
  }
  return new CheckError({
    code: 'command-not-started',
    message: `The command could not be started inside the container of \`${service}\`: ${why}`,
    hint: 'May it be executed by the user of the container?',
  })
}

export function serviceStopped(service: string, how: string): CheckError {
  return new CheckError({
    code: 'service-not-running',
    message: `No container of the service \`${service}\` is running: it ${how}.`,
    hint: `Start it (\`docker compose up -d ${service}\`), and look at \`docker compose logs ${service}\`.`,
  })
}
