import type { Json, JsonObject } from '../../model/json.ts'
import type { EvidencePart, Observation } from '../../model/observation.ts'
import type { Filled } from '../../model/template.ts'
import { requireService } from '../../transport/compose/require-service.ts'
import type { DeployedContainer, DeployedProject, ImageNames } from '../../transport/compose.ts'
import type { ObserveContext } from '../kind.ts'
import { composeOf } from '../on-host.ts'
import { judgeContainers } from './judge.ts'
import { lastLines } from './last-lines.ts'
import { RestartMemory } from './restarts.ts'
import { ago, type Seen, type SeenContainer, stateOf } from './seen.ts'
import type { ContainersSpec } from './shape.ts'

export async function observeContainers(spec: Filled<ContainersSpec>, context: ObserveContext): Promise<Observation> {
  const project = await composeOf(spec.host, context)
  const memory = await context.resource('containers restarts', () => new RestartMemory())
  return observation(await look(spec, { project, memory }, context))
}

async function look(
  { services: asked }: Filled<ContainersSpec>,
  { project, memory }: { readonly project: DeployedProject; readonly memory: RestartMemory },
  context: ObserveContext,
): Promise<Seen> {
  const { signal, clock, facts, sent } = context
  sent()
  const known = await project.services(signal)
  for (const name of asked ?? []) requireService(name, known)
  const services = known.filter(({ name }) => asked === undefined || asked.includes(name))
  const all = await project.containers(signal)
  const own = all.filter(({ service }) => asked === undefined || asked.includes(service))
  const images = [...new Set(own.map(({ imageId }) => imageId))].filter(id => id !== '')
  const names = await project.images(images, signal)
  const clockOffset = await project.machine.clockOffset(signal)
  const now = clock.now()
  const runBegan = Date.parse(facts.startedAt)
  const containers = own.map((container): SeenContainer => {
    const startedAt = container.startedAt === undefined ? undefined : Date.parse(container.startedAt) - clockOffset
    const upMs = container.state === 'running' && startedAt !== undefined ? now - startedAt : undefined
    const restarting = memory.judge(container, { upMs, startedAt, runBegan })
    return {
      ...container,
      digests: digestsOf(container, names.get(container.imageId)?.digests ?? []),
      outdated: isOutdated(container, names.get(container.imageId)),
      ...(upMs === undefined ? {} : { upMs }),
      ...(restarting === undefined ? {} : { restarting }),
    }
  })
  return {
    services,
    containers,
    clockOffset,
    now,
    lastLines: await lastLines(project, { services, containers }, context),
  }
}

/** Those under the name the container was started by, as another repository may hold a digest of its own; else all. */
function digestsOf({ image }: DeployedContainer, digests: readonly string[]): readonly string[] {
  const pinned = /@(sha256:[0-9a-f]+)$/.exec(image)?.[1]
  if (pinned !== undefined) return [pinned]
  const repository = image.replace(/:[^:/]*$/, '')
  const pairs = digests.map(digest => digest.split('@'))
  const same = pairs.filter(([name = '']) => name === repository || name.endsWith(`/${repository}`))
  return (same.length > 0 ? same : pairs).flatMap(([, digest]) => digest ?? [])
}

/** An image that was built or pulled anew takes its name from the one that still runs, whose container keeps that name. */
function isOutdated({ image }: DeployedContainer, names: ImageNames | undefined): boolean {
  // What is named by its content cannot mean another one.
  if (names === undefined || image.includes('@') || /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image)) return false
  return !names.tags.some(tag => usualName(tag) === usualName(image))
}

/** Docker leaves out of a name what it takes for granted, Podman adds it. */
function usualName(image: string): string {
  const name = image.replace(/^(?:(?:index\.)?docker\.io|localhost)\//, '').replace(/^library\//, '')
  return /:[^:/]*$/.test(name) ? name : `${name}:latest`
}

function observation(seen: Seen): Observation {
  const { containers } = seen
  const list = containers.map(containerJson)
  return {
    parts: {
      containers: list,
      states: byService(seen, stateOf),
      replicas: Object.fromEntries(
        namesIn(seen).map(name => [name, containers.filter(({ service }) => service === name).length]),
      ),
      restarts: byService(seen, ({ restarts }) => restarts),
      oom_killed: byService(seen, ({ oomKilled }) => oomKilled),
      images: byService(seen, ({ image }) => image),
      image_digests: byService(seen, ({ digests }) => digests),
    },
    remarks: absences(seen),
    document: { json: list },
    secrets: [],
    judge: expected => judgeContainers(seen, expected),
    evidence: () => evidenceOf(seen),
  }
}

function namesIn({ services, containers }: Seen): readonly string[] {
  return [...new Set([...services.map(({ name }) => name), ...containers.map(({ service }) => service)])]
}

/** Service → a value for each of its containers. */
function byService(seen: Seen, value: (container: SeenContainer) => Json): JsonObject {
  const { containers } = seen
  return Object.fromEntries(
    namesIn(seen).map(name => [name, containers.filter(({ service }) => service === name).map(value)]),
  )
}

/** Why `image_digests.backend` is not there. */
function absences({ containers }: Seen): Readonly<Record<string, string>> {
  const built = containers.filter(({ digests }) => digests.length === 0)
  return Object.fromEntries(
    built.map(({ service, image }) => [
      `image_digests.${service}`,
      `The image \`${image}\` was built on that machine and neither pulled nor pushed, so it has no digest.`,
    ]),
  )
}

function containerJson(container: SeenContainer): JsonObject {
  const { service, name, state, health, exitCode, restarts, oomKilled, image, imageId, labels, ports } = container
  return {
    service,
    name,
    state,
    health: health ?? null,
    ...(health === 'unhealthy' ? { health_output: container.probe ?? '' } : {}),
    exit_code: exitCode,
    restarts,
    oom_killed: oomKilled,
    image,
    image_id: imageId,
    digest: container.digests[0] ?? null,
    labels,
    started_at: container.startedAt ?? null,
    ports,
  }
}

function evidenceOf({ containers, lastLines, clockOffset, now }: Seen): readonly EvidencePart[] {
  const rows = containers.map(container => [
    container.name,
    stateOf(container),
    container.state === 'running' || container.state === 'created' ? '' : `exit ${container.exitCode}`,
    `restarts ${container.restarts}`,
    startOf(container, now + clockOffset),
    container.outdated ? `${container.image} (no longer the image of that name)` : container.image,
  ])
  const probes = containers.filter(
    ({ health, probe = '' }) => health !== undefined && health !== 'healthy' && probe !== '',
  )
  return [
    { title: 'Containers', text: table(rows), language: 'text', outside: false },
    ...probes.map(
      ({ name, probe = '' }): EvidencePart => ({
        title: `Last health probe of ${name}`,
        text: probe,
        language: 'text',
        outside: true,
      }),
    ),
    ...containers.flatMap(({ id, name }): readonly EvidencePart[] => {
      const text = lastLines.get(id)
      if (text === undefined) return []
      return [{ title: `Last lines of ${name}`, text, language: 'text', outside: true }]
    }),
  ]
}

/** `now` is the time of the containers' machine. */
function startOf({ startedAt }: SeenContainer, now: number): string {
  return startedAt === undefined ? 'never started' : `started ${ago(now - Date.parse(startedAt))}`
}

function table(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) {
    return [
      'There are none. Does the project have another name?',
      '`docker compose ls --all` on the host tells it; `project` in its `compose` block says which.',
    ].join('\n')
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
