import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startPostgres } from '../../scripts/demo/postgres.ts'
import { freePort } from '../../scripts/free-port.ts'

vi.mock(import('../../scripts/free-port.ts'), async original => {
  const own = await original()
  return { ...own, freePort: vi.fn(own.freePort) }
})

it('starts on another port when the first was taken in the meantime', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await new Promise(resolve => taken.once('listening', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : Number.NaN
  vi.mocked(freePort).mockResolvedValueOnce(port)
  await using postgres = await startPostgres()
  expect(postgres.address).toMatch(/^127\.0\.0\.1:\d+$/)
  expect(postgres.address).not.toBe(`127.0.0.1:${port}`)
})
