import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'

/**
 * Runs a PostgreSQL server for as long as its own standard input stays open, then stops the server and removes its
 * folder. Whoever started it holds the other end, so even a parent that is killed leaves nothing behind.
 * Arguments: what to start as `{ program, arguments, owner, folder }`, as JSON.
 */
const order = JSON.parse(process.argv[2] ?? '') as {
  readonly program: string
  readonly arguments: readonly string[]
  readonly owner?: { readonly uid: number; readonly gid: number }
  readonly folder: string
}

const server = spawn(order.program, order.arguments, {
  ...order.owner,
  cwd: order.folder,
  stdio: ['ignore', 'ignore', 'inherit'],
})
server.once('error', error => process.stderr.write(`${error.message}\n`))
server.once('close', async () => {
  await rm(order.folder, { recursive: true, force: true, maxRetries: 3 })
  process.exit()
})

// SIGINT is PostgreSQL's "fast" shutdown: clients are disconnected and open transactions rolled back.
process.stdin.once('end', () => server.kill('SIGINT')).resume()
