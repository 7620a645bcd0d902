import { describe, expect, it } from 'vitest'
import { MessageQueue } from '../../src/transport/message-queue.ts'

class Source {
  isPaused = false
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
}

describe('a queue of messages', () => {
  it.each([
    ['a thousand messages', 1_000, 1],
    ['four mebibytes', 4, 1 << 20],
  ])('keeps its source waiting at %s, until they are read', (_name, count, length) => {
    const source = new Source()
    const queue = new MessageQueue(source)
    for (let n = 0; n < count; n += 1) {
      expect(source.isPaused).toBe(false)
      queue.push({ text: 'x'.repeat(length), binary: false })
    }
    expect(source.isPaused).toBe(true)
    for (let n = 0; n < count; n += 1) queue.shift()
    expect(source.isPaused).toBe(false)
    expect(queue.shift()).toBeUndefined()
  })

  it('lets go of everything when nobody reads any more', () => {
    const source = new Source()
    const queue = new MessageQueue(source)
    for (let n = 0; n < 2_000; n += 1) queue.push({ text: 'x', binary: false })
    queue.drop()
    queue.push({ text: 'y', binary: false })
    expect(source.isPaused).toBe(false)
    expect(queue.shift()).toBeUndefined()
  })
})
