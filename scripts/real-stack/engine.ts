import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outputOf, succeed, waitFor } from './command.ts'

/** The version of the engine that answers, at DOCKER_HOST or where Docker listens by default; undefined when none does. */
export async function engineVersion(): Promise<string | undefined> {
  const asked = await outputOf('docker', ['version', '--format', '{{.Server.Version}}']).catch(() => undefined)
  return asked?.exitCode === 0 ? asked.stdout.trim() : undefined
}

/** What makes `docker` find the engine, for the environment of a server or a command. */
export function dockerEnvironment(): Readonly<Record<string, string>> {
  const names = ['DOCKER_HOST', 'DOCKER_CONFIG'] as const
  return Object.fromEntries(
    names.flatMap(name => {
      const value = process.env[name]
      return value ? [[name, value]] : []
    }),
  )
}

/** The address that an engine in this folder listens at. A socket's path may have 107 characters. */
export function engineAddress(folder: string): string {
  return `unix://${folder}/docker.sock`
}

/**
 * Starts an engine that keeps everything in one folder. It sets no packet filter rules, so containers reach each other
 * and this machine, published ports reach them from here, and nothing leads outside.
 */
export async function startEngine(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'had-bridge'), (await hasBridge()) ? 'yes' : 'no')
  const log = await open(join(folder, 'dockerd.log'), 'a')
  const words = [
    '--iptables=false',
    ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    ...['--pidfile', join(folder, 'dockerd.pid'), '--host', engineAddress(folder)],
  ]
  const engine = spawn('dockerd', words, { detached: true, stdio: ['ignore', log.fd, log.fd] })
  await new Promise((resolve, reject) => engine.once('spawn', resolve).once('error', reject))
  await log.close()
  engine.unref()
  process.env.DOCKER_HOST = engineAddress(folder)
  await waitFor('the Docker Engine', engineVersion, 60_000).catch(async (cause: unknown) => {
    const said = await readFile(join(folder, 'dockerd.log'), 'utf8')
    await stopEngine(folder)
    throw new Error(`The Docker Engine did not start. It said:\n${said.slice(-3_000)}`, { cause })
  })
}

/** Ends the engine of a folder with all its containers and networks, and removes the folder. Without one, does nothing. */
export async function stopEngine(folder: string): Promise<void> {
  const id = Number(await readFile(join(folder, 'dockerd.pid'), 'utf8').catch(() => '0'))
  if (id > 0 && isRunning(id)) {
    const environment = { DOCKER_HOST: engineAddress(folder) }
    const containers = await outputOf('docker', ['ps', '--all', '--quiet'], { environment })
    const ids = containers.stdout.split('\n').filter(Boolean)
    if (ids.length > 0) await outputOf('docker', ['rm', '--force', '--volumes', ...ids], { environment })
    await outputOf('docker', ['network', 'prune', '--force'], { environment })
    process.kill(id, 'SIGTERM')
    const gone = async (): Promise<true | undefined> => (isRunning(id) ? undefined : true)
    await waitFor('the end of the Docker Engine', gone, 40_000).catch(() => process.kill(id, 'SIGKILL'))
  }
  const hadBridge = await readFile(join(folder, 'had-bridge'), 'utf8').catch(() => 'yes')
  if (hadBridge === 'no') await outputOf('ip', ['link', 'delete', 'docker0']).catch(() => undefined)
  await unmountBelow(folder)
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
}

async function hasBridge(): Promise<boolean> {
  const asked = await outputOf('ip', ['link', 'show', 'docker0']).catch(() => undefined)
  return asked?.exitCode === 0
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

/** What a killed engine leaves mounted would be emptied, not removed. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map(line => line.split(' ')[1] ?? '')
  for (const path of mounts.filter(path => path.startsWith(`${folder}/`)).reverse())
    await succeed('umount', ['-l', path])
}
