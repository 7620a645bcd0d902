import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * What may be added to the old generation, and to what it holds outside of the heap, before it is collected: so much, or so
 * large a part of what is held, since a large heap takes long to collect.
 */
const MOST_MORE_BYTES = 4 * 1024 * 1024
const MOST_MORE_PART = 0.2

/**
 * Collects whenever the old generation has grown a little, when asked. Left alone V8 marks it beside the work, and lets the
 * young generation grow to four times its size until that is done: a scan of a log makes garbage so fast that this took a
 * third of all memory, which V8 then keeps. At once it takes some milliseconds every second or so.
 */
export function createCollector(heap: Partial<Heap> = {}): () => void {
  const held = heap.heldBytes ?? heldBytes
  let { collection } = heap
  let before = held()
  return () => {
    if (held() < before + Math.max(MOST_MORE_BYTES, before * MOST_MORE_PART)) return
    collection ??= fullCollection()
    collection()
    before = held()
  }
}

/** What a collector asks and commands; V8's own unless given. */
interface Heap {
  /** Bytes in the old generation, and those it holds outside of the heap. */
  heldBytes(): number
  /** Collects the whole heap, at once. */
  collection(): void
}

/** V8's own function, which a new context gets while the flag is set. */
function fullCollection(): () => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  return typeof gc === 'function' ? () => void gc() : () => undefined
}

function heldBytes(): number {
  const old = getHeapSpaceStatistics().find(space => space.space_name === 'old_space')
  return (old?.space_used_size ?? 0) + getHeapStatistics().external_memory
}
