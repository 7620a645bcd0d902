import { describe, expect, it } from 'vitest'
import { COLOURS } from '../../../src/report/html/colours.ts'
import { STYLE } from '../../../src/report/html/style.ts'

type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** As `color-mix` puts so much of a colour over another. */
const mixed = (over: Rgb, under: Rgb, share: number): Rgb =>
  [0, 1, 2].map(at => (over[at] ?? 0) * share + (under[at] ?? 0) * (1 - share)) as unknown as Rgb

/** Relative luminance and contrast by WCAG 2.2. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [r = 0, g = 0, b = 0] = colour.map(value => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('in %s', scheme => {
  const { ground, raised, marked, line: _, text, ...accents } = COLOURS[scheme]

  it.each(Object.entries(accents))('%s can be read on every ground it stands on', (_name, accent) => {
    const own = rgb(accent)
    for (const under of [ground, raised]) expect(contrast(own, rgb(under))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(own, mixed(own, rgb(ground), 0.13))).toBeGreaterThanOrEqual(4.5)
  })

  it('text can be read, also where it is marked', () => {
    for (const under of [ground, raised, marked]) expect(contrast(rgb(text), rgb(under))).toBeGreaterThanOrEqual(7)
  })
})

it('computes contrast as the guidelines do', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(contrast(rgb('#777777'), [255, 255, 255])).toBeCloseTo(4.48, 2)
})

describe('the style', () => {
  it('uses no colour but those, and each of them', () => {
    const rules = STYLE.replace(/--[a-z]+:#[0-9a-f]{6}/g, '')
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/)
    const used = [...rules.matchAll(/var\(--([a-z]+)\)/g)].map(([, name]) => name)
    expect(Object.keys(COLOURS.light).filter(name => !used.includes(name))).toEqual([])
    expect(Object.keys(COLOURS.dark)).toEqual(Object.keys(COLOURS.light))
    expect(STYLE).toContain('color-mix(in srgb, var(--accent) 13%, transparent)')
  })
})
