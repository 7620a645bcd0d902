import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { healthy } from '../../examples/assistance/behaviour.ts'
import manifest from '../../package.json' with { type: 'json' }
import { CURRENT } from '../../scripts/real-stack/images.ts'
import { ROOT } from './assistance.ts'

interface Service {
  readonly image: string
  readonly build?: { readonly args: Readonly<Record<string, string>> }
  readonly command?: readonly string[]
  readonly healthcheck?: object
}

const folder = join(ROOT, 'examples/assistance/compose')
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
const { services } = parse(text('docker-compose.prod.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
}
const checklist = parse(readFileSync(join(ROOT, 'checklist.yml'), 'utf8')) as {
  readonly vars: { readonly version: string }
  readonly defaults: { readonly logs: { readonly services: readonly string[] } }
  readonly databases: { readonly main: { readonly service: string } }
}

describe('the Compose project of the example', () => {
  it('has the services of a real one, with health checks where they can be had', () => {
    expect(Object.keys(services).sort()).toEqual(['backend', 'bot', 'migrate', 'nginx', 'postgres', 'redis'])
    const checked = Object.keys(services).filter(name => services[name]?.healthcheck !== undefined)
    expect(checked.sort()).toEqual(['backend', 'nginx', 'postgres', 'redis'])
  })

  it('is of the release that the checklist expects', () => {
    const { version } = checklist.vars
    expect(healthy.version).toBe(version)
    expect(CURRENT.version).toBe(version)
    expect(services.backend?.build?.args.VERSION).toBe(version)
    expect(services.backend?.image).toContain(`:${version}}`)
  })

  it('has the services that the checklist speaks of', () => {
    const named = [...checklist.defaults.logs.services, checklist.databases.main.service]
    expect(named.filter(name => !(name in services))).toEqual([])
  })

  it('starts programs that are there', () => {
    const programs = Object.values(services).flatMap(({ command = [] }) => command.filter(word => word.endsWith('.ts')))
    const present = readdirSync(join(folder, '..'))
    expect(programs.filter(name => !present.includes(name))).toEqual([])
  })

  it('installs the packages in the versions that are tested', () => {
    const installed = Object.fromEntries(
      [...text('Dockerfile').matchAll(/ (pg|ws)@([\d.]+)/g)].map(([, k, v]) => [k, v]),
    )
    expect(installed).toEqual({ pg: manifest.dependencies.pg, ws: manifest.dependencies.ws })
  })

  it('has images that can be replaced, and asks for its secrets', () => {
    for (const { image } of Object.values(services)) expect(image).toMatch(/^\$\{\w+_IMAGE:-[\w./-]+:[\w.]+\}$/)
    const asked = [...text('docker-compose.prod.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => `${name}=`)
    expect(text('env.example').split('\n')).toEqual(expect.arrayContaining([...new Set(asked)]))
  })
})
