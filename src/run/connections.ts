import type { FillContext } from '../expression/fill.ts'
import { fill } from '../expression/fill.ts'
import { CheckError } from '../model/check-error.ts'
import type { Checklist } from '../model/checklist.ts'
import type { DatabaseSpec, HostSpec } from '../model/connections.ts'
import { suggest } from '../model/suggest.ts'
import type { Filled } from '../model/template.ts'
import type { Redactor } from './redact.ts'
import { tokensInText } from './token-scan.ts'

/** The hosts and databases of the checklist, their holes filled once. Their passwords and keys are secret by their place. */
export interface Connections {
  host(name: string): Promise<Filled<HostSpec>>
  /** Without a name: the only one that is declared. */
  database(name?: string): Promise<Filled<DatabaseSpec>>
}

export function createConnections(checklist: Checklist, fillContext: FillContext, redactor: Redactor): Connections {
  const hosts = new Map<string, Promise<Filled<HostSpec>>>()
  const databases = new Map<string, Promise<Filled<DatabaseSpec>>>()
  return {
    host: name =>
      once(hosts, name, async () => {
        const filled = await fill(known(checklist.hosts, name, 'host'), fillContext)
        if (filled.ssh?.key !== undefined) redactor.add(filled.ssh.key, { name: 'ssh_key' })
        return filled
      }),
    database: (name = onlyOne(checklist.databases)) =>
      once(databases, name, async () => {
        const filled = await fill(known(checklist.databases, name, 'database'), fillContext)
        if (filled.password !== undefined) redactor.add(filled.password, { name: 'database_password' })
        for (const secret of tokensInText(filled.url ?? '')) redactor.add(secret, { name: 'database_password' })
        return filled
      }),
  }
}

function onlyOne(databases: Checklist['databases']): string {
  const names = Object.keys(databases)
  const [only] = names
  if (names.length === 1 && only !== undefined) return only
  throw new CheckError({
    code: 'unknown-database',
    message: `The query does not say which of ${names.length} databases it is for.`,
    hint: 'Write `query: { database: …, sql: … }`.',
  })
}

function once<V>(held: Map<string, Promise<V>>, name: string, make: () => Promise<V>): Promise<V> {
  const before = held.get(name)
  if (before !== undefined) return before
  const made = make()
  held.set(name, made)
  return made
}

function known<V>(specs: Readonly<Record<string, V>>, name: string, what: 'host' | 'database'): V {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
  if (spec !== undefined) return spec
  const near = suggest(name, Object.keys(specs))
  throw new CheckError({
    code: `unknown-${what}`,
    message: `The checklist has no ${what} \`${name}\`.`,
    hint: near === undefined ? `Declare it under \`${what}s\`.` : `Did you mean \`${near}\`?`,
  })
}
