import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { code, suggestion } from './wording.ts'

/** Databases that are to be reached through a host that is not declared, or inside a service of nowhere. */
export function reviewDatabases({ hosts, databases, namesLost, hostsLost }: Checklist, report: ReportFault): void {
  for (const { host, service } of Object.values(databases)) {
    if (service !== undefined && host === undefined) {
      report({
        code: 'service-without-host',
        span: service.span,
        message: 'A `service` runs on a `host`, and none is named.',
        hint: 'Add `host`, with the name of the machine its Compose project is on.',
      })
    }
    const [name] = host?.parts ?? []
    if (host === undefined || host.parts.length !== 1 || typeof name !== 'string') continue
    if (namesLost || hostsLost) continue
    if (Object.hasOwn(hosts, name)) continue
    report({
      code: 'unknown-host',
      span: host.span,
      message: `There is no host ${code(name)}.`,
      hint: suggestion(name, Object.keys(hosts)) ?? 'Declare it under `hosts`.',
    })
  }
}
