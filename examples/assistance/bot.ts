import { connect } from 'node:net'
import { openLog } from './log.ts'

/**
 * A worker beside the service, in the place of a chat bot: asks redis now and then whether it is there, and tells the
 * log. It goes on when redis is gone, as something that people rely on should.
 */
const log = openLog(null)
const host = process.env.REDIS_HOST || '127.0.0.1'
const port = Number(process.env.REDIS_PORT || 6379)
const ANSWER_MS = 3_000

log.info('bot', `Started, redis is at ${host}:${port}`)
await look()
const timer = setInterval(() => void look(), 10_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(timer)
    log.info('bot', 'Finished')
  })
}

async function look(): Promise<void> {
  try {
    log.info('bot', `redis says ${await ping()}`)
  } catch (cause) {
    log.error('bot', `redis cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** `PING` in redis' own protocol; its answer is a line that begins with `+`. */
function ping(): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('no answer')))
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', answer => {
      resolve(answer.toString().trim().replace(/^\+/, ''))
      socket.destroy()
    })
    socket.once('error', reject)
  })
}
