import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLineBuffer } from '../../src/cli/line-buffer.ts'

describe('the line buffer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('writes lines of a moment together, and each once', () => {
    const written: string[] = []
    const lines = createLineBuffer(text => written.push(text))
    lines.add('a')
    lines.add('b')
    expect(written).toEqual([])
    vi.advanceTimersByTime(50)
    lines.add('c')
    vi.advanceTimersByTime(50)
    vi.advanceTimersByTime(500)
    expect(written).toEqual(['a\nb\n', 'c\n'])
  })

  it('writes at once when it is flushed', () => {
    const written: string[] = []
    const lines = createLineBuffer(text => written.push(text))
    lines.add('a')
    lines.flush()
    lines.flush()
    vi.advanceTimersByTime(500)
    expect(written).toEqual(['a\n'])
  })
})
