import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeReports } from '../../src/edge/report-files.ts'
import type { Report } from '../../src/model/result.ts'
import { reporters } from '../../src/report/index.ts'

const REPORT: Report = { report: 'invalid', checklist: { name: 'x', file: 'x.yml' }, diagnostics: [] }
const broken = {
  name: 'broken',
  file: 'broken.txt',
  render: (): string => {
    throw new Error('no room')
  },
}

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'reports-')), 'deep', 'er')
})
afterEach(() => rm(join(folder, '../..'), { recursive: true }))

describe('writeReports', () => {
  it('writes every report of the registry into a folder that it makes', async () => {
    const { files, faults } = await writeReports(REPORT, folder)
    expect(faults).toEqual([])
    expect(files).toEqual(reporters.map(({ file }) => join(folder, file)))
    expect((await readdir(folder)).sort()).toEqual(['junit.xml', 'report.html', 'report.json', 'summary.md'])
    expect(await readFile(join(folder, 'report.json'), 'utf8')).not.toBe('')
  })

  it('goes on when a reporter fails, and leaves no file of an earlier run in its place', async () => {
    await writeReports(REPORT, folder)
    await writeFile(join(folder, 'broken.txt'), 'of yesterday')
    const { files, faults } = await writeReports(REPORT, folder, [broken, ...reporters])
    expect(files).toHaveLength(reporters.length)
    expect(faults).toEqual(['The report broken.txt could not be written: no room'])
    expect(await readdir(folder)).not.toContain('broken.txt')
  })

  it('leaves no half of a report whose rendering fails on the way', async () => {
    const half = {
      name: 'half',
      file: 'half.txt',
      *render() {
        yield 'x'.repeat(1024 ** 2)
        throw new Error('no room')
      },
    }
    const { faults } = await writeReports(REPORT, folder, [half, ...reporters])
    expect(faults).toEqual(['The report half.txt could not be written: no room'])
    expect((await readdir(folder)).sort()).toEqual(['junit.xml', 'report.html', 'report.json', 'summary.md'])
  })

  it('shows no half of a report while it is written', async () => {
    const seen: string[][] = []
    const slow = {
      name: 'slow',
      file: 'slow.txt',
      *render() {
        yield 'x'.repeat(1024 ** 2)
        seen.push(readdirSync(folder).filter(name => !name.startsWith('.')))
        yield 'y'
      },
    }
    await writeReports(REPORT, folder, [slow])
    expect([seen, await readdir(folder)]).toEqual([[[]], ['slow.txt']])
    expect(await readFile(join(folder, 'slow.txt'), 'utf8')).toMatch(/^x{1048576}y$/)
  })

  it('leaves nothing of a report on which this program is ended', async () => {
    const source = new URL('../../src/edge/report-files.ts', import.meta.url).href
    const script = `
      const { writeText } = await import(${JSON.stringify(source)})
      await writeText(${JSON.stringify(join(folder, 'half.txt'))}, function* () {
        yield 'x'.repeat(1024 ** 2)
        process.exit(130)
      })`
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script])
    expect([child.status, child.stderr.toString(), await readdir(folder)]).toEqual([130, '', []])
  })

  it('writes pieces in their order, however many there are', async () => {
    const pieces = Array.from({ length: 100_000 }, (_, index) => `${index}: ö\n`)
    await writeReports(REPORT, folder, [{ name: 'long', file: 'long.txt', render: () => pieces }])
    expect(await readFile(join(folder, 'long.txt'), 'utf8')).toBe(pieces.join(''))
  })

  it('says so when the folder cannot be made', async () => {
    await writeReports(REPORT, folder)
    const { files, faults } = await writeReports(REPORT, join(folder, 'report.json'))
    expect(files).toEqual([])
    expect(faults).toHaveLength(reporters.length)
  })

  it.skipIf(process.platform !== 'linux')(
    'gives up where no folder can be made and none is said to be there',
    async () => {
      const { files, faults } = await writeReports(REPORT, '/proc/no-such-folder/deep')
      expect(files).toEqual([])
      expect(faults[0]).toContain('The report report.json could not be written: ENOENT')
    },
  )
})
