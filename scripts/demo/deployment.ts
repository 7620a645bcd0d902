import { startService } from '../../examples/assistance/service.ts'
import { readSettings } from '../../examples/assistance/settings.ts'
import { startPostgres } from './postgres.ts'

/** PostgreSQL and the service of examples/assistance, on 127.0.0.1. Disposing of it stops both. */
export interface ExampleDeployment extends AsyncDisposable {
  readonly url: string
  /** What checklist.yml reads from the environment with the target `demo`, and a way to loopback past any proxy. */
  readonly environment: Readonly<Record<string, string>>
}

/** Starts both. `logFile` is where the service appends its log, and what the checklist is told of it. */
export async function deployExample(fault: string | null, logFile: string): Promise<ExampleDeployment> {
  const postgres = await startPostgres({ user: 'assistadmin_pg', database: 'assistance_kz' })
  try {
    const service = await startService(
      readSettings({ DATABASE_URL: postgres.url, PORT: '0', LOG_FILE: logFile, FAULT: fault ?? undefined }),
    )
    const withoutProxy = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1'].filter(Boolean).join(',')
    return {
      url: service.url,
      environment: {
        BASE_URL: service.url,
        DATABASE_ADDRESS: postgres.address,
        DATABASE_PASSWORD: postgres.password,
        LOG_FILE: logFile,
        NO_PROXY: withoutProxy,
        no_proxy: withoutProxy,
      },
      async [Symbol.asyncDispose]() {
        await service.close()
        await postgres.stop()
      },
    }
  } catch (cause) {
    await postgres.stop()
    throw cause
  }
}
