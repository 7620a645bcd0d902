import { parseArgs } from 'node:util'
import { startService } from './service.ts'
import { readSettings } from './settings.ts'

/** Starts the service from the environment and ends it on SIGINT or SIGTERM: `node examples/assistance/main.ts [--fault NAME]`. */
const { values } = parseArgs({ options: { fault: { type: 'string' } } })

try {
  const service = await startService(readSettings({ ...process.env, FAULT: values.fault ?? process.env.FAULT }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close())
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
