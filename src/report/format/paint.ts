const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const

export type Style = keyof typeof CODES
/** Puts text into a style, or leaves it as it is where there is no colour. */
export type Paint = (style: Style, text: string) => string

/** Only ever colours our own marks and text that went through `visible`: the sequences are those of ECMA-48 (SGR). */
export function painter(color: boolean): Paint {
  return color ? (style, text) => (text === '' ? '' : `\u001b[${CODES[style]}m${text}\u001b[0m`) : plain
}

export function plain(_style: Style, text: string): string {
  return text
}
