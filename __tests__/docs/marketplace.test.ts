import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface ActionFile {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
}

const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as ActionFile

/** GitHub's "Metadata syntax for GitHub Actions": the colours there are, and the icons of Feather that it leaves out. */
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
const LEFT_OUT =
  'coffee columns divide divide-circle divide-square frown hexagon key meh mouse-pointer smile tool x-octagon'

/** What the form of a release refuses on the Marketplace, and nothing before it. */
describe('action.yml on the Marketplace', () => {
  it('has a name, an author, and a description of fewer than 125 characters in a line', () => {
    expect(action.name).toMatch(/^\S.*\S$/)
    expect(action.author).not.toBe('')
    expect(action.description.trim().length).toBeLessThan(125)
    expect(action.description.trim()).not.toContain('\n')
  })

  it('has a colour and an icon that GitHub knows', () => {
    expect(COLORS).toContain(action.branding.color)
    expect(action.branding.icon).toMatch(/^[a-z]+(-[a-z0-9]+)*$/)
    expect(LEFT_OUT.split(' ')).not.toContain(action.branding.icon)
  })
})
