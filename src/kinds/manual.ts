import { text, type ValueOf } from '../model/shape.ts'
import { type CheckKind, kind } from './kind.ts'
import { asWritten, inShort } from './written.ts'

const shape = text('an instruction')

const definition: CheckKind<ValueOf<typeof shape>> = {
  name: 'manual',
  doc: 'Something a person must look at: an open box in the report',
  shape,
  parts: {},
  captures: [],
  jqReads: 'nothing',
  describe: spec => inShort(asWritten(spec)),
  defaults: () => ({}),
  instruction: spec => spec,
  observe() {
    return Promise.reject(new Error('A manual check is looked at by a person, never observed.'))
  },
}

export const manualKind = kind(definition)
