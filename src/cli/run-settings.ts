import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { checklistPage } from '../edge/checklist-page.ts'
import { eventFacts } from '../edge/event-facts.ts'
import { readSettings, type WrittenSettings } from '../edge/settings-reader.ts'
import type { Settings } from '../model/settings.ts'
import type { Arguments, OptionName, UsageFault } from './arguments.ts'
import type { CliContext } from './context.ts'

const OPTION_OF: Readonly<Record<keyof WrittenSettings, string>> = {
  checklist: 'FILE',
  target: '--target',
  variables: '--var',
  select: '--select',
  skip: '--skip',
  failOn: '--fail-on',
  concurrency: '--concurrency',
  timeout: '--timeout',
  cleanupTimeout: '--cleanup-timeout',
}

/** The settings the arguments name; on a runner with the facts of its event. */
export function settingsOf(
  given: Arguments,
  context: CliContext,
): { readonly settings: Settings; readonly faults: readonly UsageFault[] } {
  const one = (name: OptionName): string | undefined => given.one(name)
  const { settings, faults } = readSettings({
    checklist: given.file,
    target: one('target'),
    variables: given.all('var'),
    select: given.all('select'),
    skip: given.all('skip'),
    failOn: one('fail-on'),
    concurrency: one('concurrency'),
    timeout: one('timeout'),
    cleanupTimeout: one('cleanup-timeout'),
  })
  const { environment, directory } = context
  const page = checklistPage(resolve(directory, settings.checklist), environment)
  return {
    settings: Object.freeze({
      ...settings,
      checklist: resolve(directory, settings.checklist),
      root: rootOf(directory, settings.checklist),
      environment,
      event: eventFacts(environment),
      ...(page === undefined ? {} : { checklistPage: page }),
    }),
    faults: faults.map(({ setting, message, hint }) => ({ message: `${OPTION_OF[setting]}: ${message}`, hint })),
  }
}

/**
 * The folder that nothing is read outside of: where the command was started, or, for a checklist that lies elsewhere,
 * the repository around it or its own folder.
 */
function rootOf(directory: string, checklist: string): string {
  const folder = dirname(resolve(directory, checklist))
  if (!relative(directory, folder).startsWith('..')) return directory
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, '.git'))) return at
  return folder
}
