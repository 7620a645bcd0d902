import type { ScalarStyle } from './scalar-map.ts'

/** What the YAML library read, in our own words: the seam between its owner and the rest of the reader. Offsets are of the source. */
export type RawNode = RawMap | RawList | RawScalar | RawAlias

interface RawPlace {
  readonly start: number
  readonly end: number
  readonly anchor: string | undefined
}

export interface RawMap extends RawPlace {
  readonly raw: 'map'
  readonly flow: boolean
  /** A pair without a value has no colon; one with nothing behind its colon has an implicit scalar. */
  readonly pairs: readonly { readonly key: RawNode | undefined; readonly value: RawNode | undefined }[]
}

export interface RawList extends RawPlace {
  readonly raw: 'list'
  readonly items: readonly RawNode[]
}

export interface RawScalar extends RawPlace {
  readonly raw: 'scalar'
  /** Typed by the core schema of YAML 1.2; numbers are doubles and must be read again from the source. */
  readonly value: string | number | boolean | null
  /** Undefined: nothing is written where a value could stand. */
  readonly how: ScalarStyle | undefined
}

export interface RawAlias extends RawPlace {
  readonly raw: 'alias'
  readonly name: string
}
