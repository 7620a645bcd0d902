import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBaseImage } from './real-stack/base-image.ts'
import { ensureCompose } from './real-stack/compose-plugin.ts'
import { engineAddress, engineVersion, startEngine, stopEngine } from './real-stack/engine.ts'

const USAGE = `node scripts/real-stack.ts up|down [--folder DIR]

  up     makes ready what the tests on a real stack need: a Docker Engine, Compose 2 and the base image. An engine that
         answers already is used as it is. Prints what to put into the environment: eval "$(node scripts/real-stack.ts up)"
  down   ends the engine that \`up\` started, and removes everything it kept

Needs root and, from Debian: docker.io debootstrap openssh-server openssh-client iproute2. What takes long to make is kept in
REAL_STACK_CACHE, which is a folder below the temporary one unless set.`

process.exitCode = await main()

async function main(): Promise<number> {
  const options = { folder: { type: 'string', default: join(tmpdir(), 'verify-deploy-engine') } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const folder = resolve(values.folder)
  const [order] = positionals
  if (order === 'up') await up(folder)
  else if (order === 'down') await stopEngine(folder)
  else {
    console.error(USAGE)
    return 2
  }
  return 0
}

async function up(folder: string): Promise<void> {
  if ((await engineVersion()) === undefined) {
    // One that an earlier `up` left behind, and that may still run.
    process.env.DOCKER_HOST = engineAddress(folder)
    if ((await engineVersion()) === undefined) {
      await stopEngine(folder)
      await startEngine(folder)
    }
    console.log(`export DOCKER_HOST=${engineAddress(folder)}`)
  }
  console.error(`The Docker Engine is ${await engineVersion()}.`)
  await ensureCompose()
  await ensureBaseImage()
  console.error('Compose and the base image are there.')
}
