import { describe, expect, it } from 'vitest'
import { changesOf } from '../../scripts/release/changelog.ts'
import { compareVersions, parseVersion, type Version } from '../../scripts/release/version.ts'

const version = (text: string): Version => {
  const parsed = parseVersion(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}

describe('versions', () => {
  it('come in the order of semver.org', () => {
    const ordered = ['0.9.9', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2']
    ordered.push('1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.9.0', '1.10.0', '2.0.0-0', '2.0.0')
    const sorted = ordered.toReversed().toSorted((a, b) => compareVersions(version(a), version(b)))
    expect(sorted).toEqual(ordered)
    expect(compareVersions(version('1.2.3-rc.1'), version('1.2.3-rc.1'))).toBe(0)
  })

  it.each(['', '1', '1.2', 'v1.2.3', '1.2.3.4', '01.2.3', '1.2.3-', '1.2.3-a..b', ' 1.2.3', '1.2.3\n'])(
    'are not %j',
    text => {
      expect(parseVersion(text)).toBeUndefined()
    },
  )
})

describe('the changes of a version', () => {
  const text =
    '# Changelog\n\n## [1.1.0] - 2026-02-01\n\n- New.\n\n### Fixed\n\n- Old.\n\n## [1.0.0] - 2026-01-01\n\n- First.\n\n[1.0.0]: https://example.com\n'
  it('end at the next version, or at the links', () => {
    expect(changesOf(text, '1.1.0')).toBe('- New.\n\n### Fixed\n\n- Old.')
    expect(changesOf(text, '1.0.0')).toBe('- First.')
    expect(changesOf(text, '1.0')).toBeUndefined()
  })
})
