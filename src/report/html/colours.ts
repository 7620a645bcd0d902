/**
 * The colours of the page, by name, in light and in dark. Every text colour has a contrast of 4.5 to every ground it
 * stands on (WCAG 2.2, 1.4.3), which a test computes.
 */
export const COLOURS = {
  light: {
    ground: '#ffffff',
    raised: '#f6f6f3',
    line: '#d9dad4',
    text: '#1c1e1c',
    muted: '#575d58',
    link: '#0b57b8',
    passed: '#1a7339',
    failed: '#be1f2b',
    errored: '#8334b5',
    warning: '#855400',
    open: '#0b57b8',
    skipped: '#5d635f',
    flaky: '#9c3d6d',
    marked: '#fdeecb',
  },
  dark: {
    ground: '#131514',
    raised: '#1d201e',
    line: '#363a37',
    text: '#e7e9e6',
    muted: '#a5aba6',
    link: '#86bcff',
    passed: '#62c985',
    failed: '#ff8a83',
    errored: '#d3a3f3',
    warning: '#e5b657',
    open: '#86bcff',
    skipped: '#a5aba6',
    flaky: '#f09cc4',
    marked: '#443817',
  },
} as const

/** As custom properties of CSS. */
export function propertiesOf(scheme: keyof typeof COLOURS): string {
  return Object.entries(COLOURS[scheme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}
