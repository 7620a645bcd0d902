import { describe, expect, it } from 'vitest'
import { Repository } from './repository.ts'

/** A repository with this version committed, tagged and pushed. */
function tagged(version: string, repository = new Repository()): Repository {
  repository.commit(version)
  repository.tag(`v${version}`)
  return repository
}

/** The same, released. */
function released(version: string, repository?: Repository): Repository {
  const made = tagged(version, repository)
  expect(made.release('publish', `v${version}`)).toMatchObject({ code: 0 })
  return made
}

describe('check', () => {
  it('lets a release pass whose versions, changelog, branch and dist are right', () => {
    expect(tagged('1.0.0').release('check', 'v1.0.0')).toEqual({ code: 0, said: 'v1.0.0 may be released.' })
  })

  const change =
    (path: string, text: string) =>
    (repository: Repository): void => {
      repository.write(path, text)
      repository.push('A slip')
    }
  it.each<[string, (repository: Repository) => void, string]>([
    [
      'another version in package.json',
      change('package.json', '{ "version": "1.0.1", "type": "module" }'),
      'package.json has the version 1.0.1',
    ],
    ['none in package-lock.json', change('package-lock.json', '{}'), 'package-lock.json has the version undefined'],
    [
      'another in version.ts',
      change('src/model/version.ts', "export const VERSION = '0.9.0'\n"),
      'version.ts has the version 0.9.0',
    ],
    [
      'no section of the changelog',
      change('CHANGELOG.md', '## [Unreleased]\n\n- Something.\n'),
      'CHANGELOG.md has no section',
    ],
    [
      'an empty section',
      change('CHANGELOG.md', '## [1.0.0] - 2026-11-30\n\n### Added\n\n## [0.9.0] - 2026-01-01\n\n- Old.\n'),
      'CHANGELOG.md has no section',
    ],
    [
      'a section without a date',
      change('CHANGELOG.md', '## [1.0.0] - soon\n\n- Something.\n'),
      'CHANGELOG.md has no section',
    ],
    [
      'a dist that the sources do not give',
      change('dist/main.js', 'SOMETHING ELSE\n'),
      'dist is not what the sources give',
    ],
    [
      'a branch of its own',
      repository => {
        repository.git('checkout', '--quiet', '-b', 'feature')
        repository.push('A feature')
      },
      'on no branch',
    ],
  ])('refuses %s', (_what, slip, said) => {
    const repository = new Repository()
    repository.commit('1.0.0')
    slip(repository)
    repository.tag('v1.0.0')
    const ended = repository.release('check', 'v1.0.0')
    expect(ended.code).toBe(1)
    expect(ended.said).toContain(said)
    expect(ended.said.split('\n')).toHaveLength(1)
  })

  it('takes nothing else for the tag of a version', () => {
    const repository = tagged('1.0.0')
    for (const tag of ['1.0.0', 'v1', 'v1.0', 'v01.0.0', 'v1.0.0+build', 'v1.0.0; echo owned', '--help']) {
      const said = `The tag ${tag} names no version: it must be v1.2.3, or v1.2.3-rc.1.`
      expect(repository.release('check', tag)).toEqual({ code: 1, said })
    }
  })

  it('refuses a tag that is not there, or not what is checked out, and a tree that is not clean', () => {
    const repository = new Repository()
    repository.commit('1.0.0')
    expect(repository.release('check', 'v1.0.0')).toEqual({ code: 1, said: 'There is no tag v1.0.0.' })
    repository.tag('v1.0.0')
    repository.push('One commit more')
    expect(repository.release('check', 'v1.0.0').said).toBe('The tag v1.0.0 is not what is checked out.')
    repository.git('checkout', '--quiet', 'v1.0.0')
    repository.write('dist/extra.js', '')
    expect(repository.release('check', 'v1.0.0').said).toBe('The working tree is not clean:\n?? dist/extra.js')
  })

  it('says how it is used', () => {
    const repository = tagged('1.0.0')
    expect(repository.release('chek', 'v1.0.0')).toMatchObject({
      code: 2,
      said: expect.stringContaining('check|publish|major'),
    })
    expect(repository.release('check', '').code).toBe(2)
  })
})

describe('publish', () => {
  it('makes the first release, with its part of the changelog, and the tag of the major version', () => {
    const repository = tagged('1.0.0')
    expect(repository.release('publish', 'v1.0.0')).toEqual({ code: 0, said: 'v1.0.0 is released.\nv1 was made.' })
    expect(repository.releases).toEqual([
      {
        tag: 'v1.0.0',
        notes: '### Added\n\n- What 1.0.0 brings.\n',
        flags: ['--verify-tag', '--title', '--notes-file', '--latest=true'],
      },
    ])
    expect(repository.onServer('v1')).toBe(repository.head)
  })

  it('moves the tag with the second release', () => {
    const repository = released('1.0.0')
    const first = repository.head
    tagged('1.1.0', repository)
    const { said } = repository.release('publish', 'v1.1.0')
    expect(said).toContain(`v1 was moved from ${first.slice(0, 7)} to ${repository.head.slice(0, 7)}.`)
    expect(repository.onServer('v1')).toBe(repository.head)
    expect(repository.onServer('v1.0.0')).toBe(first)
    expect(repository.releases.map(({ notes }) => notes)).toEqual([
      '### Added\n\n- What 1.0.0 brings.\n',
      '### Added\n\n- What 1.1.0 brings.\n',
    ])
  })

  it('moves a tag that somebody made by hand, with a message', () => {
    const repository = released('1.0.0')
    repository.git('push', '--quiet', 'origin', ':refs/tags/v1')
    repository.tag('v1')
    released('1.0.1', repository)
    expect(repository.onServer('v1')).toBe(repository.head)
  })

  it('does not move it back with a release of an older line, which is not the latest either', () => {
    const repository = released('1.0.0')
    released('1.1.0', repository)
    const newest = repository.head
    repository.git('checkout', '--quiet', '-b', 'release/1.0', 'v1.0.0')
    tagged('1.0.1', repository)
    const { code, said } = repository.release('publish', 'v1.0.1')
    expect([code, said]).toEqual([0, 'v1.0.1 is released.\nv1 stays at 1.1.0, which is newer.'])
    expect(repository.onServer('v1')).toBe(newest)
    expect(repository.releases.at(-1)?.flags).toContain('--latest=false')
  })

  it('leaves it alone with a pre-release, and before 1.0.0', () => {
    const repository = released('0.9.0')
    expect(repository.onServer('v0')).toBe('')
    released('1.0.0-rc.1', repository)
    expect(repository.onServer('v1')).toBe('')
    released('1.0.0', repository)
    const first = repository.head
    released('1.1.0-rc.1', repository)
    expect(repository.onServer('v1')).toBe(first)
    expect(repository.releases.at(-1)?.flags).toContain('--prerelease')
  })

  it('begins a tag of its own with the next major version', () => {
    const repository = released('1.4.0')
    const first = repository.head
    released('2.0.0', repository)
    expect([repository.onServer('v1'), repository.onServer('v2')]).toEqual([first, repository.head])
  })

  it('refuses a release that exists, and changes nothing', () => {
    const repository = released('1.0.0')
    expect(repository.release('publish', 'v1.0.0')).toEqual({
      code: 1,
      said: 'There is a release v1.0.0 already, and releases are never changed.',
    })
    expect(repository.releases).toHaveLength(1)
  })

  it('refuses when it cannot be known whether there is one', () => {
    const repository = tagged('1.0.0')
    repository.write('../bin/gh-down', '')
    const { code, said } = repository.release('publish', 'v1.0.0')
    expect([code, said]).toEqual([1, expect.stringContaining('could not be found out: error connecting')])
    expect(repository.onServer('v1')).toBe('')
  })

  it('refuses a tag that was moved on the server, or is not there', () => {
    const repository = tagged('1.0.0')
    repository.git('push', '--quiet', 'origin', ':refs/tags/v1.0.0')
    const said = 'On origin the tag v1.0.0 is not what is checked out.'
    expect(repository.release('publish', 'v1.0.0')).toEqual({ code: 1, said })
    repository.push('Another commit')
    repository.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1.0.0')
    repository.git('checkout', '--quiet', 'v1.0.0')
    expect(repository.release('publish', 'v1.0.0')).toEqual({ code: 1, said })
    expect(repository.releases).toEqual([])
  })

  it('refuses what check refuses', () => {
    const repository = tagged('1.0.0')
    repository.write('dist/main.js', 'CHANGED')
    expect(repository.release('publish', 'v1.0.0')).toMatchObject({
      code: 1,
      said: expect.stringContaining('not clean'),
    })
    expect([repository.releases, repository.onServer('v1')]).toEqual([[], ''])
  })
})

describe('major', () => {
  it('moves only the tag, for a release whose publication was cut off', () => {
    const repository = released('1.0.0')
    tagged('1.0.1', repository)
    expect(repository.release('major', 'v1.0.1').code).toBe(0)
    expect(repository.onServer('v1')).toBe(repository.head)
    expect(repository.release('major', 'v1.0.1').said).toBe('v1 is there already.')
    expect(repository.releases).toHaveLength(1)
  })

  it('refuses a major tag on another commit of the same version', () => {
    const repository = tagged('1.0.0')
    repository.push('The same version once more')
    repository.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1')
    repository.git('checkout', '--quiet', 'v1.0.0')
    const { code, said } = repository.release('major', 'v1.0.0')
    expect([code, said]).toEqual([1, expect.stringContaining('v1 points to another commit of this very version')])
  })
})
