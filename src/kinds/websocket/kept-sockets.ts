import { CheckError } from '../../model/check-error.ts'
import type { Handshake, WebSocketConnection } from '../../transport/websocket-client.ts'
import type { ObserveContext } from '../kind.ts'

/** An open socket together with the answer to its handshake. */
export interface OpenSocket {
  readonly handshake: Handshake
  readonly connection: WebSocketConnection
}

/** The sockets that checks left open for later ones, by name. Whatever is still open at the end of the run is closed. */
export class KeptSockets implements AsyncDisposable {
  readonly #sockets = new Map<string, OpenSocket>()

  /** A socket of the same name that is still here is closed: two have no use for one name. */
  keep(name: string, socket: OpenSocket): void {
    const previous = this.#sockets.get(name)
    if (previous !== undefined && previous !== socket) previous.connection.terminate()
    this.#sockets.set(name, socket)
  }

  /** Hands a socket over; whoever takes it keeps it again or closes it. */
  take(name: string): OpenSocket {
    const socket = this.#sockets.get(name)
    this.#sockets.delete(name)
    if (socket !== undefined) return socket
    throw new CheckError({
      code: 'websocket-not-kept',
      message: `There is no open socket \`${name}\`.`,
      hint: `An earlier check must leave it open with \`keep: ${name}\`, also one that goes on with it; let this one \`needs\` it.`,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled([...this.#sockets.values()].map(({ connection }) => connection.close()))
  }
}

export function keptSockets(context: ObserveContext): Promise<KeptSockets> {
  return context.resource('websocket kept', () => new KeptSockets())
}
