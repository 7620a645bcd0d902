import type { TypeName } from '../model/expectation.ts'
import { decimalParts, equalJson, isList, isNumber, isObject, type Json, numberText } from '../model/json.ts'

/** The types a value has: a number whose value is whole is an integer too, so `1.0` is one, as in jq. */
export function typesOf(value: Json): readonly TypeName[] {
  if (value === null) return ['null']
  if (typeof value === 'string') return ['string']
  if (typeof value === 'boolean') return ['boolean']
  if (isNumber(value)) return isWhole(numberText(value)) ? ['number', 'integer'] : ['number']
  return isList(value) ? ['array'] : ['object']
}

function isWhole(text: string): boolean {
  return decimalParts(text).exponent >= 0
}

/** Code points of text, elements of a list, fields of an object; nothing else has a length. */
export function lengthOf(value: Json): number | undefined {
  if (typeof value === 'string') return [...value].length
  if (isList(value)) return value.length
  return isObject(value) ? Object.keys(value).length : undefined
}

/**
 * Text contains text; a list an element that is equal, or has at least the fields of a map; an object the fields of a map.
 * A list is contained in a list as an element, or when each of its elements is. Undefined when the types do not fit.
 */
export function contains(value: Json, sought: Json): boolean | undefined {
  if (typeof value === 'string') return typeof sought === 'string' ? value.includes(sought) : undefined
  if (isList(value)) {
    const has = (one: Json): boolean =>
      value.some(item => (isObject(one) ? hasAtLeast(item, one) : equalJson(item, one)))
    return has(sought) || (isList(sought) && sought.length > 0 && sought.every(has))
  }
  return isObject(value) && isObject(sought) ? hasAtLeast(value, sought) : undefined
}

function hasAtLeast(value: Json | undefined, sought: Json): boolean {
  if (!isObject(sought)) return equalJson(value, sought)
  return (
    isObject(value) &&
    Object.entries(sought).every(([name, inner]) => Object.hasOwn(value, name) && hasAtLeast(value[name], inner))
  )
}
