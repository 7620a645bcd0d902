import { readFileSync } from 'node:fs'
import { waitFor } from '../../scripts/real-stack/command.ts'
import type { Deployment } from '../../scripts/real-stack/deployment.ts'
import { CURRENT, ensureImages } from '../../scripts/real-stack/images.ts'
import type { Finds } from '../example/fault-table.ts'

/** One way in which the deployment on the server is wrong, and exactly what the checklist finds of it. */
export interface StackFault {
  readonly finds: Finds
  /** What the report on the terminal says besides: the evidence. */
  readonly says?: string
  /** Brings it about in a deployment that is well. */
  arrange(deployment: Deployment): Promise<void>
  /** Mends what deploying again does not. */
  mend?(deployment: Deployment): Promise<void>
}

const OLD = { version: '2.2.0', revision: '0ld0c2b7a9d3e4f5061728394a5b6c7d8e9f0011' }
const DYING = `["node", "--eval", "console.error('Error: TELEGRAM_TOKEN is not set'); process.exit(1)"]`

const NGINX = readFileSync(new URL('../../examples/assistance/compose/nginx/assistance.conf', import.meta.url), 'utf8')

export const stackFaults: Readonly<Record<string, StackFault>> = {
  'backend unhealthy': {
    finds: { failed: { containers: [['states.backend', 'healthy', 'unhealthy']] } },
    says: 'connect ECONNREFUSED redis:6379',
    async arrange(deployment) {
      const test = `["CMD-SHELL", "echo connect ECONNREFUSED redis:6379; exit 1"]`
      await replace(deployment, 'backend', `healthcheck: { test: ${test}, retries: 1, start_period: 0s }`)
      await untilInspect(deployment, 'backend', '{{.State.Health.Status}}', status => status === 'unhealthy')
    },
  },
  'bot crashed': {
    finds: { failed: { containers: [['states.bot', 'running', 'exited with code 1']] } },
    async arrange(deployment) {
      await replace(deployment, 'bot', `{ command: ${DYING}, restart: "no" }`)
      await untilInspect(deployment, 'bot', '{{.State.Status}}', status => status === 'exited')
    },
  },
  'bot missing': {
    finds: {
      failed: {
        containers: [
          ['replicas.bot', '1', '0'],
          [/image\.version.*\.bot$/, `"${CURRENT.version}"`, 'absent'],
        ],
      },
    },
    async arrange(deployment) {
      await deployment.compose('rm', '--stop', '--force', 'bot')
    },
  },
  'redis stopped': {
    finds: { failed: { containers: [['states.redis', 'healthy', 'exited with code 0']] } },
    async arrange(deployment) {
      await deployment.compose('stop', '--timeout=2', 'redis')
    },
  },
  'restart loop': {
    // Between two ends it runs for a moment.
    finds: { failed: { containers: [[/^(states|restarts)\.bot$/, /^(running|no restart)$/, /restart/]] } },
    async arrange(deployment) {
      await replace(deployment, 'bot', `{ command: ${DYING}, restart: always }`)
      await untilInspect(deployment, 'bot', '{{.RestartCount}}', count => Number(count) >= 3)
    },
  },
  'old image': {
    finds: { failed: { containers: [[/\.backend$/, `"${CURRENT.version}"`, `"${OLD.version}"`]] } },
    async arrange(deployment) {
      const { BACKEND_IMAGE } = await ensureImages(OLD)
      await replace(deployment, 'backend', `image: "${BACKEND_IMAGE}"`)
      await untilInspect(deployment, 'backend', '{{.State.Health.Status}}', status => status === 'healthy')
    },
  },
  'error in a log': logFault('log-error', 'The cache cannot be reached'),
  'stack trace in a log': logFault('log-stack-trace', 'ConnectionRefusedError'),
  'nginx error log': {
    finds: { failed: { log: [['count', '0', '1']] } },
    says: 'connect() failed (111: Connection refused)',
    async arrange(deployment) {
      const complaining = NGINX.replace(
        '  # For nginx',
        `  location = /v1/categories {
    mirror /statistics;
    proxy_pass http://$backend;
  }
  location = /statistics {
    internal;
    proxy_pass http://127.0.0.1:9;
  }

  # For nginx`,
      )
      await reloadNginx(deployment, complaining)
    },
    mend: deployment => reloadNginx(deployment, NGINX),
  },
  'migration missing': {
    finds: { failed: { migrations: [['value', '5', '4']] } },
    async arrange(deployment) {
      await sql(deployment, 'DROP INDEX auth_events_of_user; DELETE FROM migrations WHERE number = 5')
    },
    async mend(deployment) {
      await deployment.compose('up', '--no-build', '--force-recreate', '--no-deps', 'migrate')
    },
  },
  'migration failed': {
    finds: { failed: { containers: [['states.migrate', 'ended with code 0', 'exited with code 1']] } },
    async arrange(deployment) {
      await replace(deployment, 'migrate', `command: ["node", "--eval", "throw new Error('no such column')"]`)
      await untilInspect(deployment, 'migrate', '{{.State.Status}}', status => status === 'exited')
    },
  },
  'log driver none': {
    finds: { failed: {}, errored: { log: 'log-driver' } },
    async arrange(deployment) {
      await replace(deployment, 'nginx', '{ logging: { driver: none, options: !reset null } }')
      await untilInspect(deployment, 'nginx', '{{.State.Health.Status}}', status => status === 'healthy')
    },
  },
}

/** The service writes it while every answer is fine. */
function logFault(name: string, says: string): StackFault {
  return {
    finds: { failed: { log: [['count', '0', '1']] } },
    says,
    async arrange(deployment) {
      await replace(deployment, 'backend', `environment: { FAULT: ${name} }`)
      await untilInspect(deployment, 'backend', '{{.State.Health.Status}}', status => status === 'healthy')
    },
  }
}

/** Starts a service again with something laid over what the file says of it; the others stay as they are. */
async function replace(deployment: Deployment, service: string, yaml: string): Promise<void> {
  await deployment.override(`services:\n  ${service}:${yaml.startsWith('{') ? ` ${yaml}` : `\n    ${yaml}`}\n`)
  await deployment.compose('up', '--detach', '--no-build', '--no-deps', '--timeout=2', service)
}

async function untilInspect(
  deployment: Deployment,
  service: string,
  format: string,
  holds: (text: string) => boolean,
): Promise<void> {
  const look = async (): Promise<true | undefined> =>
    holds(await deployment.inspect(service, format)) ? true : undefined
  await waitFor(`${service} to be as the fault wants it`, look)
}

async function reloadNginx(deployment: Deployment, conf: string): Promise<void> {
  await deployment.write('nginx/assistance.conf', conf)
  await deployment.compose('exec', '-T', 'nginx', 'nginx', '-t')
  await deployment.compose('exec', '-T', 'nginx', 'nginx', '-s', 'reload')
}

async function sql(deployment: Deployment, text: string): Promise<void> {
  await deployment.compose(
    ...['exec', '-T', 'postgres', 'psql', '-U', 'assistadmin_pg', '-d', 'assistance_kz', '-c', text],
  )
}
