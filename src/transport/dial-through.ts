import type { Dialled, DialTarget } from './dial.ts'
import type { Machine } from './machine.ts'
import { unbracketed } from './private-address.ts'

/** Opens a TCP connection, directly or by way of something else. Rejects with a CheckError, or the signal's reason. */
export type Dial = (target: DialTarget, signal: AbortSignal) => Promise<Dialled>

/** Connections by way of a machine, which also looks the names up: how long that took is not to be had. */
export function dialThrough(machine: Machine): Dial {
  return async ({ host, port, addresses }, signal) => {
    const begun = performance.now()
    const socket = await machine.connect({ host: unbracketed(addresses?.[0] ?? host), port }, signal)
    return { socket, dnsMs: 0, connectMs: performance.now() - begun }
  }
}
