import { expect, test } from 'vitest'
import { createScope, type ScopeEntry } from '../../src/expression/scope.ts'

test('a scope finds its own names first, then those around it', () => {
  const outer = createScope({ a: { value: 1, secret: false }, b: { value: 2, secret: true } })
  const inner = createScope({ a: { value: 3, secret: false } }, outer)
  expect(inner.lookup('a')?.value).toBe(3)
  expect(inner.lookup('b')).toEqual({ value: 2, secret: true })
  expect(inner.lookup('c')).toBeUndefined()
  expect([...inner.names()]).toEqual(['a', 'b'])
  expect(outer.lookup('a')?.value).toBe(1)
})

test('a scope over a map sees what joins it later', () => {
  const captured = new Map<string, ScopeEntry>()
  const scope = createScope(captured)
  expect(scope.lookup('token')).toBeUndefined()
  captured.set('token', { value: 'x', secret: true })
  expect(scope.lookup('token')?.value).toBe('x')
  expect([...scope.names()]).toEqual(['token'])
})

test('names of every object are no variables', () => {
  expect(createScope({}).lookup('constructor')).toBeUndefined()
  expect(createScope({}).lookup('__proto__')).toBeUndefined()
})
