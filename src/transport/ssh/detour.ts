import { createServer, type Socket } from 'node:net'
import type { Machine } from '../machine.ts'

/** A port of this machine that leads, by way of another one, to a server. */
export interface Detour extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** Why the last connection could not be made. */
  readonly fault: () => unknown
  /** Whether the server accepted a connection; the port itself accepts every one. */
  readonly reached: () => boolean
}

/** Opens one. Whatever connects to it is connected from `through` to `to`; it is open only while a login is under way. */
export async function openDetour(
  through: Machine,
  to: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Detour> {
  let fault: unknown
  let reached = false
  const server = createServer({ allowHalfOpen: true }, near => {
    near.on('error', () => near.destroy())
    through.connect(to, signal).then(
      far => {
        reached = true
        join(near, far)
      },
      (error: unknown) => {
        fault = error
        near.destroy()
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address !== null ? address.port : 0,
    fault: () => fault,
    reached: () => reached,
    // Connections that are open go on.
    async [Symbol.asyncDispose]() {
      server.close()
    },
  }
}

function join(near: Socket, far: Socket): void {
  far.on('error', () => near.destroy())
  far.once('close', () => near.destroy())
  near.once('close', () => far.destroy())
  near.pipe(far).pipe(near)
}
