import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { outputOf, succeed } from './command.ts'
import { cacheFolder } from './folders.ts'
import { packageSource } from './machine-packages.ts'

const PLUGINS = join(process.env.DOCKER_CONFIG || join(homedir(), '.docker'), 'cli-plugins')
/** Debian 12 has only version 1; the package of Debian 13 runs on 12. */
const SUITE = 'trixie'

export async function hasCompose(): Promise<boolean> {
  const { exitCode, stdout } = await outputOf('docker', ['compose', 'version', '--short'])
  return exitCode === 0 && /^v?([2-9]|\d\d)\./.test(stdout)
}

/** Installs version 2 of Compose for this user where the machine has none. */
export async function ensureCompose(): Promise<void> {
  if (await hasCompose()) return
  const { distribution, mirror } = await packageSource()
  if (distribution !== 'debian') throw new Error('Docker Compose 2 is missing: install it (`docker compose version`).')
  const work = await mkdtemp(join(await cacheFolder(), 'compose-'))
  try {
    await download(work, mirror)
    const archive = (await readdir(work)).find(name => name.endsWith('.deb')) ?? ''
    await succeed('dpkg', ['-x', join(work, archive), join(work, 'root')])
    await mkdir(PLUGINS, { recursive: true })
    const plugin = join(PLUGINS, 'docker-compose')
    await copyFile(join(work, 'root/usr/libexec/docker/cli-plugins/docker-compose'), plugin)
    await chmod(plugin, 0o755)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  if (!(await hasCompose())) throw new Error(`Docker does not take the plugin in ${PLUGINS}.`)
}

async function download(folder: string, mirror: string): Promise<void> {
  const list = join(folder, 'only.sources')
  const key = '/usr/share/keyrings/debian-archive-keyring.gpg'
  await writeFile(list, `Types: deb\nURIs: ${mirror}\nSuites: ${SUITE}\nComponents: main\nSigned-By: ${key}\n`)
  await mkdir(join(folder, 'lists/partial'), { recursive: true })
  const options = [
    `Dir::Etc::sourcelist=${list}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::Lists=${folder}/lists`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=root',
  ].flatMap(option => ['-o', option])
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true })
  await succeed('apt-get', [...options, 'update'])
  await succeed('apt-get', [...options, 'download', 'docker-compose'], { directory: folder })
}
