import { type JqToken, tokenize } from './jq-tokens.ts'

/** A name in a jq program and where it stands (UTF-16 offset). */
export interface NamedPlace {
  readonly name: string
  readonly offset: number
}

/** What is known of a jq program without compiling it. */
export interface ProgramScan {
  /** Variables it reads and does not bind itself, each time they are read. `$ENV` and `$__loc__` are not among them. */
  readonly reads: readonly NamedPlace[]
  /** Words it calls: functions, keywords and its own definitions, but no fields and no object keys. */
  readonly words: readonly NamedPlace[]
  /** A bracket or string that does not close, or one that closes what was never opened. */
  readonly fault?: NamedPlace
  /** The same text with every comment blanked out, positions and lines kept. */
  readonly bare: string
}

/** The names of the variables (`token` of `$token`) a jq program reads and does not bind itself, each once. */
export function freeVariables(program: string): readonly string[] {
  return program.includes('$') ? [...new Set(scanProgram(program).reads.map(read => read.name))] : []
}

/** Reads a jq program's names with jq's own scoping: `as` patterns, `?//`, `reduce`, `foreach`, `def f($x)`. Never throws. */
export function scanProgram(program: string): ProgramScan {
  const tokens: JqToken[] = []
  let fault: NamedPlace | undefined
  let bare = program
  for (const token of tokenize(program)) {
    if (token.kind === 'comment') bare = blank(bare, token)
    else if (token.kind === 'fault') fault ??= { name: token.text, offset: token.start }
    else tokens.push(token)
  }
  const walk = new ScopeWalk(tokens)
  walk.run()
  return { reads: walk.reads, words: walk.words, bare, ...(fault === undefined ? {} : { fault }) }
}

function blank(text: string, { start, end }: JqToken): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

/** A chain of bound names, the innermost first. */
type Bound = { readonly name: string; readonly outer: Bound } | undefined

interface Frame {
  readonly opened: '' | '(' | '[' | '{' | '\\(' | 'if' | 'def'
  /** Bound when the frame opened, and again after `;`, `then`, `else` … */
  base: Bound
  now: Bound
  /** Names of `reduce`/`foreach`, bound from the first `;` on. */
  readonly loop: readonly string[]
}

/** One walk over the tokens of one program; the scopes open at the moment are its state. */
class ScopeWalk {
  readonly reads: NamedPlace[] = []
  readonly words: NamedPlace[] = []
  readonly #tokens: readonly JqToken[]
  #frames: [Frame, ...Frame[]] = [{ opened: '', base: undefined, now: undefined, loop: [] }]
  #at = 0
  #loop: readonly string[] = []

  constructor(tokens: readonly JqToken[]) {
    this.#tokens = tokens
  }

  run(): void {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at] as JqToken
      this.#at += 1
      this.#step(token)
    }
  }

  #step(token: JqToken): void {
    if (token.kind === 'variable') this.#read(token)
    else if (token.kind === 'open') this.#open(token.text as Frame['opened'])
    else if (token.kind === 'close') this.#close(['(', '[', '{', '\\('])
    else if (token.kind === 'name' && !this.#isKey()) this.#word(token)
    else if (token.text === ';' && token.kind === 'operator') this.#nextPart()
  }

  get #frame(): Frame {
    return this.#frames[0]
  }

  #peek(offset = 0): JqToken | undefined {
    return this.#tokens[this.#at + offset]
  }

  /** Whether the name just taken is the key of an object, as in `{if: 1}` and `{input}`. */
  #isKey(): boolean {
    const before = this.#peek(-2)?.text
    const after = this.#peek()?.text
    return (
      this.#frame.opened === '{' &&
      (before === '{' || before === ',') &&
      (after === ':' || after === ',' || after === '}')
    )
  }

  #read(token: JqToken): void {
    const name = token.text.slice(1).trim()
    if (name !== 'ENV' && name !== '__loc__' && !isBound(this.#frame.now, name))
      this.reads.push({ name, offset: token.start })
  }

  #open(opened: Frame['opened'], bound: readonly string[] = []): void {
    const base = bind(this.#frame.now, bound)
    this.#frames.unshift({ opened, base, now: base, loop: opened === '(' ? this.#loop : [] })
    this.#loop = []
  }

  /** Leaves frames up to and including the nearest of these kinds; none of them open: a fault reported elsewhere. */
  #close(kinds: readonly Frame['opened'][]): void {
    const index = this.#frames.findIndex(frame => kinds.includes(frame.opened))
    const [top, ...rest] = this.#frames.slice(index + 1)
    if (index !== -1 && top !== undefined) this.#frames = [top, ...rest]
  }

  #nextPart(): void {
    if (this.#frame.opened === 'def') this.#close(['def'])
    else this.#frame.now = bind(this.#frame.base, this.#frame.loop)
  }

  #word(token: JqToken): void {
    this.words.push({ name: token.text, offset: token.start })
    if (token.text === 'if') this.#open('if')
    else if (token.text === 'then' || token.text === 'elif' || token.text === 'else') this.#frame.now = this.#frame.base
    else if (token.text === 'end') this.#close(['if'])
    else if (token.text === 'def') this.#definition()
    else if (token.text === 'as') this.#patterns()
    else if ((token.text === 'label' || token.text === 'break') && this.#peek()?.kind === 'variable') this.#at += 1
  }

  /** `def name:`, `def name($a; f):` — the `$` parameters are bound in the body, which ends at its `;`. */
  #definition(): void {
    const parameters: string[] = []
    const name = this.#peek()
    if (name?.kind === 'name') this.words.push({ name: name.text, offset: name.start })
    while (this.#at < this.#tokens.length && this.#peek()?.text !== ':') {
      const token = this.#peek()
      if (token?.kind === 'variable') parameters.push(token.text.slice(1).trim())
      this.#at += 1
    }
    this.#at += 1
    this.#open('def', parameters)
  }

  /** One pattern or several with `?//`; the names of all are bound in what follows: `| body`, or `(init; update)`. */
  #patterns(): void {
    const names: string[] = []
    this.#pattern(names)
    while (this.#peek()?.text === '?//') {
      this.#at += 1
      this.#pattern(names)
    }
    const next = this.#peek()?.text
    if (next === '|') this.#frame.now = bind(this.#frame.now, names)
    else if (next === '(') this.#loop = names
  }

  #pattern(names: string[]): void {
    let depth = 0
    do {
      const token = this.#peek()
      if (token === undefined) return
      this.#at += 1
      if (token.kind === 'variable') names.push(token.text.slice(1).trim())
      else if (token.text === '(' || token.text === '\\(') this.#expressionInPattern(names)
      else if (token.kind === 'open') depth += 1
      else if (token.kind === 'close') depth -= 1
    } while (depth > 0)
  }

  /** A computed key, `{(expr): $x}` or `{"\(expr)": $x}`: it reads, also the names bound before it in the pattern. */
  #expressionInPattern(names: readonly string[]): void {
    const outside = this.#frames.length
    this.#open('\\(', names)
    while (this.#frames.length > outside && this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at] as JqToken
      this.#at += 1
      this.#step(token)
    }
  }
}

function bind(outer: Bound, names: readonly string[]): Bound {
  return names.reduce<Bound>((bound, name) => ({ name, outer: bound }), outer)
}

function isBound(bound: Bound, name: string): boolean {
  for (let at = bound; at !== undefined; at = at.outer) if (at.name === name) return true
  return false
}
