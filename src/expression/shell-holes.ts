/** Stands for a hole in scanned text: YAML text cannot hold it. */
const HOLE = '\0'

/** How a hole stands in a shell line. Where `fault` is set it cannot be made one quoted word. */
export interface ShellHole {
  readonly fault?: 'quotes' | 'comment' | 'here-document' | 'backticks' | 'expansion' | 'arithmetic' | 'backslash'
  /** It begins a word, and no `--` stands before it: a value with a leading `-` would be read as an option. */
  readonly optionLike: boolean
}

/** Looks where the holes of a line stand. `texts` are what is around them: one more than there are holes. */
export function scanShell(texts: readonly string[]): readonly ShellHole[] {
  const scan = new ShellScan(texts.join(HOLE))
  scan.commands(undefined)
  return scan.holes
}

type Fault = NonNullable<ShellHole['fault']>

/** One walk over one line, after the quoting rules of POSIX (Shell Command Language, 2.2, 2.3 and 2.6) and of bash. */
class ShellScan {
  readonly holes: ShellHole[] = []
  readonly #text: string
  #at = 0
  /** The word being read, quotes removed, and the one before it. */
  #word = ''
  #lastWord = ''
  #dashes = false
  /** Within `[[ … ]]`, and how many `case` are open: their patterns end with a `)` that closes nothing. */
  #conditional = false
  #cases = 0
  #hereDocuments: { readonly delimiter: string; readonly tabs: boolean }[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** Reads commands up to the given closing character, or the end. */
  commands(closer: string | undefined): void {
    const outerCases = this.#cases
    this.#cases = 0
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at)
      if (character === closer) this.#endWord()
      if (character === closer && this.#cases === 0) break
      this.#piece(character)
    }
    this.#endCommand(1)
    this.#cases = outerCases
  }

  #piece(character: string): void {
    if (character === HOLE) this.#hole()
    else if (character === '\\') this.#backslash()
    else if (character === "'") this.#region(/'/g, 'quotes', 1)
    else if (character === '"') this.#doubleQuotes()
    else if (character === '`') this.#region(/(?<!\\)`/g, 'backticks', 1)
    else if (character === '$') this.#dollar()
    else if (character === '#' && this.#word === '') this.#region(/(?=\n)/g, 'comment', 1)
    else if (character === ' ' || character === '\t') this.#endWord()
    else if (character === '\n') this.#newline()
    else if (this.#startsWith('((') && this.#word === '') this.#region(/\)\)/g, 'arithmetic', 2)
    else if (character === '(') this.#group()
    else if (/[;&|)]/.test(character)) this.#endCommand(1)
    else if (character === '<' || character === '>') this.#redirection()
    else this.#take(character)
  }

  #startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.#at)
  }

  #take(text: string): void {
    this.#word += text
    this.#at += text.length
  }

  #group(): void {
    this.#endCommand(1)
    this.commands(')')
  }

  #hole(): void {
    const arithmetic = this.#isArithmetic()
    this.holes.push({
      optionLike: this.#word === '' && !this.#dashes,
      ...(arithmetic ? { fault: 'arithmetic' as const } : {}),
    })
    this.#take(HOLE)
  }

  /** bash evaluates what `-eq` compares and what indexes an array: a value could run commands there even when quoted. */
  #isArithmetic(): boolean {
    const compared = /^-(eq|ne|lt|le|gt|ge)$/
    const next = /^\s+(\S+)/.exec(this.#text.slice(this.#at + 1))?.[1] ?? ''
    const inComparison = this.#conditional && (compared.test(this.#lastWord) || compared.test(next))
    return inComparison || this.#lastWord === 'let' || /\w\[$/.test(this.#word)
  }

  #backslash(): void {
    if (this.#text.charAt(this.#at + 1) === HOLE) {
      this.holes.push({ fault: 'backslash', optionLike: false })
      this.#at += 2
    } else if (this.#startsWith('\\\n')) this.#at += 2
    else {
      this.#at += 1
      this.#take(this.#text.charAt(this.#at))
    }
  }

  /** Passes over everything up to and including `end`; the holes in it cannot be filled. */
  #region(end: RegExp, fault: Fault, skip: number): void {
    end.lastIndex = this.#at + skip
    const match = end.exec(this.#text)
    const stop = match === null ? this.#text.length : match.index + match[0].length
    this.#pass(stop, fault)
  }

  #pass(stop: number, fault: Fault): void {
    const stretch = this.#text.slice(this.#at, stop)
    for (const character of stretch) if (character === HOLE) this.holes.push({ fault, optionLike: false })
    // An empty pair of quotes begins a word as well.
    if (fault !== 'comment') this.#word += stretch
    this.#at = stop
  }

  #doubleQuotes(): void {
    this.#take('"')
    while (this.#at < this.#text.length && !this.#startsWith('"')) {
      const character = this.#text.charAt(this.#at)
      if (character === '\\') this.#pass(this.#at + 2, 'quotes')
      else if (character === '`') this.#region(/(?<!\\)`/g, 'backticks', 1)
      else if (character === '$' && /[({]/.test(this.#text.charAt(this.#at + 1))) this.#dollar()
      else this.#pass(this.#at + 1, 'quotes')
    }
    this.#take('"')
  }

  #dollar(): void {
    if (this.#startsWith('$((')) this.#region(/\)\)/g, 'arithmetic', 3)
    else if (this.#startsWith('$(')) this.#substitution()
    else if (this.#startsWith('${')) this.#pass(this.#braceEnd(), 'expansion')
    else if (this.#startsWith("$'")) this.#region(/(?<!\\)(?:\\\\)*'/g, 'quotes', 2)
    else this.#take('$')
  }

  /** What stands in `$( … )` is read as commands anew, also inside quotes. */
  #substitution(): void {
    const outer = { word: this.#word, lastWord: this.#lastWord, dashes: this.#dashes }
    this.#word = ''
    this.#endCommand(2)
    this.commands(')')
    this.#word = `${outer.word}$()`
    this.#lastWord = outer.lastWord
    this.#dashes = outer.dashes
  }

  #braceEnd(): number {
    let depth = 0
    for (let at = this.#at; at < this.#text.length; at += 1) {
      const character = this.#text.charAt(at)
      if (character === '\\') at += 1
      else if (character === '{') depth += 1
      else if (character === '}') {
        depth -= 1
        if (depth === 0) return at + 1
      }
    }
    return this.#text.length
  }

  #redirection(): void {
    const hereDocument = /<<(-?)[ \t]*((?:[^\s;&|<>()\\'"]|\\.|'[^']*'|"[^"]*")+)/y
    hereDocument.lastIndex = this.#at
    const match = this.#startsWith('<<<') ? null : hereDocument.exec(this.#text)
    this.#endWord()
    if (match === null) {
      this.#at += this.#startsWith('<<<') ? 3 : 1
      return
    }
    const [whole, dash, delimiter = ''] = match
    this.#hereDocuments.push({ delimiter: delimiter.replace(/[\\'"]/g, ''), tabs: dash === '-' })
    this.#pass(this.#at + whole.length, 'here-document')
  }

  #newline(): void {
    this.#endCommand(1)
    for (const { delimiter, tabs } of this.#hereDocuments.splice(0)) {
      const rest = this.#text.slice(this.#at)
      const lines = rest.split('\n')
      const last = lines.findIndex(line => (tabs ? line.replace(/^\t+/, '') : line) === delimiter)
      const length = last === -1 ? rest.length : lines.slice(0, last + 1).join('\n').length
      this.#pass(this.#at + length, 'here-document')
      this.#word = ''
    }
  }

  #endWord(): void {
    this.#finishWord()
    if (/[ \t]/.test(this.#text.charAt(this.#at))) this.#at += 1
  }

  #finishWord(): void {
    if (this.#word === '--') this.#dashes = true
    if (this.#word === '[[') this.#conditional = true
    if (this.#word === ']]') this.#conditional = false
    if (this.#word === 'case' && this.#lastWord === '') this.#cases += 1
    if (this.#word === 'esac') this.#cases = Math.max(0, this.#cases - 1)
    if (this.#word !== '') this.#lastWord = this.#word
    this.#word = ''
  }

  #endCommand(skip = 0): void {
    this.#finishWord()
    this.#lastWord = ''
    this.#dashes = false
    this.#at += skip
  }
}
