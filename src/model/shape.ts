import type { Span } from './source.ts'
import type {
  BoundPattern,
  JsonTemplate,
  Place,
  Program,
  ShellLine,
  SqlStatement,
  Template,
  TimeValue,
} from './template.ts'

/**
 * The language as data: what may stand at a place of a checklist. The reader, the unknown-key suggestions, the merging
 * of defaults all walk the same shapes. Build them with the functions below, which carry the
 * TypeScript type of what is read.
 */
export type ShapeNode =
  | { readonly type: 'template'; readonly place: Place; readonly expected: string }
  | { readonly type: 'json'; readonly expected: string }
  | { readonly type: 'word'; readonly expected: string; readonly pattern: RegExp | undefined; readonly verbatim?: true }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'program' }
  | { readonly type: 'list'; readonly of: ShapeNode; readonly orOne: boolean; readonly min: number }
  | { readonly type: 'map'; readonly of: ShapeNode; readonly keys: 'exact' | 'ignore-case' }
  | {
      readonly type: 'object'
      readonly fields: Readonly<Record<string, FieldNode>>
      readonly required: readonly string[]
    }
  | {
      readonly type: 'forms'
      readonly scalar: ShapeNode | undefined
      readonly list: ShapeNode | undefined
      readonly map: ShapeNode | undefined
    }

export interface FieldNode {
  readonly shape: ShapeNode
  /** One line for the reference and the schema. */
  readonly doc: string
}

/** A shape together with the type of what reading it gives. */
export interface Shape<V> {
  readonly node: ShapeNode
  readonly read?: V
}

export type ValueOf<S> = S extends Shape<infer V> ? V : never

export interface MapEntry<V> {
  readonly name: string
  readonly nameSpan: Span
  readonly value: V
}

const template = <V>(place: Place, expected: string): Shape<Template<V>> => ({
  node: { type: 'template', place, expected },
})

export const text = (expected = 'text'): Shape<Template<string>> => template('text', expected)
export const url = (): Shape<Template<string>> => template('url', 'a URL or a path')
export const headerValue = (): Shape<Template<string>> => template('header', 'text without line breaks')
export const sql = (): Shape<Template<SqlStatement>> => template('sql', 'an SQL statement')
export const shellLine = (): Shape<Template<ShellLine>> => template('shell', 'a shell line')
export const pattern = (): Shape<Template<BoundPattern>> => template('pattern', 'a pattern, written "/…/" or "/…/i"')
export const duration = (): Shape<Template<number>> => template('duration', 'a duration such as 250ms, 10s, 3m or 1d')
export const size = (): Shape<Template<number>> => template('size', 'a size such as 64KiB or 10MiB')
export const time = (): Shape<Template<TimeValue>> =>
  template('time', 'a time such as 2026-01-14T04:30:00Z, or a duration')
export const json = (expected = 'a value'): Shape<JsonTemplate> => ({ node: { type: 'json', expected } })
/** Text without holes. */
export const word = (expected: string, matching?: RegExp): Shape<string> => ({
  node: { type: 'word', expected, pattern: matching },
})
/** Text without holes in which `{{` may stand for itself, as in `docker ps --format '{{.Names}}'`. */
export const verbatim = (expected: string): Shape<string> => ({
  node: { type: 'word', expected, pattern: undefined, verbatim: true },
})
export const boolean = (): Shape<boolean> => ({ node: { type: 'boolean' } })
export const integer = (min: number, max: number): Shape<number> => ({ node: { type: 'integer', min, max } })
export const program = (): Shape<Program> => ({ node: { type: 'program' } })

export function choice<const T extends readonly string[]>(...values: T): Shape<T[number]> {
  return { node: { type: 'choice', values } }
}

export function list<V>(of: Shape<V>, min = 0): Shape<readonly V[]> {
  return { node: { type: 'list', of: of.node, orOne: false, min } }
}

/** A list, or one element written without the brackets. */
export function oneOrMore<V>(of: Shape<V>): Shape<readonly V[]> {
  return { node: { type: 'list', of: of.node, orOne: true, min: 1 } }
}

export function map<V>(of: Shape<V>, keys: 'exact' | 'ignore-case' = 'exact'): Shape<readonly MapEntry<V>[]> {
  return { node: { type: 'map', of: of.node, keys } }
}

export interface Field<V> {
  readonly shape: Shape<V>
  readonly doc: string
}

export function field<V>(shape: Shape<V>, doc: string): Field<V> {
  return { shape, doc }
}

type FieldValues<F extends Readonly<Record<string, Field<unknown>>>, R extends keyof F> = {
  readonly [K in R]: F[K] extends Field<infer V> ? V : never
} & { readonly [K in Exclude<keyof F, R>]?: F[K] extends Field<infer V> ? V : never }

/** A map with known keys; those in `required` must be there, the others are left out of the value when absent. */
export function object<
  const F extends Readonly<Record<string, Field<unknown>>>,
  const R extends keyof F & string = never,
>(fields: F, required: readonly R[] = []): Shape<FieldValues<F, R>> {
  const nodes = Object.fromEntries(
    Object.entries(fields).map(([name, { shape, doc }]) => [name, { shape: shape.node, doc }]),
  )
  return { node: { type: 'object', fields: nodes, required } }
}

/** Itself; inside {@link field}, keeps TypeScript from inferring a form that was left out, as `unknown`, from where the result goes. */
type Given<T> = [T] extends [infer U] ? U : never

/** Different shapes for a scalar, a list and a map; a form that is not given is a diagnostic. */
export function forms<S = never, L = never, M = never>(given: {
  readonly scalar?: Shape<S>
  readonly list?: Shape<L>
  readonly map?: Shape<M>
}): Shape<Given<S | L | M>> {
  return { node: { type: 'forms', scalar: given.scalar?.node, list: given.list?.node, map: given.map?.node } }
}
