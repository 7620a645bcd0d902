import { outputOf } from '../../scripts/real-stack/command.ts'
import { BASE_IMAGE, docker } from '../real-stack.ts'

/** As in the usual images: PostgreSQL is process 1, and trusts whoever comes from its own machine. */
export const START_POSTGRES = `set -e
bin=$(echo /usr/lib/postgresql/*/bin)
"$bin/initdb" -D /tmp/data --auth=trust -E UTF8 --locale=C >/dev/null
echo 'host all all all trust' >> /tmp/data/pg_hba.conf
for folder in perl bash psql none; do mkdir -p /tmp/only/$folder; ln -s /bin/sh /tmp/only/$folder/sh; done
ln -s /usr/bin/perl /tmp/only/perl/perl
ln -s /bin/bash /bin/cat /tmp/only/bash/
ln -s "$bin/psql" /tmp/only/psql/psql
exec "$bin/postgres" -D /tmp/data -c fsync=off -c 'listen_addresses=*'`

export interface PostgresContainer {
  readonly name: string
  /** From this machine, without a password. */
  readonly url: string
  /** What a command prints inside. */
  inside(...words: readonly string[]): Promise<string>
  log(): Promise<string>
  kill(): Promise<void>
  remove(): Promise<void>
}

/** The folders `/tmp/only/perl`, `bash`, `psql` and `none` in it hold a shell and nothing but those programs. */
export async function startPostgresContainer(name: string): Promise<PostgresContainer> {
  await docker('rm', '--force', name)
  await docker('run', '--detach', '--name', name, '--user', 'postgres', BASE_IMAGE, 'bash', '-c', START_POSTGRES)
  const inside = (...words: readonly string[]): Promise<string> => docker('exec', name, ...words)
  for (const begun = Date.now(); ; ) {
    const ready = await inside('pg_isready', '-q', '-h', '127.0.0.1').then(
      () => true,
      () => false,
    )
    if (ready) break
    if (Date.now() - begun > 50_000) throw new Error(`PostgreSQL in ${name} does not come up.`)
  }
  const address = await docker('inspect', '--format', '{{.NetworkSettings.IPAddress}}', name)
  return {
    name,
    url: `postgres://postgres@${address.trim()}:5432/postgres?sslmode=disable`,
    inside,
    log: async () => {
      const { stdout, stderr } = await outputOf('docker', ['logs', name])
      return stdout + stderr
    },
    kill: async () => void (await docker('kill', name)),
    remove: async () => void (await docker('rm', '--force', '--volumes', name)),
  }
}
