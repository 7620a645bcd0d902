import { SHORTEST_SECRET } from '../model/checklist.ts'
import { decoded } from './token-scan.ts'

/** `scheme://user:password@host:port/database?parameters`; an `@` further on would leave open where the password ends. */
const DATABASE_URL =
  /^((?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?):\/\/)([^/?#\s]+)@([^/?#@\s]*(?:\/[^?#@\s]*)?)(?:[?#]([^@\s]*))?$/i
/** Parameters of libpq whose values are the same everywhere, or say who connects. */
const PLAIN_PARAMETERS = new Set(['sslmode', 'application_name', 'connect_timeout', 'target_session_attrs'])

/**
 * What is secret in the URL of a database: user and password, and the values of its parameters. Its host and the name of
 * the database are said by every error, and without them nobody finds out which one it was. Undefined: it is none, or
 * one without a user, of which all is secret.
 */
export function credentialsOf(text: string): readonly string[] | undefined {
  const [, scheme = '', credentials, place = '', parameters = ''] = DATABASE_URL.exec(text.trim()) ?? []
  if (credentials === undefined) return undefined
  const colon = credentials.indexOf(':')
  const user = colon === -1 ? credentials : credentials.slice(0, colon)
  const password = colon === -1 ? '' : credentials.slice(colon + 1)
  const values = [...new URLSearchParams(parameters)].flatMap(([name, value]) =>
    PLAIN_PARAMETERS.has(name) ? [] : [value],
  )
  const found = [
    // What is too short to be masked by itself is where it stands in the URL.
    credentials.length < SHORTEST_SECRET ? `//${credentials}@` : credentials,
    password,
    // A user's name that is read in the rest of the URL anyway would take that with it.
    ...(`${scheme}${place}`.includes(user) ? [] : [user]),
    ...values,
  ]
  return [...new Set(found.flatMap(part => [part, decoded(part)]))].filter(part => part.length >= SHORTEST_SECRET)
}
