import { setImmediate as turn } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { createCollector } from '../../src/edge/collect.ts'

const MIB = 1024 * 1024

it.each([
  { before: 10 * MIB, more: 4 * MIB, collects: true },
  { before: 10 * MIB, more: 4 * MIB - 1, collects: false },
  { before: 100 * MIB, more: 20 * MIB, collects: true },
  { before: 100 * MIB, more: 20 * MIB - 1, collects: false },
])('with $before bytes held, and $more more: collects $collects', ({ before, more, collects }) => {
  let held = before
  const collection = vi.fn(() => {
    held = before
  })
  const collect = createCollector({ heldBytes: () => held, collection })
  collect()
  expect(collection).not.toHaveBeenCalled()
  held += more
  collect()
  collect()
  expect(collection).toHaveBeenCalledTimes(collects ? 1 : 0)
})

it('makes V8 collect what nobody holds', async () => {
  let held = 0
  const collect = createCollector({ heldBytes: () => held })
  const unused = new WeakRef({ nobody: 'holds it' })
  await turn()
  held = 5 * MIB
  collect()
  await turn()
  expect(unused.deref()).toBeUndefined()
})

it('sees what is held', () => {
  const collection = vi.fn()
  const collect = createCollector({ collection })
  const more = Buffer.alloc(512 * MIB)
  collect()
  expect(collection).toHaveBeenCalledOnce()
  expect(more.length).toBe(512 * MIB)
})
