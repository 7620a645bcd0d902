import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { manualKind } from '../../src/kinds/manual.ts'
import { template } from './builders.ts'

describe('the registry of kinds', () => {
  it('names each kind as it names itself', () => {
    expect([...kinds].map(([name, kind]) => [name, kind.name])).toEqual(
      ['request', 'websocket', 'query', 'containers', 'logs', 'run', 'tcp', 'tls', 'manual'].map(name => [name, name]),
    )
  })

  it.each([...kinds.values()].map(kind => [kind.name, kind] as const))(
    '%s documents itself and each of its parts',
    (_name, kind) => {
      expect(kind.doc).not.toBe('')
      for (const part of Object.values(kind.parts)) expect(part.doc).not.toBe('')
    },
  )
})

describe('a manual check', () => {
  it('is an instruction, and is never observed', () => {
    const spec = template('Open {{ $base_url }} and look.')
    expect(manualKind.describe(spec)).toBe('Open {{ $base_url }} and look.')
    expect(manualKind.instruction?.('Open https://example.com and look.')).toBe('Open https://example.com and look.')
  })
})
