import { isObject, type Json, type JsonObject, parseJson } from '../../model/json.ts'
import type { DeployedContainer, ImageNames } from '../compose.ts'

const FIELDS = {
  name: '.Name',
  created: '.Created',
  image: '.Config.Image',
  imageId: '.Image',
  labels: '.Config.Labels',
  tty: '.Config.Tty',
  restarts: '.RestartCount',
  logDriver: '.HostConfig.LogConfig.Type',
  state: '.State',
  ports: '.NetworkSettings.Ports',
}

/**
 * A template for `docker inspect --format` that gives a line of JSON a container. It asks for what is needed only: of
 * environments and commands nothing ever leaves the engine. `.State` comes whole: a template that reads `.State.Health`
 * fails over a container without a health check.
 */
export function containerFormat(engine: readonly string[]): string {
  return formatOf({ id: idOf(engine), ...FIELDS })
}

export function imageFormat(engine: readonly string[]): string {
  return formatOf({ id: idOf(engine), digests: '.RepoDigests', tags: '.RepoTags' })
}

function formatOf(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(([name, path]) => `"${name}":{{json ${path}}}`)
  return `{${parts.join(',')}}`
}

/** Docker's templates read the names of the JSON, Podman's those of its Go structures, of which only this one differs. */
function idOf(engine: readonly string[]): string {
  return engine.some(word => /(?:^|\/)podman$/.test(word)) ? '.ID' : '.Id'
}

const SERVICE = 'com.docker.compose.service'
const NUMBER = 'com.docker.compose.container-number'
const ONE_OFF = 'com.docker.compose.oneoff'
export const PROJECT = 'com.docker.compose.project'

/** The containers of services, in order of service and number; those of `compose run` are left out. */
export function readContainers(output: string): readonly DeployedContainer[] {
  return linesOf(output)
    .flatMap(line => containerOf(line) ?? [])
    .toSorted((a, b) => compare(a.service, b.service) || a.number - b.number || compare(a.name, b.name))
}

/** Whether what was printed can be read, and tells of so many things at least. */
export function tellsOf(output: string, count: number): boolean {
  try {
    return linesOf(output).length >= count
  } catch {
    return false
  }
}

export function readImages(output: string): ReadonlyMap<string, ImageNames> {
  const images = linesOf(output).map(({ id, digests, tags }) => {
    return [textOf(id), { digests: listOf(digests).map(textOf), tags: listOf(tags).map(textOf) }] as const
  })
  return new Map(images)
}

function linesOf(output: string): readonly JsonObject[] {
  const lines = output.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => parseJson(line)).filter(isObject)
}

function containerOf(seen: JsonObject): DeployedContainer | undefined {
  const labels = labelsOf(seen.labels)
  const service = labels[SERVICE]
  if (service === undefined || labels[ONE_OFF]?.toLowerCase() === 'true') return undefined
  const state = objectOf(seen.state)
  const check = objectOf(state.Health)
  const health = textOf(check.Status)
  const probe = textOf(objectOf(listOf(check.Log).at(-1)).Output)
  return {
    id: textOf(seen.id),
    name: textOf(seen.name).replace(/^\//, ''),
    service,
    number: Number(labels[NUMBER] ?? 1) || 1,
    state: textOf(state.Status),
    ...(health === '' || health === 'none' ? {} : { health, probe }),
    exitCode: Number(state.ExitCode ?? 0),
    error: textOf(state.Error),
    restarts: Number(seen.restarts ?? 0),
    oomKilled: state.OOMKilled === true,
    image: textOf(seen.image),
    imageId: textOf(seen.imageId),
    labels,
    createdAt: textOf(seen.created),
    ...timeOf('startedAt', state.StartedAt),
    ...timeOf('finishedAt', state.FinishedAt),
    logDriver: textOf(seen.logDriver),
    tty: seen.tty === true,
    ports: portsOf(seen.ports),
  }
}

/** Go's zero time means never. */
function timeOf<K extends string>(key: K, value: Json | undefined): { readonly [P in K]?: string } {
  const text = textOf(value)
  return (text === '' || text.startsWith('0001-01-01') ? {} : { [key]: text }) as { readonly [P in K]?: string }
}

function labelsOf(value: Json | undefined): Readonly<Record<string, string>> {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, label]) => [name, textOf(label)])) : {}
}

function portsOf(value: Json | undefined): readonly string[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([inner, published]) => {
    const outer = listOf(published).filter(isObject)
    if (outer.length === 0) return [inner]
    return outer.map(({ HostIp, HostPort }) => `${withBrackets(textOf(HostIp))}:${textOf(HostPort)}->${inner}`)
  })
}

function withBrackets(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
