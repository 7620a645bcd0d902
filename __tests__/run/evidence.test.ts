import { describe, expect, it } from 'vitest'
import type { Observation } from '../../src/model/observation.ts'
import { createCleaner } from '../../src/run/clean.ts'
import { createEvidenceMaker } from '../../src/run/evidence.ts'
import { createRedactor } from '../../src/run/redact.ts'

const TOKEN = 'tok_9f8e7d6c5b4a39281706'
const KEY = 'key_1a2b3c4d5e6f7a8b9c0d'

function makerOf(...secrets: string[]) {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.add(secret)
  return { redactor, maker: createEvidenceMaker(createCleaner(redactor), redactor) }
}

function observed(body: string, evidence: string, own: Partial<Observation> = {}): Observation {
  const parts = { body }
  const shown = [{ title: 'Body', text: evidence, outside: true }]
  return { parts, document: { missing: 'none' }, text: body, secrets: [], evidence: () => shown, ...own }
}

describe('evidence', () => {
  it('shows the beginning of a large text as if the whole had been redacted', () => {
    const { maker } = makerOf(TOKEN)
    for (const lead of [0, 8_180, 8_192, 64_500, 65_530]) {
      const text = `${TOKEN.repeat(9)}\r\n${'\r\n'.repeat(lead)}${TOKEN} and ${'b\r\n'.repeat(500_000)}`
      const [shown] = maker.of(observed(text, text))
      const whole = `***\n${'\n'.repeat(lead)}*** and ${'b\n'.repeat(500_000)}`
      expect(whole.startsWith(shown?.text ?? '!'), String(lead)).toBe(true)
      expect(shown?.text.length).toBeGreaterThan(7_700)
      expect(shown?.fullLength).toBe(text.length)
    }
  })

  it('is whole where it is short, and where nothing but secrets makes it long', () => {
    const { maker } = makerOf(TOKEN)
    const short = 'a\r\n'.repeat(4_000)
    expect(maker.of(observed(short, short))).toEqual([
      { title: 'Body', text: 'a\n'.repeat(4_000), language: 'text', outside: true },
    ])
    const [long] = maker.of(observed('', `a ${TOKEN.repeat(50_000)} b`))
    expect(long).toMatchObject({ text: 'a *** b' })
    expect(long).not.toHaveProperty('fullLength')
  })
})

describe('tokens of an observation', () => {
  it('are looked for once, however often it is asked', () => {
    const { maker, redactor } = makerOf()
    const read = { times: 0 }
    const parts = {
      get body() {
        read.times += 1
        return `token=${TOKEN}`
      },
    }
    const observation = observed('', '', { parts })
    maker.secretsOf(observation)
    expect(redactor.knows(TOKEN)).toBe(true)
    const before = read.times
    maker.secretsOf(observation)
    expect(read.times).toBe(before)
  })

  it.each<[where: string, observation: Observation]>([
    ['in a part', observed(`token=${TOKEN}`, '')],
    ['in the document alone', observed('', '', { document: { text: `{"token":"${TOKEN}"}` } })],
    ['in the text alone', observed('', '', { parts: {}, text: `token=${TOKEN}` })],
    ['in the evidence alone', observed('nothing', `token=${TOKEN}`)],
  ])('are found %s, and not beside it', (_where, observation) => {
    const { maker, redactor } = makerOf()
    maker.secretsOf(observation)
    maker.of(observation)
    expect([redactor.knows(TOKEN), redactor.knows(KEY)]).toEqual([true, false])
  })
})
