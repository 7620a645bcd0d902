import { describe, expect, it } from 'vitest'
import { openerOf, openReport } from '../../src/cli/open-report.ts'

describe('openerOf', () => {
  it.each([
    ['linux', '/work/a b/report.html', ['xdg-open', '/work/a b/report.html']],
    ['freebsd', '/work/report.html', ['xdg-open', '/work/report.html']],
    ['darwin', '/work/report.html', ['open', '/work/report.html']],
    [
      'win32',
      '/work/a b&c%d%/report.html',
      ['rundll32', 'url.dll,FileProtocolHandler', 'file:///work/a%20b&c%25d%25/report.html'],
    ],
  ] as const)('on %s opens %s', (platform, path, words) => {
    expect(openerOf(platform, path)).toEqual(words)
  })
})

it('says when the program is missing', async () => {
  // Its name is that of another system, so it is not there.
  const other = process.platform === 'win32' ? 'linux' : 'win32'
  expect(await openReport('/nowhere/report.html', other)).toMatch(/^The report could not be opened: .*ENOENT/)
})
