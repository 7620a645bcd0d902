import { expect, it } from 'vitest'
import { describeWithSshd, startSshd } from '../../real-stack.ts'
import { machineFor, never } from './machines.ts'

const SHOW = 'env | grep -E "^(DOCKER_HOST|COMPOSE_FILE|OTHER|_vd)" | sort'

describeWithSshd('a command on a server', () => {
  it('sees of the variables that lead to an engine those that it inherits, time after time', async () => {
    await using server = await startSshd({ environment: { DOCKER_HOST: "unix:///it's here", OTHER: 'hidden' } })
    const machine = machineFor(server)
    const show = async (...inherit: string[]): Promise<string> =>
      (await machine.run({ run: { shell: SHOW }, environment: {}, inherit }, never)).stdout
    const seen = "DOCKER_HOST=unix:///it's here\n"
    for (let round = 0; round < 2; round += 1) {
      expect(await show('DOCKER_HOST', 'COMPOSE_FILE')).toBe(seen)
      await expect(show()).resolves.toBe('')
    }
  })
})
