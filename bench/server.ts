import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The other side of every measurement, in a process of its own. Prints its port and serves until it is killed:
// /json?size=N answers JSON of about N bytes.
const bodies = new Map<number, string>()

function bodyOf(size: number): string {
  const known = bodies.get(size)
  if (known !== undefined) return known
  const item = { id: 1, name: 'An item of a list', tags: ['one', 'two'], price: 12.5 }
  const count = Math.max(0, Math.floor((size - 30) / (JSON.stringify(item).length + 1)))
  const body = JSON.stringify({ status: 'ok', items: Array.from({ length: count }, () => item) })
  bodies.set(size, body)
  return body
}

const server = createServer((request, response) => {
  const size = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('size') ?? 1024)
  response.setHeader('content-type', 'application/json')
  response.end(bodyOf(size))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
