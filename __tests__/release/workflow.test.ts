import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

interface Job {
  readonly permissions: Readonly<Record<string, string>>
  readonly needs?: string
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[]
}

const text = readFileSync(join(import.meta.dirname, '../../.github/workflows/release.yml'), 'utf8')
const workflow = parse(text) as {
  readonly on: { readonly push: { readonly tags: readonly string[] } }
  readonly permissions: object
  readonly concurrency: object
  readonly jobs: { readonly verify: Job; readonly release: Job }
}
const { verify, release } = workflow.jobs
const scripts = ({ steps }: Job): readonly string[] => steps.flatMap(({ run }) => run ?? [])

it('begins with the tag of a version, and never with that of a major version', () => {
  const [glob = ''] = workflow.on.push.tags
  const pattern = new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
  expect(['v1.2.3', 'v1.0.0-rc.1', 'v1', 'v1.2'].map(tag => pattern.test(tag))).toEqual([true, true, false, false])
})

it('lets write only the job that runs nothing but our own script', () => {
  expect(workflow.permissions).toEqual({})
  expect(verify.permissions).toEqual({ contents: 'read' })
  expect(release.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' })
  expect(scripts(release)).toEqual(['node scripts/release.ts publish "$TAG"'])
  const imports = ['../../scripts/release.ts', ...['changelog', 'faults', 'github-release', 'major-tag'].map(path)]
  for (const file of [...imports, path('repository'), path('version')]) {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    const packages = [...source.matchAll(/from '([^.'][^']*)'/g)].map(([, name = '']) => name)
    expect(packages.filter(name => !name.startsWith('node:'))).toEqual([])
  }
})

it('releases nothing that was not checked and tested, and attests all of it that runs', () => {
  expect(scripts(verify)).toEqual([
    'npm ci',
    'node scripts/release.ts check "$TAG"',
    expect.stringContaining('.ci/run'),
  ])
  expect(release.needs).toBe('verify')
  const attested = release.steps.findIndex(({ uses = '' }) => uses.startsWith('actions/attest@'))
  const published = release.steps.findIndex(({ run }) => run !== undefined)
  expect(attested).toBeGreaterThan(0)
  expect(attested).toBeLessThan(published)
  expect(String(release.steps[attested]?.with?.['subject-path']).trim().split('\n')).toEqual(['action.yml', 'dist/*'])
})

it('is one at a time and is not cut off', () => {
  expect(workflow.concurrency).toEqual({ group: 'release', 'cancel-in-progress': false })
})

function path(name: string): string {
  return `../../scripts/release/${name}.ts`
}
