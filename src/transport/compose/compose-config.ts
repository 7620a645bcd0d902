import { isObject, type Json, type JsonObject, parseJson } from '../../model/json.ts'
import type { ComposeService } from '../compose.ts'

/** What is kept of `compose config`: nothing of environments, commands and secrets. */
export interface ComposeConfig {
  /** Absent where Compose does not say: version 1. */
  readonly project?: string
  readonly services: readonly ComposeService[]
}

const COMPLETES = 'service_completed_successfully'

/** Reads what `compose config --format json` prints: services of active profiles only. Undefined when it is no JSON. */
export function readConfigJson(text: string): ComposeConfig | undefined {
  const config = parsed(text)
  if (config === undefined) return undefined
  const services = objectAt(config, 'services')
  const name = isObject(config) ? config.name : undefined
  const awaited = new Set(Object.values(services).flatMap(service => completionsIn(objectAt(service, 'depends_on'))))
  return {
    ...(typeof name === 'string' && name !== '' ? { project: name } : {}),
    services: Object.entries(services).map(([service, spec]) => ({
      name: service,
      replicas: replicasOf(spec),
      completes: awaited.has(service),
    })),
  }
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function completionsIn(dependencies: JsonObject): readonly string[] {
  return Object.entries(dependencies)
    .filter(([, dependency]) => isObject(dependency) && dependency.condition === COMPLETES)
    .map(([name]) => name)
}

/** `scale` is the older word for `deploy.replicas`; Compose refuses two that differ. */
function replicasOf(service: Json | undefined): number {
  const scale = isObject(service) ? service.scale : undefined
  const given = objectAt(service, 'deploy').replicas ?? scale
  return typeof given === 'number' ? given : 1
}

function objectAt(value: Json | undefined, key: string): JsonObject {
  const inner = isObject(value) ? value[key] : undefined
  return isObject(inner) ? inner : {}
}

/**
 * Reads what Compose 1 prints for `config`: YAML in block style, indented by two, with the services of all profiles. Of it
 * only lines at known places count (`services.NAME.scale`, `.deploy.replicas`, `.profiles`, `.depends_on.OTHER.condition`);
 * longer texts are indented further, below other keys.
 */
export function readConfigYaml(text: string, activeProfiles: readonly string[]): ComposeConfig {
  const services = new Map<string, { replicas: number; readonly profiles: string[] }>()
  const awaited = new Set<string>()
  for (const { path, value } of placesIn(text)) {
    const [top, service, ...below] = path
    if (top !== 'services' || service === undefined) continue
    const own = services.get(service) ?? { replicas: 1, profiles: [] }
    services.set(service, own)
    const place = below.join('.')
    if (place === 'scale' || place === 'deploy.replicas') own.replicas = Number(value)
    else if (place === 'profiles.-') own.profiles.push(value)
    else if (below[0] === 'depends_on' && below[2] === 'condition' && value === COMPLETES) awaited.add(below[1] ?? '')
  }
  const isActive = (profiles: readonly string[]): boolean =>
    profiles.length === 0 || profiles.some(profile => activeProfiles.includes(profile))
  return {
    services: [...services]
      .filter(([, { profiles }]) => isActive(profiles))
      .map(([name, { replicas }]) => ({ name, replicas, completes: awaited.has(name) })),
  }
}

/** Where each line of such YAML stands; the items of a list, which stand below its key without indentation, at `-`. */
function* placesIn(text: string): Generator<{ readonly path: readonly string[]; readonly value: string }> {
  const path: string[] = []
  for (const line of text.split('\n')) {
    const [, indent = '', dash, quoted, plain, value = ''] = LINE.exec(line) ?? []
    if (indent.length % 2 === 1) continue
    const depth = indent.length / 2
    if (dash !== undefined) {
      yield { path: [...path.slice(0, depth + 1), '-'], value: dash }
    } else if (quoted !== undefined || plain !== undefined) {
      path.splice(depth, path.length, quoted ?? plain ?? '')
      yield { path, value }
    }
  }
}

/** `- item`, `key:` or `key: value`. */
const LINE = /^( *)(?:- ["']?([\w.-]+)["']?|(?:["']([^"']+)["']|([^\s'"#-][^:]*)):(?: (.*))?)$/

/** The name Compose gives a project that has none: that of its folder, in small letters, without what a name may not have. */
export function projectNameOf(directory: string): string {
  const name = directory.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return name.toLowerCase().replace(/[^-_a-z0-9]/g, '')
}
