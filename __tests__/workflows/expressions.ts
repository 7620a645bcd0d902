import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

type Data = ReturnType<Evaluator['evaluate']>

/** What an expression can see, and how the run stands for `success()`, `failure()` and `cancelled()`. */
export interface Scope {
  readonly contexts: Readonly<Record<string, object>>
  readonly status: Status
}

export interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

/** These hold names that workflows must spell right. GitHub takes a name that is not there for an empty text. */
const STRICT = ['github', 'inputs', 'vars', 'secrets', 'needs', 'steps', 'matrix']
const STATUS_FUNCTIONS = /\b(?:success|failure|cancelled|always)\s*\(/

/** Replaces every `${{ … }}` by its value. */
export function fill(text: string | number | boolean, scope: Scope): string {
  return String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, scope).coerceString(),
  )
}

/** Whether the `if` of a job or step holds; without a function of status it also wants success. */
export function holds(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return scope.status.success
  const [, braced] = /^\$\{\{(.*)\}\}$/s.exec(condition.trim()) ?? []
  const expression = braced ?? condition
  // GitHub takes a text with an expression somewhere in it for a text, and so for true.
  if (expression.includes('${{')) throw new Error(`A condition that always holds: ${condition}`)
  const value = truthy(evaluate(expression, scope))
  return value && (STATUS_FUNCTIONS.test(expression) || scope.status.success)
}

function evaluate(expression: string, { contexts, status }: Scope): Data {
  const functions = ['success', 'failure', 'cancelled', 'always'].map(name => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === 'always' || status[name as keyof Status]),
  }))
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse()
  const values = Object.entries(contexts).map(([key, value]) => ({ key, value: contextOf(key, value) }))
  const known = new Map(functions.map(each => [each.name, each]))
  return new Evaluator(parsed, new data.Dictionary(...values), known).evaluate()
}

function contextOf(name: string, value: object): Data {
  const read = JSON.parse(JSON.stringify(value), data.reviver) as data.Dictionary
  return STRICT.includes(name) ? new StrictDictionary(name, read) : read
}

class StrictDictionary extends data.Dictionary {
  readonly #name: string

  constructor(name: string, from: data.Dictionary) {
    super(...from.pairs())
    this.#name = name
  }

  override get(key: string): Data {
    const value = super.get(key)
    if (value === undefined) throw new Error(`There is no ${this.#name}.${key}.`)
    return value
  }
}

/** The rule for `if`: false, 0, an empty text and null do not hold. */
function truthy(value: Data): boolean {
  if (value instanceof data.Null) return false
  if (value instanceof data.BooleanData) return value.value
  if (value instanceof data.NumberData) return value.value !== 0 && !Number.isNaN(value.value)
  return !(value instanceof data.StringData) || value.value !== ''
}
