import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProjectFile } from '../../src/transport/project-file.ts'

let top: string
let place: { folder: string; root: string }

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'project-file-')))
  place = { root: join(top, 'repository'), folder: join(top, 'repository', 'checks') }
  await mkdir(place.folder, { recursive: true })
  await writeFile(join(place.folder, 'user.json'), '{"a":1}')
  await writeFile(join(place.root, 'picture.PNG'), 'x')
  await writeFile(join(top, 'secret.txt'), 'secret')
  await symlink(join(top, 'secret.txt'), join(place.folder, 'link.txt'))
})
afterAll(() => rm(top, { recursive: true }))

describe('readProjectFile', () => {
  it('reads a file beside the checklist', async () => {
    const file = await readProjectFile('user.json', place)
    expect(file).toEqual({ content: Buffer.from('{"a":1}'), name: 'user.json', type: 'application/json' })
  })

  it('reads a file elsewhere in the repository', async () => {
    expect(await readProjectFile('../picture.PNG', place)).toMatchObject({ name: 'picture.PNG', type: 'image/png' })
  })

  it.each([
    ['../../secret.txt', 'file-outside'],
    ['/etc/hostname', 'file-outside'],
    ['link.txt', 'file-outside'],
    ['missing.json', 'file-unreadable'],
    ['.', 'file-unreadable'],
  ])('refuses %s', async (path, code) => {
    await expect(readProjectFile(path, place)).rejects.toMatchObject({ code })
  })
})
