import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { buildPlan } from '../../src/plan/build-plan.ts'
import { loadKinds } from '../../src/run/load-kinds.ts'

const TEXT = `
name: x
checks:
- tcp: localhost:1
- name: section
  checks:
  - { request: "GET http://localhost/", tags: [web] }
  - { request: "GET http://localhost/again", tags: [web] }
- { websocket: { url: "ws://localhost/", steps: [] }, tags: [sockets] }
`

async function loadedFor(select: readonly string[], text = TEXT): Promise<readonly string[]> {
  const { checklist } = parseChecklist({ path: 'c.yml', text }, { kinds, target: null })
  if (checklist === undefined) throw new Error('The checklist of this test is not sound.')
  const loaded: string[] = []
  const watched = [...kinds].map(([name, kind]) => {
    const load = async (): Promise<void> => void loaded.push(name)
    return [name, kind.load === undefined ? kind : { ...kind, load }] as const
  })
  await loadKinds(buildPlan(checklist, { select, skip: [] }).plan, new Map(watched))
  return loaded.toSorted()
}

describe('loadKinds', () => {
  it('loads each kind of a plan once', async () => {
    expect(await loadedFor([])).toEqual(['request', 'websocket'])
  })

  it('loads no kind of which no check is selected', async () => {
    expect(await loadedFor(['web'])).toEqual(['request'])
    expect(await loadedFor(['sockets'])).toEqual(['websocket'])
  })

  it('loads what only the ready gate needs', async () => {
    const gate = 'ready: { within: 1s, checks: [{ request: "GET http://localhost/" }] }'
    expect(await loadedFor([], `name: x\n${gate}\nchecks: [{ tcp: "localhost:1" }]\n`)).toEqual(['request'])
  })
})
