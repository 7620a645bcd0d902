import { afterAll, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import type { CheckKind } from '../../src/kinds/kind.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { checksOf } from '../../src/model/verdict.ts'
import { createEngine, run } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

/** The kinds as they are, but that looking only tells how much time there is. */
const telling = new Map<string, CheckKind>(
  [...kinds].map(([name, kind]) => [
    name,
    {
      ...kind,
      load: async () => undefined,
      observe: async (_spec, { deadline = 0, clock }) => {
        throw new CheckError({ code: 'toy', message: `${deadline - clock.elapsed()} ms` })
      },
    },
  ]),
)

it.each([
  ['request: { get: "http://a.example/", via: prod }', 30_000],
  ['websocket: { url: "ws://a.example/", via: prod }', 30_000],
  ['query: { database: through, sql: SELECT 1 AS one }\n    expect: { value: 1 }', 30_000],
  ['query: { database: inside, sql: SELECT 1 AS one }\n    expect: { value: 1 }', 30_000],
  ['containers: prod', 30_000],
  ['containers: { host: prod }', 30_000],
  ['logs: { host: prod, unit: nginx }', 30_000],
  ['run: { host: prod, command: "true" }', 30_000],
  ['tcp: { address: "a.example:1", via: prod }', 30_000],
  ['tls: { address: "a.example:1", via: prod }', 30_000],
  ['run: { host: prod, command: "true" }\n    timeout: 3s', 3_000],
  ['query: { database: near, sql: SELECT 1 AS one }\n    expect: { value: 1 }', 10_000],
  ['run: "true"', 10_000],
])('has longer where it looks on a host: %s', async (check, expected) => {
  const yaml = `
hosts: { prod: { ssh: { host: a.example, fingerprints: ["SHA256:${'a'.repeat(43)}"] } } }
databases:
  near: { url: postgres://a@b.example/c }
  through: { url: postgres://a@b.example/c, host: prod }
  inside: { host: prod, service: postgres, user: a }
checks:
  - ${check}
`
  const { result } = await run(engine, yaml, {}, { kinds: telling })
  expect(checksOf(result).map(({ check: { outcome } }) => outcome)).toMatchObject([
    { status: 'errored', fault: { message: `${expected} ms` } },
  ])
})
