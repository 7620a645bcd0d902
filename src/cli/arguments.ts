import { parseArgs } from 'node:util'
import { suggest } from '../model/suggest.ts'

const COMMANDS = ['run', 'lint', 'help'] as const
export type Command = (typeof COMMANDS)[number]

interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: true
  readonly commands: readonly Command[]
  /** What stands for the value in the help; empty for a switch. */
  readonly value: string
  readonly doc: string
}

const RUN = ['run'] as const
const RUN_AND_LINT = ['run', 'lint'] as const

/** Every option with its help. The names are those of the Action's inputs wherever both have the setting. */
export const OPTIONS = {
  var: {
    type: 'string',
    multiple: true,
    commands: RUN_AND_LINT,
    value: 'NAME=VALUE',
    doc: 'set a declared variable; may be repeated',
  },
  target: { type: 'string', commands: RUN_AND_LINT, value: 'NAME', doc: 'the entry of `targets` to use' },
  select: {
    type: 'string',
    multiple: true,
    commands: RUN,
    value: 'LIST',
    doc: 'run only checks with these ids or tags, and what they need',
  },
  skip: {
    type: 'string',
    multiple: true,
    commands: RUN,
    value: 'LIST',
    doc: 'leave out checks with these ids or tags',
  },
  'report-dir': {
    type: 'string',
    commands: RUN,
    value: 'DIR',
    doc: 'where reports are written (verify-report); "" for none',
  },
  open: {
    type: 'boolean',
    commands: RUN,
    value: '',
    doc: 'open report.html after the run; never where CI is set',
  },
  'fail-on': { type: 'string', commands: RUN, value: 'WHAT', doc: 'failure (default), warning or never' },
  concurrency: {
    type: 'string',
    commands: RUN,
    value: 'N',
    doc: 'how many checks of a parallel section run at once (8)',
  },
  timeout: { type: 'string', commands: RUN, value: 'TIME', doc: 'of the whole run (15m)' },
  'cleanup-timeout': { type: 'string', commands: RUN, value: 'TIME', doc: 'of all cleanup together (2m)' },
  quiet: {
    type: 'boolean',
    short: 'q',
    commands: RUN_AND_LINT,
    value: '',
    doc: 'no progress; only what is not passed, and the verdict',
  },
  verbose: {
    type: 'boolean',
    short: 'v',
    commands: RUN,
    value: '',
    doc: 'show each exchange, and a curl line that repeats it',
  },
  'no-color': {
    type: 'boolean',
    commands: RUN_AND_LINT,
    value: '',
    doc: 'no colours; NO_COLOR and FORCE_COLOR are obeyed too',
  },
  help: { type: 'boolean', short: 'h', commands: COMMANDS, value: '', doc: 'show this help' },
  version: { type: 'boolean', short: 'V', commands: COMMANDS, value: '', doc: 'show the version' },
} as const satisfies Readonly<Record<string, Option>>
export type OptionName = keyof typeof OPTIONS

export interface Arguments {
  readonly command: Command
  readonly file: string | undefined
  readonly one: (name: OptionName) => string | undefined
  readonly all: (name: OptionName) => readonly string[]
  readonly has: (name: OptionName) => boolean
}

/** A slip in the arguments: what is wrong and what to do now, a sentence each. */
export interface UsageFault {
  readonly message: string
  readonly hint: string
}

/** Reads the arguments after the program's name. Either there are faults, all of them, or there are arguments. */
export function readArguments(
  words: readonly string[],
): { readonly arguments: Arguments } | { readonly faults: readonly UsageFault[] } {
  const { tokens } = parseArgs({ args: [...words], options: parserOptions(), strict: false, tokens: true })
  const faults: UsageFault[] = []
  const values = new Map<OptionName, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name } = token
    const fault = isOption(name) ? faultOfValue(name, token.value, values.has(name)) : unknownOption(token.rawName)
    if (fault !== undefined) faults.push(fault)
    else if (isOption(name)) values.set(name, [...(values.get(name) ?? []), token.value ?? ''])
  }
  const command = commandOf(positionals[0], values)
  if (typeof command !== 'string') return { faults: [...faults, command] }
  for (const name of values.keys()) {
    const allowed: readonly Command[] = OPTIONS[name].commands
    if (!allowed.includes(command)) faults.push(misplaced(name, command))
  }
  const [, file, ...rest] = positionals
  if (rest.length > 0) faults.push(tooManyWords(rest.length))
  if (faults.length > 0) return { faults }
  const all = (name: OptionName): readonly string[] => values.get(name) ?? []
  return { arguments: { command, file, all, one: name => all(name).at(-1), has: name => values.has(name) } }
}

/** The words are not repeated: they may be what is left of a value with spaces, even of a secret one. */
function tooManyWords(count: number): UsageFault {
  const message = `There is one FILE, but ${count} more ${count === 1 ? 'word is' : 'words are'} given.`
  return { message, hint: 'Put quotes around a path or a value with spaces.' }
}

function parserOptions(): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    Object.entries<Option>(OPTIONS).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  )
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

function faultOfValue(name: OptionName, value: string | undefined, repeated: boolean): UsageFault | undefined {
  const option: Option = OPTIONS[name]
  if (option.type === 'boolean') {
    if (value === undefined) return undefined
    return { message: `The option --${name} takes no value.`, hint: `Write --${name}.` }
  }
  if (value === undefined) {
    return { message: `The option --${name} needs a value.`, hint: `Write --${name} ${option.value}.` }
  }
  if (!repeated || option.multiple === true) return undefined
  return { message: `The option --${name} is given twice.`, hint: 'Give it once.' }
}

function unknownOption(written: string): UsageFault {
  const near = suggest(written.replace(/^-+/, ''), Object.keys(OPTIONS))
  const hint = near === undefined ? 'See verify-deploy --help.' : `Did you mean --${near}?`
  return { message: `There is no option ${written}.`, hint }
}

function misplaced(name: OptionName, command: Command): UsageFault {
  const { commands } = OPTIONS[name]
  return { message: `The option --${name} is not one of ${command}.`, hint: `It belongs to ${commands.join(' and ')}.` }
}

function commandOf(written: string | undefined, values: ReadonlyMap<OptionName, unknown>): Command | UsageFault {
  const known = COMMANDS.find(command => command === written)
  if (known !== undefined) return known
  if (written === undefined) {
    if (values.has('help') || values.has('version')) return 'help'
    return { message: 'A command is missing.', hint: 'Write verify-deploy run, or see verify-deploy --help.' }
  }
  const near = suggest(written, COMMANDS)
  if (near !== undefined) return { message: `There is no command ${written}.`, hint: `Did you mean ${near}?` }
  const hint = /[./\\]/.test(written) ? `Did you mean verify-deploy run ${written}?` : 'See verify-deploy --help.'
  return { message: `There is no command ${written}.`, hint }
}
