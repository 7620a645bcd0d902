import pg from 'pg'

export type Database = pg.Pool

/** Each step is applied once, in order, and never changed afterwards. */
const migrations: readonly string[] = [
  `CREATE TABLE users (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     email text NOT NULL UNIQUE,
     full_name text NOT NULL,
     phone text,
     password_hash text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE refresh_tokens (
     token_hash text PRIMARY KEY,
     user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
     is_revoked boolean NOT NULL DEFAULT false,
     expires_at timestamptz NOT NULL
   )`,
  `CREATE TABLE auth_events (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     user_id bigint REFERENCES users ON DELETE CASCADE,
     event_type text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  // The first user. No password has the hash '-', so nobody can log in as this one.
  `INSERT INTO users (email, full_name, password_hash) VALUES ('admin@assistance-kz.ru', 'Administrator', '-')`,
  'CREATE INDEX auth_events_of_user ON auth_events (user_id)',
]

/** Connects and brings the tables up to date. */
export async function openDatabase(url: string): Promise<Database> {
  const database = connectDatabase(url)
  await migrate(database)
  return database
}

/** The first query connects. */
export function connectDatabase(url: string): Database {
  // Identifiers are bigint, which pg gives as text; ours stay far below 2^53.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const database = new pg.Pool({ connectionString: url, max: 5, types })
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  database.on('error', () => undefined)
  return database
}

async function migrate(database: Database): Promise<void> {
  const client = await database.connect()
  try {
    await client.query('BEGIN')
    // Two instances that start together must not both migrate. The lock ends with the transaction.
    await client.query('SELECT pg_advisory_xact_lock(221)')
    await client.query('CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY)')
    const { rows } = await client.query<{ done: number }>('SELECT count(*) AS done FROM migrations')
    const done = rows[0]?.done ?? 0
    for (const [index, sql] of migrations.entries()) {
      if (index < done) continue
      await client.query(sql)
      await client.query('INSERT INTO migrations VALUES ($1)', [index + 1])
    }
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw cause
  } finally {
    client.release()
  }
}
