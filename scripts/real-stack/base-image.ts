import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { outputOf, succeed } from './command.ts'
import { alone, cacheFolder } from './folders.ts'
import { packageSource } from './machine-packages.ts'

/** Everything the services of the real stack are made of, besides Node, which is mounted. It has no entry point. */
export const BASE_IMAGE = 'vd-base:1'
const PACKAGES = ['postgresql', 'nginx-light', 'redis-server', 'ca-certificates', 'procps']
const LEFT_OUT = ['./var/cache/apt', './usr/share/doc', './usr/share/locale', './dev', './proc', './sys']

/** Makes the base image when the engine does not have it: half a minute, or seconds when its archive is in the cache. */
export async function ensureBaseImage(): Promise<void> {
  if (await hasBaseImage()) return
  await alone('base-image', async () => {
    if (await hasBaseImage()) return
    await succeed('docker', ['import', await archive(), BASE_IMAGE])
  })
}

async function hasBaseImage(): Promise<boolean> {
  return (await outputOf('docker', ['image', 'inspect', BASE_IMAGE])).exitCode === 0
}

async function archive(): Promise<string> {
  const { suite, mirror, components } = await packageSource()
  const folder = await cacheFolder()
  const path = join(folder, `${BASE_IMAGE.replace(':', '-')}-${suite}-${process.arch}.tar`)
  if (existsSync(path)) return path
  const work = await mkdtemp(join(folder, 'root-'))
  try {
    const root = join(work, 'root')
    const include = ['--variant=minbase', `--components=${components.join(',')}`, `--include=${PACKAGES.join(',')}`]
    await succeed('debootstrap', [...include, suite, root, mirror])
    const unwanted = LEFT_OUT.map(name => `--exclude=${name}/*`)
    await succeed('tar', ['-C', root, ...unwanted, '-cf', join(work, 'root.tar'), '.'])
    await rename(join(work, 'root.tar'), path)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return path
}
