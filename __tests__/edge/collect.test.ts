import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createCollector } from '../../src/edge/collect.ts'

/** Whether something that nobody holds any more is gone after the collector was asked, with so many bytes more in use. */
async function isGoneAfter(bytes: number): Promise<boolean> {
  const collect = createCollector()
  const more = Buffer.alloc(bytes)
  const unused = new WeakRef({ nobody: 'holds it' })
  await turn()
  collect()
  await turn()
  return unused.deref() === undefined && more.length === bytes
}

it.each([
  [64 * 1024 * 1024, true],
  [64 * 1024, false],
])('collects when %i bytes came, or leaves it be', async (bytes, gone) => {
  expect(await isGoneAfter(bytes)).toBe(gone)
})
