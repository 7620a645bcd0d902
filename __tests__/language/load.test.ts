import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSource } from '../../src/language/load.ts'

let root = ''
let outside = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verify-deploy-load-'))
  outside = await mkdtemp(join(tmpdir(), 'verify-deploy-outside-'))
  await mkdir(join(root, 'deploy'))
  await mkdir(join(root, 'empty-folder'))
  await writeFile(join(root, 'deploy/checklist.yml'), 'name: x\n')
  await writeFile(join(root, 'bom.yml'), '\ufeffname: ü\n')
  await writeFile(join(root, 'large.yml'), `name: ${'x'.repeat(5 * 1024 * 1024)}\n`)
  await writeFile(join(root, 'largest.yml'), `#${' '.repeat(1024 * 1024 - 10)}\nname: x`)
  await writeFile(join(root, 'latin1.yml'), Buffer.from('name: x\n# gr\xfc\xdfe\n', 'latin1'))
  await writeFile(join(root, 'utf16.yml'), Buffer.from('\ufeffname: x\n', 'utf16le'))
  await writeFile(join(root, 'utf16-bare.yml'), Buffer.from('name: x\n', 'utf16le'))
  await writeFile(join(root, 'blank.yml'), ' \n\n')
  await writeFile(join(outside, 'secret.yml'), 'name: secret\n')
  await symlink(join(outside, 'secret.yml'), join(root, 'link-out.yml'))
  await symlink(join(root, 'deploy/checklist.yml'), join(root, 'link-in.yml'))
})
afterAll(async () => {
  await rm(root, { recursive: true })
  await rm(outside, { recursive: true })
})

describe('loadSource', () => {
  it.each([
    ['a path', 'deploy/checklist.yml', 'name: x\n', 'deploy/checklist.yml'],
    ['a path with detours', './deploy/../deploy/checklist.yml', 'name: x\n', 'deploy/checklist.yml'],
    ['a byte order mark', 'bom.yml', 'name: ü\n', 'bom.yml'],
    ['a link that stays inside', 'link-in.yml', 'name: x\n', 'link-in.yml'],
  ])('reads %s', async (_what, path, text, shown) => {
    expect(await loadSource(path, root)).toEqual({ source: { path: shown, text }, diagnostics: [] })
  })

  it('reads an absolute path and shows it relative to the root', async () => {
    const { source, diagnostics } = await loadSource(join(root, 'deploy/checklist.yml'), root)
    expect(source.path).toBe('deploy/checklist.yml')
    expect(diagnostics).toEqual([])
  })

  it.each([
    [[], 'actions/checkout'],
    [['verify-report'], 'actions/checkout'],
    [['src'], 'no YAML file'],
  ])('says what is missing beside a folder with %j', async (names, hint) => {
    const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-bare-'))
    for (const name of names) await mkdir(join(folder, name))
    const { diagnostics } = await loadSource('checklist.yml', folder)
    await rm(folder, { recursive: true })
    expect(diagnostics).toMatchObject([{ code: 'checklist-missing', hint: expect.stringContaining(hint) }])
  })

  it('reads a file of almost 1 MiB', async () => {
    expect((await loadSource('largest.yml', root)).diagnostics).toEqual([])
  })

  it.each([
    ['a missing file', 'deploy/checklst.yml', 'checklist-missing', 'Did you mean `checklist.yml`?'],
    ['a file in a missing folder', 'nowhere/checklist.yml', 'checklist-missing', 'no YAML file'],
    ['a folder', 'deploy', 'checklist-is-directory', '`deploy/checklist.yml`'],
    ['an empty folder', 'empty-folder', 'checklist-is-directory', 'Name the checklist'],
    ['5 MiB', 'large.yml', 'checklist-too-large', 'split'],
    ['Latin-1', 'latin1.yml', 'checklist-not-utf8', 'UTF-8'],
    ['UTF-16 with a mark', 'utf16.yml', 'checklist-not-utf8', 'UTF-8'],
    ['UTF-16 without one', 'utf16-bare.yml', 'checklist-not-utf8', 'UTF-8'],
    ['blanks', 'blank.yml', 'checklist-empty', 'checks:'],
    ['a link that leads out', 'link-out.yml', 'checklist-outside', 'Move the checklist'],
    ['a path that leads out', '../secret.yml', 'checklist-outside', 'Move the checklist'],
    ['a device', '/dev/null', 'checklist-outside', 'Move the checklist'],
  ])('says of %s what is wrong', async (_what, path, code, hint) => {
    const { source, diagnostics } = await loadSource(path, root)
    expect(source.text).toBe('')
    expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual([code])
    expect(diagnostics[0]?.hint).toContain(hint)
  })

  it('names the encoding and the line', async () => {
    expect((await loadSource('utf16.yml', root)).diagnostics[0]?.message).toContain('UTF-16')
    expect((await loadSource('latin1.yml', root)).diagnostics[0]?.message).toContain('line 2')
  })
})
