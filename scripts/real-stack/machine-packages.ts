import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface PackageSource {
  /** `debian`, `ubuntu` */
  readonly distribution: string
  /** `bookworm` */
  readonly suite: string
  /** Where this machine gets its own packages; no other place is asked. */
  readonly mirror: string
  readonly components: readonly string[]
}

const LISTS = '/etc/apt/sources.list.d'

/** Where this machine has its packages from, by its own apt configuration. Throws on one that is no Debian or Ubuntu. */
export async function packageSource(): Promise<PackageSource> {
  const release = await textOf('/etc/os-release')
  const distribution = /^ID="?([\w.-]+)/m.exec(release)?.[1] ?? ''
  const suite = /^VERSION_CODENAME="?([\w.-]+)/m.exec(release)?.[1] ?? ''
  if (!existsSync('/etc/apt') || suite === '') {
    throw new Error('The base image is made from Debian packages, which needs a machine with Debian or Ubuntu.')
  }
  const mirror = await mirrorOf(suite)
  return { distribution, suite, mirror, components: distribution === 'ubuntu' ? ['main', 'universe'] : ['main'] }
}

async function mirrorOf(suite: string): Promise<string> {
  const names = (await readdir(LISTS).catch(() => [])).sort()
  const texts = await Promise.all(['../sources.list', ...names].map(name => textOf(join(LISTS, name))))
  for (const stanza of texts.flatMap(text => text.split(/\n\s*\n/))) {
    const wanted = new RegExp(`^Suites:.*\\b${suite}(\\s|$)`, 'm').test(stanza)
    const uri = wanted ? /^URIs:\s*(\S+)/m.exec(stanza)?.[1] : oneLine(stanza, suite)
    if (uri !== undefined) return resolveMirrorList(uri)
  }
  throw new Error(`The apt sources of this machine name no mirror for ${suite}.`)
}

/** The older form: `deb [options] URI suite component…`. */
function oneLine(text: string, suite: string): string | undefined {
  return new RegExp(`^deb\\s+(?:\\[[^\\]]*\\]\\s+)?(\\S+)\\s+${suite}\\s`, 'm').exec(text)?.[1]
}

/** `mirror+file:PATH` names a file with a mirror a line. */
async function resolveMirrorList(uri: string): Promise<string> {
  if (!uri.startsWith('mirror+file:')) return uri
  const list = await textOf(uri.slice('mirror+file:'.length))
  return /^\s*(https?:\S+)/m.exec(list)?.[1] ?? uri
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
