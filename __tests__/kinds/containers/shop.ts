import { check, type Deployment, failuresOf, type Given } from './fake-docker.ts'

export const ONE = '  - containers: prod\n'
export const exited = (ExitCode: number, more = {}) => ({ Status: 'exited', ExitCode, ...more })

/** A shop with one service of each sort, all in order, but for what a test changes. */
export function shop(
  changed: Readonly<Record<string, Partial<Given> | null>> = {},
  more: Partial<Deployment> = {},
): Deployment {
  const all: readonly Given[] = [
    { service: 'web', health: { Status: 'healthy' } },
    { service: 'redis' },
    { service: 'migrate', state: exited(0) },
  ]
  const look = all.flatMap(given => {
    const change = changed[given.service]
    return change === null ? [] : [{ ...given, ...change }]
  })
  return {
    services: {
      web: { depends_on: { migrate: { condition: 'service_completed_successfully' } } },
      redis: {},
      migrate: {},
    },
    looks: [look],
    ...more,
  }
}

/** The messages of the failures of the first check. */
export async function messages(deployment: Deployment, checks = ONE): Promise<readonly string[]> {
  const [first] = await check(deployment, checks)
  if (first === undefined) throw new Error('No check ran.')
  return failuresOf(first).map(({ message }) => message)
}
