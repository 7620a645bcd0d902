import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Event } from './event.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

/** The release that runs before, and the one a push deploys. */
export const OLD = 'a'.repeat(40)
export const NEW = 'b'.repeat(40)

export const push: Event = { name: 'push', payload: { ref: 'refs/heads/main' }, sha: NEW, branch: 'main' }

/** The pull request that the new release came by. */
export const MERGED = { [NEW]: [{ number: 7, state: 'closed', merged_at: '2026-01-01T00:00:00Z', head: { sha: 'c' } }] }

/** The checklist that the documentation of the examples shows, with the patience of a test. */
export function shownChecklist(): string {
  const text = readFileSync(join(import.meta.dirname, '../../examples/workflows/README.md'), 'utf8')
  const [, checklist = ''] = /^```yaml checklist\n([\s\S]*?)^```/m.exec(text) ?? []
  return checklist.replace('within: 3m', 'within: 4s\n  every: 20ms')
}

/** A world with the shop in it, the new release not yet deployed. */
export function shop(options: Partial<WorldOptions> = {}): Promise<World> {
  return createWorld({ commits: { [OLD]: shownChecklist(), [NEW]: shownChecklist() }, pulls: MERGED, ...options })
}
