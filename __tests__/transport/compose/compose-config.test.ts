import { describe, expect, it } from 'vitest'
import { projectNameOf, readConfigJson, readConfigYaml } from '../../../src/transport/compose/compose-config.ts'
import { CONFIG_JSON, CONFIG_YAML } from './recorded.ts'

describe('what compose config prints', () => {
  it('gives the services with their replicas, and which are to end', () => {
    expect(readConfigJson(CONFIG_JSON)).toEqual({
      project: 'shop',
      services: [
        { name: 'web', replicas: 1, completes: false },
        { name: 'migrate', replicas: 1, completes: true },
        { name: 'two', replicas: 2, completes: false },
        { name: 'scaled', replicas: 3, completes: false },
        { name: 'off', replicas: 0, completes: false },
      ],
    })
  })

  it('keeps nothing of environments', () => {
    expect(JSON.stringify([readConfigJson(CONFIG_JSON), readConfigYaml(CONFIG_YAML, [])])).not.toContain('hunter2')
  })

  it.each(['', 'services:\n  web: {}\n', '{'])('is undefined when it is no JSON: %j', text => {
    expect(readConfigJson(text)).toBeUndefined()
  })

  it('gives the same of what version 1 prints, without services of other profiles', () => {
    const all = [
      { name: 'migrate', replicas: 1, completes: true },
      { name: 'two', replicas: 2, completes: false },
      { name: 'three', replicas: 3, completes: false },
      { name: 'web', replicas: 1, completes: false },
    ]
    expect(readConfigYaml(CONFIG_YAML, [''])).toEqual({ services: all })
    expect(readConfigYaml(CONFIG_YAML, ['debug'])).toEqual({
      services: [{ name: 'dbg', replicas: 1, completes: false }, ...all],
    })
  })

  it.each([
    ['/srv/V1-Rec.x', 'v1-recx'],
    ['/srv/shop/', 'shop'],
    ['/home/me/My Shop', 'myshop'],
  ])('leaves the name of a project in %s to the rule of Compose', (directory, name) => {
    expect(projectNameOf(directory)).toBe(name)
  })
})
