import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.ts'

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '))

describe('readArguments', () => {
  it('reads a run with everything', () => {
    const line = 'run deploy.yml --var a=1 --var b=2 --target prod --select x,y --select z --quiet -v --timeout=5m'
    const result = read(line)
    if ('faults' in result) throw new Error(JSON.stringify(result.faults))
    const { command, file, all, one, has } = result.arguments
    expect({ command, file }).toEqual({ command: 'run', file: 'deploy.yml' })
    expect(all('var')).toEqual(['a=1', 'b=2'])
    expect(all('select')).toEqual(['x,y', 'z'])
    expect([one('target'), one('timeout'), one('skip')]).toEqual(['prod', '5m', undefined])
    expect([has('quiet'), has('verbose'), has('no-color')]).toEqual([true, true, false])
  })

  it.each([
    ['--help', 'help'],
    ['-h', 'help'],
    ['--version', 'version'],
    ['help', 'help'],
  ])('understands %s without a command', line => {
    const result = read(line)
    expect('arguments' in result && result.arguments.command).toBe('help')
  })

  it.each([
    ['', 'A command is missing.', 'Write verify-deploy run'],
    ['rnu', 'There is no command rnu.', 'Did you mean run?'],
    ['deploy.yml', 'There is no command deploy.yml.', 'Did you mean verify-deploy run deploy.yml?'],
    ['verify', 'There is no command verify.', 'See verify-deploy --help.'],
    ['run --taget prod', 'There is no option --taget.', 'Did you mean --target?'],
    ['run --xyz', 'There is no option --xyz.', 'See verify-deploy --help.'],
    ['run -x', 'There is no option -x.', 'See verify-deploy --help.'],
    ['run --target', 'The option --target needs a value.', 'Write --target NAME.'],
    ['run --quiet=yes', 'The option --quiet takes no value.', 'Write --quiet.'],
    ['run --target a --target b', 'The option --target is given twice.', 'Give it once.'],
    ['run a.yml b.yml', 'There is one FILE, but 1 more word is given.', 'Put quotes around'],
    ['run --var p=correct horse battery', 'There is one FILE, but 1 more word is given.', 'Put quotes around'],
    ['lint --concurrency 4', 'The option --concurrency is not one of lint.', 'It belongs to run.'],
  ])('refuses "%s"', (line, message, hint) => {
    const result = read(line)
    const faults = 'faults' in result ? result.faults : []
    expect(faults.map(fault => fault.message)).toContain(message)
    expect(faults.map(fault => fault.hint).join()).toContain(hint)
  })

  it('gathers every slip', () => {
    const result = read('run --taget --quite a b')
    expect('faults' in result && result.faults).toHaveLength(3)
  })

  it('takes what follows -- as a file, whatever it looks like', () => {
    const result = read('run -- --odd.yml')
    expect('arguments' in result && result.arguments.file).toBe('--odd.yml')
  })
})
