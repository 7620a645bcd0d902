import {
  type AnnotationProperties,
  endGroup,
  error,
  notice,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core'
import type { Location } from '../model/source.ts'

/** What the Action says to the runner that started it. The rest of this folder knows the toolkit only through it. */
export interface Runner {
  /** Text for the log, of any origin: no line of it can be read as a workflow command. */
  print(text: string): void
  openGroup(name: string): void
  closeGroup(): void
  /** Hides a value in everything the log shows from now on. */
  mask(value: string): void
  annotate(annotation: RunnerAnnotation): void
  /** False when the runner gave no file for outputs: they never go to the log. */
  setOutput(name: string, value: string): boolean
  /** Appends Markdown to the job summary; rejects when the runner gave no file or the file cannot be written. */
  addSummary(markdown: string): Promise<void>
}

export interface RunnerAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  /** Absent when it speaks of no file of the repository. */
  readonly location: Location | undefined
}

/** Talks to the runner through stdout and the files the environment names. */
export function createRunner(environment: Readonly<Record<string, string | undefined>>): Runner {
  return {
    print(text) {
      process.stdout.write(`${logLines(text)}\n`)
    },
    openGroup: name => startGroup(breakCommands(name)),
    closeGroup: () => endGroup(),
    mask: value => setSecret(value),
    annotate({ level, title, message, location }) {
      const issue = { error, warning, notice }[level]
      issue(breakCommands(message), { title: breakCommands(title), ...placeOf(location) })
    },
    setOutput(name, value) {
      // Without the file the toolkit would print a `::set-output` command, which is deprecated and visible.
      if (!environment.GITHUB_OUTPUT) return false
      setOutput(name, value)
      return true
    },
    async addSummary(markdown) {
      await summary.addRaw(markdown, true).write()
    },
  }
}

/**
 * Lines the runner cannot take for commands: it trims a line before it looks for `::command` at its beginning, hence
 * the visible prefix, and it finds `##[command]` anywhere in a line (ActionCommand.cs of actions/runner). It ends
 * lines at a lone carriage return too.
 */
export function logLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(line => `│ ${breakCommands(line)}`)
    .join('\n')
}

function breakCommands(text: string): string {
  return text.replaceAll('##[', '## [')
}

/** GitHub takes columns only when the annotation stays on one line. */
function placeOf(location: Location | undefined): AnnotationProperties {
  if (location === undefined) return {}
  const { file, line, column, endLine, endColumn } = location
  const lines = { file, startLine: line, endLine }
  return line === endLine ? { ...lines, startColumn: column, endColumn: Math.max(column, endColumn - 1) } : lines
}
