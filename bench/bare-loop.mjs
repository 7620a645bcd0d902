// So many requests at such a concurrency with undici, each answer parsed and one field looked at.
import { Agent, request } from 'undici'

const [, , url, count, concurrency] = process.argv
const dispatcher = new Agent({ connections: Number(concurrency) })
let left = Number(count)
let wrong = 0
const began = performance.now()
async function work() {
  while (left > 0) {
    left -= 1
    const { statusCode, body } = await request(url, { dispatcher })
    if (statusCode !== 200 || JSON.parse(await body.text()).status !== 'ok') wrong += 1
  }
}
await Promise.all(Array.from({ length: Number(concurrency) }, work))
console.log(JSON.stringify({ ms: performance.now() - began, wrong }))
await dispatcher.close()
