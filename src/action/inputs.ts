import { resolve } from 'node:path'
import { checklistPage } from '../edge/checklist-page.ts'
import { eventFacts } from '../edge/event-facts.ts'
import { readSettings, type SettingFault, type WrittenSettings } from '../edge/settings-reader.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Settings } from '../model/settings.ts'
import { suggest } from '../model/suggest.ts'
import type { EvidenceShown } from '../report/format/public-run.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the step was given under `with:`, read once, frozen. */
export interface Inputs {
  readonly settings: Settings
  /** Absolute. */
  readonly reportDirectory: string
  /** As written, for the output of the same name. */
  readonly reportDir: string
  readonly summary: boolean
  readonly comment: CommentInputs
  readonly evidence: EvidenceShown
  readonly allowUntrustedChecklist: boolean
}

/** About the comment under the pull request. */
export interface CommentInputs {
  readonly when: (typeof COMMENT_WHEN)[number]
  /** One comment a key. */
  readonly key: string
  /** Empty when there is none. */
  readonly token: string
}

const COMMENT_WHEN = ['auto', 'always', 'failure', 'never'] as const
const EVIDENCE: readonly EvidenceShown[] = ['limited', 'full']

/** Every input of `action.yml` with its default; a test compares the two. */
export const INPUTS = {
  checklist: 'checklist.yml',
  target: '',
  vars: '',
  select: '',
  skip: '',
  'fail-on': 'failure',
  concurrency: '8',
  timeout: '15m',
  'cleanup-timeout': '2m',
  'report-dir': 'verify-report',
  summary: 'true',
  comment: 'auto',
  'comment-key': '',
  evidence: 'limited',
  // Spelt so because linters take the plain form for a template that lost its backticks.
  'github-token': '\u0024{{ github.token }}',
  'allow-untrusted-checklist': 'false',
} as const
export type InputName = keyof typeof INPUTS

const INPUT_OF: Readonly<Record<keyof WrittenSettings, InputName>> = {
  checklist: 'checklist',
  target: 'target',
  variables: 'vars',
  select: 'select',
  skip: 'skip',
  failOn: 'fail-on',
  concurrency: 'concurrency',
  timeout: 'timeout',
  cleanupTimeout: 'cleanup-timeout',
}

const TOKEN = 'INPUT_GITHUB-TOKEN'

/** Diagnostics about an input stand in a source of this name: they belong to no file. */
const SOURCE_PREFIX = 'input '

/** Inputs and arguments that only a checklist shows to be wrong are named without the prefix. */
const WORDS_FOR_CHECKLIST = ['vars', 'select', 'skip']

export function isInputSource(path: string): boolean {
  return path.startsWith(SOURCE_PREFIX) || WORDS_FOR_CHECKLIST.includes(path)
}

/** Reads the inputs as the runner hands them over, `INPUT_<NAME>` in upper case; gathers every fault. */
export function readInputs(environment: Environment): {
  readonly inputs: Inputs
  readonly diagnostics: readonly Diagnostic[]
} {
  const diagnostics: Diagnostic[] = unknownInputs(environment)
  const read = (name: InputName): string => environment[`INPUT_${name.toUpperCase()}`]?.trim() || INPUTS[name]
  const { settings, faults } = readSettings({
    checklist: read('checklist'),
    target: read('target'),
    variables: environment.INPUT_VARS?.split('\n') ?? [],
    select: [read('select')],
    skip: [read('skip')],
    failOn: read('fail-on'),
    concurrency: read('concurrency'),
    timeout: read('timeout'),
    cleanupTimeout: read('cleanup-timeout'),
  })
  diagnostics.push(...faults.map(settingDiagnostic))
  const readBoolean = (name: InputName): boolean => {
    const value = booleanOf(read(name))
    if (value === undefined) diagnostics.push(notBoolean(name, read(name)))
    return value ?? INPUTS[name] === 'true'
  }
  const root = environment.GITHUB_WORKSPACE || process.cwd()
  const page = checklistPage(resolve(root, settings.checklist), environment)
  const inputs: Inputs = Object.freeze({
    settings: Object.freeze({
      ...settings,
      root,
      environment: withoutToken(environment),
      event: eventFacts(environment),
      ...(page === undefined ? {} : { checklistPage: page }),
    }),
    reportDir: read('report-dir'),
    reportDirectory: resolve(root, read('report-dir')),
    summary: readBoolean('summary'),
    comment: Object.freeze({
      when: readWord('comment', { text: read('comment'), words: COMMENT_WHEN }, diagnostics) ?? INPUTS.comment,
      key: read('comment-key') || [settings.checklist, settings.target].filter(Boolean).join(' · '),
      // The default of the input is an expression that only the runner can evaluate.
      token: environment[TOKEN]?.trim() ?? '',
    }),
    evidence: readWord('evidence', { text: read('evidence'), words: EVIDENCE }, diagnostics) ?? INPUTS.evidence,
    allowUntrustedChecklist: readBoolean('allow-untrusted-checklist'),
  })
  return { inputs, diagnostics }
}

/** No checklist reads the token as a variable: it is ours, for the comment. */
function withoutToken({ [TOKEN]: _, ...others }: Environment): Environment {
  return others
}

function readWord<Word extends string>(
  name: InputName,
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  diagnostics: Diagnostic[],
): Word | undefined {
  const known = words.find(word => word === text)
  if (known !== undefined) return known
  const near = suggest(text, words)
  const all = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
  const hint = near === undefined ? `Write ${all}.` : `Did you mean ${near}?`
  const message = `The input ${name} cannot be read: Expected ${all}, not "${text.slice(0, 60)}".`
  diagnostics.push(inputDiagnostic('invalid-input', name, text, message, hint))
  return undefined
}

/** The booleans of the core schema of YAML 1.2 (10.3.2), which is what GitHub's own toolkit takes. */
function booleanOf(text: string): boolean | undefined {
  if (['true', 'True', 'TRUE'].includes(text)) return true
  return ['false', 'False', 'FALSE'].includes(text) ? false : undefined
}

/** The runner sets variables for what stands under `with:` only, so one that nobody declared is a slip of the author. */
function unknownInputs(environment: Environment): Diagnostic[] {
  const known = Object.keys(INPUTS)
  return Object.keys(environment)
    .filter(variable => variable.startsWith('INPUT_'))
    .map(variable => variable.slice('INPUT_'.length).toLowerCase())
    .filter(name => !known.includes(name))
    .map(name => {
      const near = suggest(name.replaceAll('_', '-'), known)
      const hint = near === undefined ? `The inputs are ${known.join(', ')}.` : `Did you mean ${near}?`
      return inputDiagnostic('unknown-input', name, name, `There is no input ${name}.`, hint)
    })
}

function settingDiagnostic({ setting, text, message, hint }: SettingFault): Diagnostic {
  const name = INPUT_OF[setting]
  return inputDiagnostic('invalid-input', name, text, `The input ${name} cannot be read: ${message}`, hint)
}

function notBoolean(name: InputName, text: string): Diagnostic {
  const message = `The input ${name} cannot be read: Expected true or false, not "${text.slice(0, 60)}".`
  return inputDiagnostic('invalid-input', name, text, message, 'Write true or false.')
}

function inputDiagnostic(code: string, name: string, text: string, message: string, hint: string): Diagnostic {
  const source = { path: `${SOURCE_PREFIX}${name}`, text }
  return { code, severity: 'error', span: { source, start: 0, end: text.length }, message, hint }
}
