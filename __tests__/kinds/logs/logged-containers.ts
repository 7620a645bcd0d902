import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ObserveContext } from '../../../src/kinds/kind.ts'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import type { ComposeContainer } from '../../../src/transport/compose.ts'
import { observe } from '../builders.ts'
import { container, contextOn, program, project } from './log-machines.ts'

/** A folder with an engine that prints the logs written there. */
export interface LoggedContainers extends AsyncDisposable {
  readonly folder: string
  readonly engine: string
  /** A container with this log, with which the engine ends as `code` and `words` say. */
  logged(log: string, given?: Partial<ComposeContainer> & { code?: number; words?: string }): Promise<ComposeContainer>
  look(
    containers: readonly ComposeContainer[],
    spec?: Record<string, unknown>,
    given?: Partial<ObserveContext> & { services?: readonly string[] },
  ): ReturnType<typeof observe>
  /** How the engine was called for a container. */
  callsOf(id: string): Promise<readonly string[]>
}

/** Prints `ID.log`, for `--tail 1` `ID.tail` where there is one; then ends with the number in `ID.code`. */
const ENGINE = `cd "$(dirname "$0")"; echo "$*" >> calls
for id; do :; done
case "$*" in *--tail*) if [ -e "$id.tail" ]; then cat "$id.tail"; exit 0; fi;; esac
cat "$id.log"
[ ! -e "$id.words" ] || cat "$id.words" >&2
exit "$(cat "$id.code" 2>/dev/null || echo 0)"`

export async function loggedContainers(): Promise<LoggedContainers> {
  const folder = await mkdtemp(join(tmpdir(), 'services-'))
  const engine = await program(folder, 'engine', ENGINE)
  let made = 0
  return {
    folder,
    engine,
    async logged(log, { code, words, ...rest } = {}) {
      made += 1
      const id = `c${made}`
      await writeFile(join(folder, `${id}.log`), log)
      if (code !== undefined) await writeFile(join(folder, `${id}.code`), String(code))
      if (words !== undefined) await writeFile(join(folder, `${id}.words`), words)
      return container({ id, ...rest })
    },
    async look(containers, spec = {}, { services, ...given } = {}) {
      const compose = project(containers, { engine, ...(services && { services }) })
      const names = [...new Set(containers.map(({ service }) => service))]
      return observe(logsKind, { host: 'prod', services: names, ...spec }, contextOn({ compose }, given))
    },
    async callsOf(id) {
      return (await readFile(join(folder, 'calls'), 'utf8')).split('\n').filter(line => line.endsWith(` ${id}`))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

/** A line as Docker's client prints it, in a second of a minute. */
export function at(second: string, line: string): string {
  return `2026-01-14T04:30:${(second.includes('.') ? second : `${second}.`).padEnd(12, '0')}Z ${line}\n`
}
