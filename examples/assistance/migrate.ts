import { openDatabase } from './database.ts'

/** Brings the tables up to date and ends: what runs once before the service is started with MIGRATE=no. */
try {
  const database = await openDatabase(process.env.DATABASE_URL ?? '')
  await database.end()
  console.log('The tables are up to date.')
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
