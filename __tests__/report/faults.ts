import { at, failure } from './builders.ts'

export const badGateway = failure({
  expected: '200',
  actual: '502',
  message: 'The status is 502, expected 200.',
  location: at(41, '          expect: { status: 200, json: { id: { is: integer } } }', 'status: 200'),
})

export const wrongVersion = failure({
  subject: 'jq',
  expected: '"2.2.1"',
  actual: '"2.2.0"',
  message: '`.info.version` is "2.2.0", expected "2.2.1".',
  location: at(22, '          .info.version: "{{ $version }}"', '.info.version: "{{ $version }}"'),
})
