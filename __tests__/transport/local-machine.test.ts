import { describe, expect, it } from 'vitest'
import { localMachine } from '../../src/transport/local-machine.ts'

const { signal } = new AbortController()
const OWN = { PATH: process.env.PATH, HOME: '/h', DOCKER_HOST: 'unix:///d.sock', SECRET: 's' }

describe('the runner', () => {
  it.each([
    [undefined, 'HOME'],
    [['DOCKER_HOST', 'DOCKER_CONTEXT'], 'DOCKER_HOST HOME'],
  ])('lets a command that inherits %j see %s and its own', async (inherit, seen) => {
    const run = { words: ['env'] }
    const command = { run, environment: { MINE: 'x' }, ...(inherit === undefined ? {} : { inherit }) }
    const { stdout } = await localMachine(OWN).run(command, signal)
    const names = stdout.split('\n').map(line => line.split('=')[0] ?? '')
    expect(names.filter(name => /^(DOCKER|HOME|SECRET|MINE)/.test(name)).toSorted()).toEqual([
      ...seen.split(' '),
      'MINE',
    ])
  })

  it('lets what a command brings along win over what it inherits', async () => {
    const command = { run: { words: ['env'] }, environment: { DOCKER_HOST: 'mine' }, inherit: ['DOCKER_HOST'] }
    expect((await localMachine(OWN).run(command, signal)).stdout).toContain('DOCKER_HOST=mine\n')
  })
})
