import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Whether nothing holds what a reference leads to. What is referred to weakly lives on until the present turn is over. */
export async function isGarbage(reference: WeakRef<object>): Promise<boolean> {
  for (let round = 0; round < 5; round += 1) {
    await turn()
    collect()
    if (reference.deref() === undefined) return true
  }
  return false
}
