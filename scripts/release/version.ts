/** A version as [Semantic Versioning](https://semver.org/) has it, without build metadata, which we do not use. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** `['rc', '1']` of `1.0.0-rc.1`; empty for a release proper. */
  readonly pre: readonly string[]
}

const NUMBER = '(0|[1-9]\\d*)'
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`)

/** Undefined when the text is none. */
export function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(text)
  if (found === null) return undefined
  const [, major, minor, patch, pre] = found
  return { major: Number(major), minor: Number(minor), patch: Number(patch), pre: pre?.split('.') ?? [] }
}

/** Below 0 when `a` comes before `b`: by the numbers, and a pre-release before what it leads to (11 of the rules). */
export function compareVersions(a: Version, b: Version): number {
  const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch
  if (numbers !== 0) return numbers
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (const [index, left] of a.pre.entries()) {
    const right = b.pre[index]
    if (right === undefined) return 1
    const order = compareIdentifiers(left, right)
    if (order !== 0) return order
  }
  return a.pre.length - b.pre.length
}

function compareIdentifiers(left: string, right: string): number {
  const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
  if (leftIsNumber && rightIsNumber) return Number(left) - Number(right)
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}
