import { connect, type Socket } from 'node:net'
import { abortable, dial } from './dial.ts'
import type { Machine, MachineAddress } from './machine.ts'
import { networkError } from './network-error.ts'
import { BASE_VARIABLES, type Command, resultOf, startLocally, streamsOf } from './shell.ts'

/** The machine this program runs on. `environment` is its own; of it commands see only the base variables, and those they `inherit`. */
export function localMachine(environment: Readonly<Record<string, string | undefined>>): Machine {
  const own = (names: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      names.flatMap(name => {
        const value = environment[name]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const running = new Set<Promise<unknown>>()
  const begin = async (command: Command, signal: AbortSignal) => {
    const process = await startLocally(command, own([...BASE_VARIABLES, ...(command.inherit ?? [])]), signal)
    running.add(process.ended)
    process.ended.finally(() => running.delete(process.ended)).catch(() => undefined)
    return process
  }
  return {
    label: 'the runner',
    remote: false,
    run: async (command, signal) => resultOf(await begin(command, signal), command.stdin),
    start: async (command, signal) => streamsOf(await begin(command, signal)),
    connect: connectFrom,
    clockOffset: async () => 0,
    // Nobody waits for a check that is cancelled, and a process that ends before the grace is over kills nothing.
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(running)
    },
  }
}

async function connectFrom(to: MachineAddress, signal: AbortSignal): Promise<Socket> {
  return 'path' in to ? connectPath(to.path, signal) : (await dial(to, signal)).socket
}

/** Opens a connection to a Unix socket. Rejects with a CheckError, or the signal's reason. */
function connectPath(path: string, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ path })
  const opened = new Promise<Socket>((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    // Stays for good: between here and the next owner an error must not end the process.
    socket.on('error', error => reject(networkError(error, path)))
  })
  return abortable(opened, signal).catch((error: unknown) => {
    socket.destroy()
    throw error
  })
}
