import { describe, expect, it } from 'vitest'
import { composeWords, engineWords } from '../../../src/transport/compose/engine-words.ts'

const NOTHING = { files: [], profiles: [] }

describe('the words that call', () => {
  it.each([
    [undefined, 'docker'],
    [['docker', 'compose'], 'docker'],
    [['docker-compose'], 'docker'],
    [['/usr/local/bin/docker-compose'], 'docker'],
    [['sudo', 'docker', 'compose'], 'sudo docker'],
    [['sudo', '-n', 'docker-compose'], 'sudo -n docker'],
    [['docker', '--context', 'far', 'compose', '--ansi', 'never'], 'docker --context far'],
    [['podman', 'compose'], 'podman'],
    [['podman-compose'], 'podman'],
    [['./our-script'], 'docker'],
  ])('the engine behind %j are %s', (command, engine) => {
    expect(engineWords({ ...NOTHING, ...(command === undefined ? {} : { command }) }).join(' ')).toBe(engine)
  })

  it('Compose have all of the block of the host', () => {
    expect(composeWords(NOTHING)).toEqual(['docker', 'compose'])
    const block = { files: ['a.yml', 'b.yml'], profiles: ['x', 'y'], project: 'p', envFile: 'prod.env' }
    expect(composeWords({ ...block, command: ['docker-compose'] }).join(' ')).toBe(
      'docker-compose -f a.yml -f b.yml --project-name p --env-file prod.env --profile x --profile y',
    )
  })
})
