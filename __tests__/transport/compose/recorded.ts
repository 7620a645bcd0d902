/** What Docker 28 (engine 20.10) and Compose 2.26 and 1.29 wrote, shortened. */
export const CONFIG_JSON = JSON.stringify({
  name: 'shop',
  services: {
    web: {
      command: ['sleep', 'infinity'],
      depends_on: { migrate: { condition: 'service_completed_successfully', required: true } },
      environment: { SECRET: 'hunter2' },
      healthcheck: { test: ['CMD-SHELL', 'true'], interval: '1s' },
    },
    migrate: { command: ['true'] },
    two: { deploy: { replicas: 2, resources: {}, placement: {} } },
    scaled: { scale: 3 },
    off: { deploy: { replicas: 0 } },
  },
})

export const CONFIG_YAML = `services:
  dbg:
    command:
    - sleep
    - infinity
    image: vd-base:1
    profiles:
    - debug
  migrate:
    command:
    - "true"
    image: vd-base:1
  two:
    command:
    - sh
    - -c
    - sleep infinity
    image: vd-base:1
    scale: 2
  three:
    deploy:
      replicas: 3
  web:
    command:
    - sleep
    - infinity
    depends_on:
      migrate:
        condition: service_completed_successfully
    environment:
      MULTI: "a\\n  deploy:\\n    replicas: 7\\n"
      SECRET: hunter2
    healthcheck:
      interval: 1s
      test:
      - CMD-SHELL
      - "true"
    image: vd-base:1
version: '3.9'

`

export const USAGE_OF_V1 = `Validate and view the Compose file.

Usage: config [options]

Options:
    --resolve-image-digests  Pin image tags to digests.
    --profiles               Print the profile names, one per line.
`

const LABELS = {
  'com.docker.compose.config-hash': 'c68eb853',
  'com.docker.compose.container-number': '1',
  'com.docker.compose.oneoff': 'False',
  'com.docker.compose.project': 'shop',
  'com.docker.compose.service': 'web',
  'com.docker.compose.version': '2.26.1',
}
const STATE = {
  Dead: false,
  Error: '',
  ExitCode: 0,
  FinishedAt: '0001-01-01T00:00:00Z',
  OOMKilled: false,
  Paused: false,
  Pid: 3848,
  Restarting: false,
  Running: true,
  StartedAt: '2026-11-25T13:30:54.560781867Z',
  Status: 'running',
}

/** A line of `docker inspect` for a container of `web`. */
export function inspected(
  given: Readonly<Record<string, unknown>> = {},
  labels: Readonly<Record<string, string>> = {},
  state: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    id: '11acf6772036af4bcfe23c50e0f57922383a54d8839f928731c09f8553430b28',
    name: '/shop-web-1',
    created: '2026-11-25T13:30:52.175521802Z',
    image: 'vd-base:1',
    imageId: 'sha256:fca920bca3e2',
    labels: { ...LABELS, ...labels },
    tty: false,
    restarts: 0,
    logDriver: 'json-file',
    state: { ...STATE, ...state },
    ports: {
      '80/tcp': [
        { HostIp: '127.0.0.1', HostPort: '28080' },
        { HostIp: '::1', HostPort: '28081' },
      ],
      '443/tcp': null,
    },
    ...given,
  })
}
