import { resolve } from 'node:path'
import type { EvidencePart, Observation, ObservedDocument } from '../model/observation.ts'
import { field, forms, list, map, object, shellLine, text, type ValueOf, verbatim } from '../model/shape.ts'
import type { Filled } from '../model/template.ts'
import type { Command, CommandResult } from '../transport/shell.ts'
import { type CheckKind, kind, type ObserveContext, type ReviewContext } from './kind.ts'
import { composeOf, machineOf } from './on-host.ts'
import { durationPart, equalsByDefault, oneOfPart } from './parts.ts'
import { asWritten, inShort, reviewReference } from './written.ts'

/** What has more lines on the standard error stays folded. */
const TELLING_LINES = 12

const shape = object({
  command: field(
    forms({ scalar: shellLine(), list: list(text('a word'), 1) }),
    'a shell line, or the words of a command that no shell reads',
  ),
  script: field(verbatim('a script'), 'several lines for the shell; it has no holes: values come by `env`'),
  host: field(text('the name of a host'), 'the machine to run it on'),
  service: field(text('the name of a service'), 'the Compose service to run it in'),
  stdin: field(text(), 'what it reads from its standard input'),
  env: field(map(text()), 'its environment, besides PATH HOME LANG TMPDIR'),
  directory: field(text('a path'), 'where it runs; the folder of the checklist unless given'),
})
type RunSpec = ValueOf<typeof shape>

const definition: CheckKind<RunSpec> = {
  name: 'run',
  doc: 'A command',
  shape,
  parts: {
    exit_code: oneOfPart('what it ended with; ended by a signal, 128 and the number of the signal'),
    stdout: oneOfPart('its standard output, without one trailing newline'),
    stderr: oneOfPart('its standard error, without one trailing newline'),
    duration: durationPart('how long it ran'),
  },
  captures: ['jq', 'regex'],
  jqReads: 'the standard output as JSON',
  shorthand: line => ({ command: { start: 0, end: line.length } }),
  review: reviewRun,
  describe: describeRun,
  defaults: (_spec, named) => (named.has('exit_code') ? {} : { exit_code: equalsByDefault(0) }),
  observe: observeRun,
}

export const runKind = kind(definition)

function reviewRun(spec: RunSpec, context: ReviewContext): void {
  if ((spec.command === undefined) === (spec.script === undefined)) {
    context.report({
      code: 'run-one-of',
      span: context.span,
      message: '`run` takes either `command` or `script`.',
      hint: 'Write `run: "a shell line"`, or one of the two fields.',
    })
  }
  if (spec.service !== undefined && spec.host === undefined) {
    context.report({
      code: 'service-without-host',
      span: spec.service.span,
      message: 'A `service` runs on a `host`, and none is named.',
      hint: 'Add `host`, with the name of the machine its Compose project is on.',
    })
  }
  for (const { name, nameSpan } of spec.env ?? []) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue
    context.report({
      code: 'environment-name',
      span: nameSpan,
      message: `\`${name}\` cannot name a variable of the environment.`,
      hint: 'Use letters, digits and `_`, and no digit first.',
    })
  }
  reviewReference(spec.host, 'host', context)
}

function describeRun({ command, script }: RunSpec): string {
  if (command === undefined) return inShort(`script: ${(script ?? '').trim().split('\n')[0] ?? ''}`)
  return inShort('node' in command ? asWritten(command) : command.map(asWritten).join(' '))
}

async function observeRun(spec: Filled<RunSpec>, context: ObserveContext): Promise<Observation> {
  const run = await runnerOf(spec, context)
  const began = context.clock.elapsed()
  context.sent()
  const result = await run()
  const seen = observation(result, Math.round(context.clock.elapsed() - began))
  const why = spec.host === undefined ? notHandedOver(spec, context) : undefined
  return why === undefined ? seen : { ...seen, remarks: { exit_code: why, stdout: why } }
}

/** What a command inherits, and what a shell sets by itself. */
const SEEN = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'PWD', 'OLDPWD', 'SHLVL', 'SHELL', 'HOSTNAME', 'TERM']

/** A variable that the run has and the command does not: to the shell it is empty, and the command fails of that. */
function notHandedOver(spec: Filled<RunSpec>, { environment }: ObserveContext): string | undefined {
  const { command, script, env = [] } = spec
  const text = command === undefined ? script : 'line' in command ? command.line : undefined
  const handed = [...SEEN, ...env.map(({ name }) => name)]
  const read = [...(text ?? '').matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name)
  const missing = read.find(name => {
    const isSet = environment[name] !== undefined && !handed.includes(name)
    return isSet && !new RegExp(`\\b${name}=|\\b(?:read|for|export)\\b.*\\b${name}\\b`).test(text ?? '')
  })
  return missing && `\`$${missing}\` is not handed over: a command sees of the environment only what \`env\` names.`
}

/** What runs the command: the machine, or a service on it, in whose container `directory` is meant. */
async function runnerOf(spec: Filled<RunSpec>, context: ObserveContext): Promise<() => Promise<CommandResult>> {
  const { host, service, directory } = spec
  if (service !== undefined && host !== undefined) {
    const project = await composeOf(host, context)
    const command = { ...commandOf(spec), ...(directory === undefined ? {} : { directory }) }
    return () => project.run(service, command, context.signal)
  }
  const machine = await machineOf(host, context)
  const command = { ...commandOf(spec), ...directoryOf(directory, machine.remote, context.folder) }
  return () => machine.run(command, context.signal)
}

function commandOf(spec: Filled<RunSpec>): Command {
  const { command, script = '' } = spec
  const words = command === undefined || 'line' in command ? undefined : command
  const shell = command === undefined || !('line' in command) ? undefined : command
  const own = Object.fromEntries((spec.env ?? []).map(({ name, value }) => [name, value]))
  return {
    run: words === undefined ? { shell: shell?.line ?? script } : { words },
    environment: { ...own, ...shell?.environment },
    ...(spec.stdin === undefined ? {} : { stdin: spec.stdin }),
  }
}

/** On the runner directories start from the checklist's folder, on a server from the home. */
function directoryOf(written: string | undefined, remote: boolean, folder: string): { readonly directory?: string } {
  if (!remote) return { directory: resolve(folder, written ?? '.') }
  return written === undefined ? {} : { directory: written }
}

function observation(result: CommandResult, duration: number): Observation {
  const stdout = withoutNewline(result.stdout)
  const stderr = withoutNewline(result.stderr)
  return {
    parts: { exit_code: result.exitCode, stdout, stderr, duration },
    document: documentOf(stdout),
    text: stdout,
    secrets: [],
    evidence: () => evidenceOf(stdout, stderr, result.exitCode),
  }
}

/** Why a command failed it says on its standard error, and if that is short it is told at once. */
function evidenceOf(stdout: string, stderr: string, exitCode: number): readonly EvidencePart[] {
  const piece = (title: string, text: string): EvidencePart => ({ title, text, language: 'text', outside: true })
  const telling = exitCode !== 0 && stderr.split('\n').length <= TELLING_LINES
  return [
    ...(stdout === '' ? [] : [piece('Standard output', stdout)]),
    ...(stderr === '' ? [] : [{ ...piece('Standard error', stderr), ...(telling && { telling }) }]),
  ]
}

function withoutNewline(output: string): string {
  return output.replace(/\r?\n$/, '')
}

function documentOf(stdout: string): ObservedDocument {
  try {
    JSON.parse(stdout)
    return { text: stdout }
  } catch {
    if (stdout.trim() === '') return { missing: 'The standard output is empty.' }
    return { missing: 'The standard output is not JSON.', unreadable: true }
  }
}
