import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GENERATED, withTables } from '../../scripts/readme-tables.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

const ACTION = `
inputs:
  place: { description: 'Where to look, a|b.', default: here }
  token: { description: The token., default: '' }
outputs:
  verdict: { description: The answer. }
`
const README = `Before
<!-- inputs: made -->

old
<!-- /inputs -->
<!-- outputs: made -->
<!-- /outputs -->
After
`

describe('the tables from action.yml', () => {
  it.each(GENERATED)('are in $file as they would be made now', ({ file, links }) => {
    expect(read(file), 'run: node scripts/readme.ts').toBe(withTables(read(file), read('action.yml'), links))
  })

  it('take the place of what stands between the marks', () => {
    expect(withTables(README, ACTION, { 'The token': 'docs/tokens.md' })).toBe(`Before
<!-- inputs: made -->
| input | default | meaning |
|---|---|---|
| \`place\` | \`here\` | Where to look, a\\|b. |
| \`token\` | | [The token](docs/tokens.md). |

<!-- /inputs -->
<!-- outputs: made -->
| output | meaning |
|---|---|
| \`verdict\` | The answer. |

<!-- /outputs -->
After
`)
  })

  it('are made the same a second time', () => {
    const once = withTables(README, ACTION, {})
    expect(withTables(once, ACTION, {})).toBe(once)
  })

  it('need marks, and the phrases that are to be links', () => {
    expect(() => withTables('None', ACTION, {})).toThrow('no table')
    expect(() => withTables(README, ACTION, { 'A secret': 'docs' })).toThrow('A secret')
  })
})
