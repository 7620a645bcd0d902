import { CheckError } from '../../model/check-error.ts'
import { inSingleQuotes } from '../../model/single-quotes.ts'
import { COMPOSE_VARIABLES } from '../compose/engine-words.ts'
import { BASE_VARIABLES, BASH, type Command, SH } from '../shell.ts'

/**
 * What is asked of the login shell, whichever it is (sh, bash, zsh, fish, csh): the same words for every command. All
 * else goes over standard input, where no list of processes shows it. `read` takes its line and not a byte more (POSIX).
 */
export const BOOTSTRAP = 'exec sh -c \'IFS= read -r l; eval "$l"\''

/** The two halves of a mark, which stands whole in nothing that is sent: what echoes its input says nothing of itself. */
export interface Mark {
  readonly text: string
  /** As a word of a shell line. */
  readonly word: string
}

export function markOf(random: string): Mark {
  const half = random.length / 2
  return { text: random, word: `${random.slice(0, half)}""${random.slice(half)}` }
}

/** What a command may inherit, under another name until it does: a shell that is used again must keep it for the next. */
const KEPT = COMPOSE_VARIABLES.map(name => [name, `_vd_${name}`] as const)

/**
 * The lines that make a shell ready to be used: it forgets its environment but for the base variables and what is kept
 * for those that inherit it, and says hello on both outputs, which ends whatever start-up files have printed. `_m` is the
 * mark; `_g` puts a command into a process group of its own.
 */
export function helloLines({ word }: Mark): string {
  const kept = [...BASE_VARIABLES.map(name => [name, name] as const), ...KEPT]
  const base = kept.map(([name, as]) => `\${${name}+"${as}=$${name}"}`).join(' ')
  return [
    `exec env -i ${base} sh -c 'while IFS= read -r _l; do eval "$_l"; done'`,
    [
      `_m=${word}; exec 5>&1 6>&2`,
      'if command -v setsid >/dev/null 2>&1; then _g=setsid; else _g=; fi',
      SHARED,
      'printf "%s hello\\n" "$_m" >&2; printf "%s hello %s %s\\n" "$_m" "$$" "$_g"',
    ].join('; '),
    '',
  ].join('\n')
}

/**
 * Runs a command that leaves the shell as it was. Its outputs go through pipes of its own, so that what it leaves behind
 * in the background cannot write into the output of the next one; `again` comes once nobody holds them any more.
 */
const SHARED = [
  // In a subshell, and the rest without standard error: some shells redirect themselves, and tell of a child that a signal ended.
  '_run() { { { (exec $_g sh -c \'IFS= read -r _l; eval "$_l"\' 2>&3 3>&- 5>&- 6>&-)',
  'printf "%s end %s\\n" "$_m" "$?"; printf "%s end\\n" "$_m" >&3; } 2>/dev/null | cat >&5; } 3>&1 | cat >&6',
  'printf "%s again\\n" "$_m"; }',
].join('; ')

/** Begins a command after which the shell can be used again: it says `start` with its process group, and reads its program. */
export function sharedStart({ word }: Mark): string {
  return `_run\nprintf "%s start %s\\n" ${word} "$$"; IFS= read -r _l; eval "$_l"\n`
}

/** Begins a command that takes the place of the shell, and its streams. */
export function ownStart(): string {
  return 'exec 5>&- 6>&-; printf "%s start %s\\n" "$_m" "$$"; IFS= read -r _l; eval "$_l"; exit\n'
}

/** Ends a process group, first by asking, and says `again` when nothing is left of it. */
export function endLine(group: number): string {
  const all = `-- -${group} 2>/dev/null`
  const wait = (tenths: number): string =>
    `_i=0; while kill -s 0 ${all} && [ $_i -lt ${tenths} ]; do sleep 0.1 2>/dev/null || sleep 1; _i=$((_i+1)); done`
  const lines = [`kill -s TERM ${all}`, wait(20), `kill -s KILL ${all}`, wait(10), 'printf "%s again\\n" "$_m"']
  return `${lines.join('; ')}\n`
}

/** What a program says before it hands over to the command, or instead: see {@link programLine}. */
export type Begun = 'go' | 'directory' | 'absent' | 'denied'

/** The line that becomes a command. `closedInput`: there is nothing to read. Throws a CheckError for what no system can run. */
export function programLine(command: Command, mark: Mark, closedInput: boolean): string {
  const say = (word: Begun): string => `printf "%s ${word}\\n" ${mark.word}`
  const or = (word: Begun): string => `|| { ${say(word)}; exit 0; }`
  const { directory, environment, run } = command
  const enter = directory === undefined ? [] : [`cd -- ${quoted(pathFrom(directory))} 2>/dev/null ${or('directory')}`]
  const inherited = KEPT.filter(([name]) => command.inherit?.includes(name))
  const inherit = inherited.map(([name, kept]) => `[ -z "\${${kept}+x}" ] || export ${name}="$${kept}"`)
  const forget = `unset ${KEPT.map(([, kept]) => kept).join(' ')}`
  const exports = Object.entries(environment).map(([name, value]) => `export ${variable(name)}=${quoted(value)}`)
  const input = closedInput ? ' </dev/null' : ''
  const text = [...inherit, forget, ...exports, ...enter, 'unset OLDPWD', ...hand(run, { say, or, input })].join('; ')
  return `${text.includes(LINE_FEED) ? SET_LINE_FEED : ''}${text}\n`
}

function hand(
  run: Command['run'],
  {
    say,
    or,
    input,
  }: { readonly say: (word: Begun) => string; readonly or: (word: Begun) => string; readonly input: string },
): readonly string[] {
  if ('words' in run) {
    const [program = ''] = run.words
    const there = program.includes('/')
      ? [
          `[ -e ${quoted(program)} ] ${or('absent')}`,
          `[ -f ${quoted(program)} ] && [ -x ${quoted(program)} ] ${or('denied')}`,
        ]
      : [`command -v -- ${quoted(program)} >/dev/null 2>&1 ${or('absent')}`]
    return [...there, say('go'), `exec ${run.words.map(quoted).join(' ')}${input}`]
  }
  const line = quoted(run.shell)
  return [
    say('go'),
    `if command -v bash >/dev/null 2>&1; then exec ${BASH.join(' ')} ${line}${input}; else exec ${SH.join(' ')} ${line}${input}; fi`,
  ]
}

/** `cd -` would be another directory, and CDPATH is empty. */
function pathFrom(directory: string): string {
  return directory.startsWith('/') ? directory : `./${directory}`
}

function variable(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name
  throw notStarted(
    `\`${name}\` cannot name a variable of the environment`,
    'Use letters, digits and `_`, and no digit first.',
  )
}

/** A command substitution drops line feeds at its end. */
const SET_LINE_FEED = `_n=$(printf '\\nx'); _n=\${_n%x}; `
const LINE_FEED = '"$_n"'

/** The longest single word or variable that Linux takes (MAX_ARG_STRLEN, execve(2)). */
const LONGEST_WORD = 128 * 1024 - 1

/** One word of a shell, in one line: everything is literal in single quotes, and a line feed is the variable `_n`. */
function quoted(text: string): string {
  if (text.includes('\0'))
    throw notStarted('it holds a NUL character', 'No word of a command can: pass such data by `stdin`.')
  if (Buffer.byteLength(text) >= LONGEST_WORD) {
    throw notStarted('a word or a variable is too long', 'Pass large values by `stdin`.')
  }
  return inSingleQuotes(text).replaceAll('\n', `'${LINE_FEED}'`)
}

function notStarted(why: string, hint: string): CheckError {
  return new CheckError({ code: 'command-not-started', message: `The command could not be started: ${why}.`, hint })
}
