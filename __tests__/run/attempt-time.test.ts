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

const ENDLESS = '{ toy: ask, expect: { jq: "last(repeat(1))" }'

it.each([
  [`checks: [${ENDLESS}, timeout: 1m, within: 1200ms }]`, "1.2 s: the check's `within` of 1.2 s was over."],
  [
    `ready: { within: 1200ms, checks: [${ENDLESS}, timeout: 1m }] }\nchecks: [{ toy: other }]`,
    "1.2 s: the ready gate's `within` of 1.2 s was over.",
  ],
  [`checks: [${ENDLESS}, timeout: 1300ms, within: 1m }]`, 'did not end within 1.3 s and was stopped.'],
])('gives jq no longer than is left of all limits: %s', async (yaml, message) => {
  const { result } = await run(engine, yaml, { ask: { json: 1 } }, { timeoutMs: 2_000 })
  const checks = result.ready === undefined ? checksOf(result).map(({ check }) => check) : result.ready.entries
  expect(JSON.stringify(checks)).toContain(message)
})
