import { randomUUID } from 'node:crypto'
import { CheckError } from '../../model/check-error.ts'
import { suggest } from '../../model/suggest.ts'
import type { ComposeService, DeployedContainer, DeployedProject, ImageNames } from '../compose.ts'
import type { Machine } from '../machine.ts'
import type { Command, CommandResult } from '../shell.ts'
import { type ComposeConfig, projectNameOf, readConfigJson, readConfigYaml } from './compose-config.ts'
import { type Call, engineFailed, engineFault, filesFault, missingProgram, says } from './compose-fault.ts'
import { COMPOSE_VARIABLES, type ComposeSettings, composeWords, ENGINE_VARIABLES, engineWords } from './engine-words.ts'
import { endCommand, execCommand, execFault, serviceStopped } from './in-service.ts'
import { containerFormat, imageFormat, PROJECT, readContainers, readImages, tellsOf } from './inspect.ts'
import { requireService } from './require-service.ts'

/** How long the end of a process inside a container may take. */
const END_MS = 8_000

/** The Compose project that the settings describe, on a machine. Nothing is asked before it is needed. */
export class EngineProject implements DeployedProject {
  readonly machine: Machine
  readonly engine: readonly string[]
  readonly #settings: ComposeSettings
  readonly #notice: (text: string) => void
  readonly #running = new Set<Promise<unknown>>()
  #config: { readonly project: string; readonly services: readonly ComposeService[] } | undefined

  constructor(machine: Machine, settings: ComposeSettings, notice: (text: string) => void) {
    this.machine = machine
    this.engine = engineWords(settings)
    this.#settings = settings
    this.#notice = notice
  }

  async services(signal: AbortSignal): Promise<readonly ComposeService[]> {
    return (await this.#read(signal)).services
  }

  async containers(signal: AbortSignal): Promise<readonly DeployedContainer[]> {
    const { project } = await this.#read(signal)
    const label = `label=${PROJECT}=${project}`
    const listed = await this.#callEngine(['ps', '--all', '--quiet', '--no-trunc', '--filter', label], signal)
    if (listed.exitCode !== 0) throw engineFailed(listed, this.#call(this.engine))
    const ids = listed.stdout.split('\n').filter(id => id !== '')
    if (ids.length === 0) return []
    const words = ['inspect', '--type', 'container', '--format', containerFormat(this.engine), ...ids]
    const inspected = await this.#callEngine(words, signal)
    // One that was removed in the meantime is no longer of the project.
    if (inspected.exitCode !== 0 && !/no such (?:object|container)/i.test(inspected.stderr)) {
      throw engineFailed(inspected, this.#call(this.engine))
    }
    if (!tellsOf(inspected.stdout, inspected.exitCode === 0 ? ids.length : 0)) {
      const stderr = `\`inspect\` did not tell of every container. ${says(inspected.stderr)}`
      throw engineFailed({ exitCode: inspected.exitCode, stderr }, this.#call(this.engine))
    }
    return readContainers(inspected.stdout)
  }

  async images(imageIds: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, ImageNames>> {
    if (imageIds.length === 0) return new Map()
    // Asked anew each time: a name may be given to another image while the run goes on.
    const words = ['image', 'inspect', '--format', imageFormat(this.engine), ...imageIds]
    const inspected = await this.#callEngine(words, signal)
    // The image of a running container may be removed by force; what it was called is then not known.
    return readImages(
      inspected.stdout
        .split('\n')
        .filter(line => line.endsWith('}') && tellsOf(line, 1))
        .join('\n'),
    )
  }

  async inService(service: string, command: Command, signal: AbortSignal): Promise<Command> {
    return execCommand(this.engine, await this.#runningIn(service, signal), command)
  }

  run(service: string, command: Command, signal: AbortSignal): Promise<CommandResult> {
    return this.#awaited(this.#run(service, command, signal))
  }

  /** The check of a command that is ended is over at once; what it started inside is not, and its machine is still there. */
  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }

  /** The end of the project waits for it. */
  #awaited<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work)
    return work.finally(() => this.#running.delete(work))
  }

  async #run(service: string, command: Command, signal: AbortSignal): Promise<CommandResult> {
    const container = await this.#runningIn(service, signal)
    const mark = randomUUID()
    try {
      const result = await this.machine.run(execCommand(this.engine, container, command, mark), signal)
      const fault = execFault(result, { container, service, command }) ?? this.#sudoFault(result)
      if (fault !== undefined) throw fault
      await this.#requireEngine(result, container, signal)
      return result
    } catch (error) {
      // The client is gone; what it started inside is not.
      if (!(error instanceof CheckError) || signal.aborted || error.code === 'output-too-long') {
        await this.#end(service, container, mark)
      }
      // That takes another connection, and the check need not wait for one.
      if (error instanceof CheckError && error.code === 'ssh-connection-lost') {
        this.#awaited(this.#end(service, container, mark)).catch(() => undefined)
      }
      throw error
    }
  }

  /** Where the client has lost its engine it ends with 255, or with 1 before it began; a command may do the same. */
  async #requireEngine(result: CommandResult, container: string, signal: AbortSignal): Promise<void> {
    if (result.exitCode !== 255 && engineFault(result, this.#call(this.engine)) === undefined) return
    await this.#callEngine(['inspect', '--type', 'container', '--format', '{{.Id}}', container], signal)
  }

  async #end(service: string, container: string, mark: string): Promise<void> {
    const ended = await this.machine
      .run(endCommand(this.engine, container, mark), AbortSignal.timeout(END_MS))
      // With its container it has ended, too.
      .then(
        ({ exitCode, stderr }) =>
          exitCode === 0 || /is not running|running containers|no (?:such container|container with)/i.test(stderr),
      )
      .catch(() => false)
    if (!ended) this.#notice(`A command in the service ${service} could not be ended inside its container.`)
  }

  /** The first running container of the service. */
  async #runningIn(service: string, signal: AbortSignal): Promise<string> {
    const own = (await this.containers(signal)).filter(container => container.service === service)
    const running = own.find(({ state }) => state === 'running')
    if (running !== undefined) return running.id
    requireService(service, await this.services(signal))
    const [first] = own
    throw serviceStopped(
      service,
      first === undefined ? 'has none at all' : `${first.state === 'exited' ? 'has' : 'is'} ${first.state}`,
    )
  }

  /** Anything else that fails inside is the command's own affair. */
  #sudoFault(result: CommandResult): CheckError | undefined {
    const bySudo = /^sudo: /.test(result.stderr) && /(?:^|\/)sudo$/.test(this.engine[0] ?? '')
    return bySudo ? engineFault(result, this.#call(this.engine)) : undefined
  }

  async #read(signal: AbortSignal) {
    this.#config ??= await this.#readConfig(signal)
    return this.#config
  }

  async #readConfig(signal: AbortSignal) {
    const [config] = await Promise.all([this.#askConfig(signal), this.#requireProfiles(signal)])
    const { services } = config
    if (services.length === 0) {
      throw new CheckError({
        code: 'compose-file-invalid',
        message: `The compose files on ${this.machine.label} have no service whose profile is active.`,
        hint: 'Name the profiles in the `compose` block of the host: `profiles: [production]`.',
      })
    }
    return { project: config.project, services }
  }

  async #askConfig(signal: AbortSignal): Promise<ComposeConfig & { readonly project: string }> {
    const asked = await this.#callCompose(['config', '--format', 'json'], signal)
    const call = this.#call(composeWords(this.#settings))
    // Compose 1 knows no `--format`, and prints how `config` is used.
    if (/^Usage: config \[options\]|unrecognized arguments: --format/m.test(asked.stderr)) return this.#askOlder(signal)
    const { exitCode, stdout, stderr } = asked
    if (exitCode !== 0) throw filesFault(asked, call)
    const config = readConfigJson(stdout)
    if (config === undefined) {
      throw engineFailed({ exitCode, stderr: `\`config --format json\` gave no JSON. ${says(stderr)}` }, call)
    }
    return {
      ...config,
      project: config.project ?? this.#settings.project ?? (await this.#ofEnvironment(signal)).project,
    }
  }

  /** Compose 1 tells neither the project's name nor which services are of active profiles. */
  async #askOlder(signal: AbortSignal): Promise<ComposeConfig & { readonly project: string }> {
    const { exitCode, stdout, stderr } = await this.#callCompose(['config'], signal)
    if (exitCode !== 0) throw filesFault({ exitCode, stderr }, this.#call(composeWords(this.#settings)))
    const { project, profiles } = await this.#ofEnvironment(signal)
    const { services } = readConfigYaml(stdout, [...this.#settings.profiles, ...profiles])
    return { services, project: this.#settings.project ?? project }
  }

  /** Compose takes the name of a profile that no service has without a word, and starts less than was meant. */
  async #requireProfiles(signal: AbortSignal): Promise<void> {
    const { profiles } = this.#settings
    if (profiles.length === 0 || profiles.includes('*')) return
    const { exitCode, stdout } = await this.#callCompose(['config', '--profiles'], signal)
    if (exitCode !== 0) return
    const known = stdout.split('\n').filter(name => name !== '')
    const unknown = profiles.find(profile => !known.includes(profile))
    if (unknown === undefined) return
    const near = suggest(unknown, known)
    throw new CheckError({
      code: 'compose-profile-unknown',
      message: `No service of the compose files on ${this.machine.label} has the profile \`${unknown}\`.`,
      hint: near === undefined ? `There are: ${known.join(', ') || 'none'}.` : `Did you mean \`${near}\`?`,
    })
  }

  /** What Compose would take from its environment and its folder. What stands in `.env` is not seen: `project` says it. */
  async #ofEnvironment(signal: AbortSignal) {
    const command = `printf '%s\\n' "\${COMPOSE_PROJECT_NAME:-}" "\${COMPOSE_PROFILES:-}"; cd "$(dirname -- "$FILE")" && pwd`
    const environment = { FILE: this.#settings.files[0] ?? './x' }
    const { stdout } = await this.machine.run(
      { run: { shell: command }, environment, inherit: COMPOSE_VARIABLES, ...this.#place() },
      signal,
    )
    const [named = '', profiles = '', directory = ''] = stdout.split('\n')
    return { project: named === '' ? projectNameOf(directory) : named, profiles: profiles.split(',') }
  }

  #callCompose(words: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    const own = composeWords(this.#settings)
    const environment = {}
    const command = { run: { words: [...own, ...words] }, environment, inherit: COMPOSE_VARIABLES, ...this.#place() }
    return this.#callProgram(command, this.#call(this.#settings.command ?? own.slice(0, 2)), signal)
  }

  #callEngine(words: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    const command = { run: { words: [...this.engine, ...words] }, environment: {}, inherit: ENGINE_VARIABLES }
    return this.#callProgram(command, this.#call(this.engine), signal)
  }

  async #callProgram(command: Command, call: Call, signal: AbortSignal): Promise<CommandResult> {
    const result = await this.machine.run(command, signal).catch((error: unknown) => {
      throw error instanceof CheckError && error.code === 'command-not-found' ? missingProgram(call) : error
    })
    const fault = result.exitCode === 0 ? undefined : engineFault(result, call)
    if (fault !== undefined) throw fault
    return result
  }

  #call(words: readonly string[]): Call {
    return { machine: this.machine, program: words.join(' ') }
  }

  #place() {
    const { directory } = this.#settings
    return directory === undefined ? {} : { directory }
  }
}
