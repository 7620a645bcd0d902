import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckResult, Failure } from '../../../src/model/result.ts'
import { checksOf } from '../../../src/model/verdict.ts'
import { DEFAULT_SETTINGS, verify } from '../../../src/verify.ts'
import { NO_EVENT } from '../../run-facts.ts'

const DOCKER = `#!/bin/sh
case "$*" in
  *"config --format json"*) cat "$HOME/config.json" ;;
  "ps "*) cat "$HOME/ids" ;;
  "inspect "*) cat "$HOME/containers.$(cat "$HOME/look")" ;;
  "logs --timestamps --tail 12 "*) cat "$HOME/log.$5" ;;
  "image inspect"*) cat "$HOME/images" ;;
  *) echo "docker: 'compose' is not a docker command." >&2; exit 1 ;;
esac
case "$*" in "inspect "*) echo $(($(cat "$HOME/look") + 1)) > "$HOME/look"; [ -e "$HOME/containers.$(cat "$HOME/look")" ] || echo $(($(cat "$HOME/look") - 1)) > "$HOME/look" ;; esac
`

/** A container as `docker inspect` would tell; it is running since an hour unless said otherwise. */
export interface Given {
  readonly service: string
  readonly number?: number
  readonly state?: Readonly<Record<string, unknown>>
  readonly health?: { readonly Status: string; readonly Log?: readonly { readonly Output: string }[] }
  readonly restarts?: number
  readonly image?: string
  readonly imageId?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly logDriver?: string
  /** Seconds before now. */
  readonly createdAgo?: number
  readonly startedAgo?: number
}

export interface Deployment {
  /** What the compose files say of each service. */
  readonly services: Readonly<Record<string, unknown>>
  /** What is there, look after look; the last one stays. */
  readonly looks: readonly (readonly Given[])[]
  /** The digests of images. */
  readonly images?: Readonly<Record<string, readonly string[]>>
  /** What the containers wrote, by their ids (`web1`); a Docker that cannot tell where it is missing. */
  readonly logs?: Readonly<Record<string, readonly string[]>>
  /** Their tags; `shop/SERVICE:1` unless given. */
  readonly tags?: readonly string[]
}

/** Runs the checks of a checklist against a Docker that is a shell script. */
export async function check(deployment: Deployment, checks: string): Promise<readonly CheckResult[]> {
  const root = await mkdtemp(join(tmpdir(), 'containers-'))
  try {
    await mkdir(join(root, 'bin'))
    await writeFile(join(root, 'bin/docker'), DOCKER)
    await chmod(join(root, 'bin/docker'), 0o755)
    await writeFile(join(root, 'config.json'), JSON.stringify({ name: 'shop', services: deployment.services }))
    await writeFile(join(root, 'ids'), deployment.looks.some(look => look.length > 0) ? 'some\n' : '')
    await writeFile(join(root, 'look'), '0')
    for (const [index, look] of deployment.looks.entries()) {
      await writeFile(
        join(root, `containers.${index}`),
        look.map(given => JSON.stringify(inspectedOf(given))).join('\n'),
      )
    }
    const images = Object.entries(deployment.images ?? {}).map(([id, digests]) => {
      const tags = deployment.tags ?? [`shop/${id.replace('sha256:', '')}:1`]
      return JSON.stringify({ id, digests, tags })
    })
    await writeFile(join(root, 'images'), images.join('\n'))
    for (const [id, lines] of Object.entries(deployment.logs ?? {})) {
      await writeFile(join(root, `log.${id}`), lines.map(line => `2026-01-14T04:30:00.000000000Z ${line}\n`).join(''))
    }
    await writeFile(join(root, 'checklist.yml'), `hosts: { prod: { compose: {} } }\nchecks:\n${checks}`)
    const environment = { PATH: `${join(root, 'bin')}:${process.env.PATH}`, HOME: root }
    const rest = { root, variables: {}, select: [], skip: [], target: null, environment, event: NO_EVENT }
    const report = await verify({ ...DEFAULT_SETTINGS, ...rest }, { signal: new AbortController().signal })
    if (report.report === 'invalid') throw new Error(JSON.stringify(report.diagnostics.map(({ message }) => message)))
    return checksOf(report.run).map(placed => placed.check)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

export function failuresOf({ outcome }: CheckResult): readonly Failure[] {
  if (outcome.status === 'passed') return []
  if (outcome.status !== 'failed') throw new Error(JSON.stringify(outcome))
  return outcome.failures
}

function inspectedOf(given: Given): unknown {
  const { service, number = 1, health, state = {}, restarts = 0, createdAgo = 3_600, startedAgo = createdAgo } = given
  const at = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString()
  return {
    id: `${service}${number}`,
    name: `/shop-${service}-${number}`,
    created: at(createdAgo),
    image: given.image ?? `shop/${service}:1`,
    imageId: given.imageId ?? `sha256:${service}`,
    labels: {
      'com.docker.compose.service': service,
      'com.docker.compose.container-number': String(number),
      'com.docker.compose.oneoff': 'False',
      ...given.labels,
    },
    tty: false,
    restarts,
    logDriver: given.logDriver ?? 'json-file',
    state: {
      Status: 'running',
      ExitCode: 0,
      OOMKilled: false,
      Error: '',
      StartedAt: at(startedAgo),
      FinishedAt: '0001-01-01T00:00:00Z',
      ...(health === undefined ? {} : { Health: health }),
      ...state,
    },
    ports: {},
  }
}
