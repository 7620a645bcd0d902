import { createServer } from 'node:net'

/** A port that was free a moment ago, for servers that cannot choose one themselves. */
export function freePort(address = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, address, () => {
      const found = probe.address()
      probe.close(() => (found !== null && typeof found === 'object' ? resolve(found.port) : reject()))
    })
  })
}
