import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FROM_BUNDLE, FROM_SOURCE, runChecklist, startServerOf } from '../scripts/real-stack/checklist-run.ts'
import { outputOf } from '../scripts/real-stack/command.ts'
import { type Deployment, deployStack } from '../scripts/real-stack/deployment.ts'
import { engineVersion } from '../scripts/real-stack/engine.ts'
import { CURRENT } from '../scripts/real-stack/images.ts'
import type { SshServer } from '../scripts/real-stack/sshd.ts'

// node bench/real-stack.ts: how long the whole of checklist.yml takes against the real stack over SSH, and how long the
// shell script does that it replaces, with the same calls. Both sides alternate; medians are compared.
const ROUNDS = Number(process.env.ROUNDS ?? 7)
const BAR = 1

if ((await engineVersion()) === undefined) {
  console.log('!!! SKIPPED: no Docker Engine answers. Start one with `node scripts/real-stack.ts up`, as root.')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const program = process.argv.includes('--source') ? FROM_SOURCE : FROM_BUNDLE
const folder = await mkdtemp(join(tmpdir(), 'vd-bench-'))
await using deployment = await deployStack()
await using server = await startServerOf()
try {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    // The limiter of logins would count those of the run before.
    await deployment.refresh()
    ours.push(await timed(() => runOurs(deployment, server)))
    await deployment.refresh()
    theirs.push(await timed(() => runTheirs(deployment, server)))
  }
  // The first round fills caches.
  const [one, other] = [median(ours.slice(1)), median(theirs.slice(1))]
  const held = one / other <= BAR
  console.log(
    `checklist.yml over SSH : the same by curl, jq, docker compose exec and logs | grep   ` +
      `${(one / other).toFixed(2)}× (${one.toFixed(0)} ms : ${other.toFixed(0)} ms)   ≤ ${BAR.toFixed(1)}×   ${held ? 'held' : 'MISSED'}`,
  )
  if (!held) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function runOurs(to: Deployment, by: SshServer): Promise<void> {
  const { exitCode, stdout } = await runChecklist({ deployment: to, server: by, program, variables: { pause: '1ms' } })
  if (exitCode !== 0) throw new Error(`The checklist did not pass:\n${stdout}`)
}

async function runTheirs(to: Deployment, by: SshServer): Promise<void> {
  const config = join(folder, 'ssh_config')
  const known = join(folder, 'known_hosts')
  await writeFile(known, by.knownHosts)
  const lines = [
    'Host server',
    `HostName ${by.host}`,
    `Port ${by.port}`,
    `User ${by.user}`,
    `IdentityFile ${by.keyFile}`,
    'IdentitiesOnly yes',
    `UserKnownHostsFile ${known}`,
    'StrictHostKeyChecking yes',
    'ControlMaster auto',
    `ControlPath ${folder}/mux`,
    'ControlPersist 60',
    '',
  ]
  await writeFile(config, lines.join('\n'))
  const environment = {
    URL: to.url,
    SSH_CONFIG: config,
    DIRECTORY: to.directory,
    VERSION: CURRENT.version,
    PASSWORD: 'quiet-otter-4711',
    DOCKER_HOST: undefined,
  }
  const script = join(import.meta.dirname, 'release-page.sh')
  const { exitCode, stdout, stderr } = await outputOf('bash', [script], { environment })
  if (exitCode !== 0) throw new Error(`The script did not pass:\n${stdout}\n${stderr}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
