import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRunner, logLines } from '../../src/action/runner.ts'

/** What the runner makes of a line: the rules of ActionCommand.cs in actions/runner. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line.replaceAll('\u0085', ' ')) || line.includes('##[')
}

describe('logLines', () => {
  it.each([
    '::error::x',
    '   ::add-mask::x',
    '\t::stop-commands::x',
    '\u0085::error::x',
    '\u00a0::error::x',
    'text ##[error]x',
    '##[add-mask]x',
    'first\n::error::x',
    'first\r::error::x',
    'first\r\n::error::x',
    '##[group]##[error]',
  ])('disarms %j', text => {
    expect(text.split(/\r\n|\n|\r/).some(isCommand)).toBe(true)
    expect(
      logLines(text)
        .split(/\r\n|\n|\r/)
        .filter(isCommand),
    ).toEqual([])
  })

  it('keeps what is said', () => {
    expect(logLines('a::b\n  c')).toBe('│ a::b\n│   c')
  })
})

describe('the runner', () => {
  let written = ''
  beforeEach(() => {
    written = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(text => {
      written += text
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  const location = { file: 'c.yml', line: 3, column: 5, endLine: 3, endColumn: 9, lineText: '' }

  it('marks a stretch of one line with its columns', () => {
    createRunner({}).annotate({ level: 'error', title: 'A: b, c', message: 'x\ny', location })
    expect(written).toBe('::error title=A%3A b%2C c,file=c.yml,line=3,endLine=3,col=5,endColumn=8::x%0Ay\n')
  })

  it('marks several lines without columns, which GitHub would refuse', () => {
    createRunner({}).annotate({ level: 'warning', title: 't', message: 'm', location: { ...location, endLine: 4 } })
    expect(written).toBe('::warning title=t,file=c.yml,line=3,endLine=4::m\n')
  })

  it('marks no place where there is none', () => {
    createRunner({}).annotate({ level: 'notice', title: 't', message: 'm', location: undefined })
    expect(written).toBe('::notice title=t::m\n')
  })

  it('never writes an output to the log', () => {
    expect(createRunner({}).setOutput('verdict', 'passed')).toBe(false)
    expect(written).toBe('')
  })

  it('masks a value of several lines in one command', () => {
    createRunner({}).mask('first\nsecond%')
    expect(written).toBe('::add-mask::first%0Asecond%25\n')
  })

  it('lets no command stand in the name of a group', () => {
    const runner = createRunner({})
    runner.openGroup('a\n::error::b ##[error]c')
    runner.closeGroup()
    expect(written).toBe('::group::a%0A::error::b ## [error]c\n::endgroup::\n')
  })
})
