import { code } from './wording.ts'

/** Words that other tools use, with the key that says the same here; a sentence where that key alone would not help. */
const WORDS: readonly (readonly [words: string, key: string, hint?: string])[] = [
  ['url uri', 'get', 'The URL stands behind the method: `get: https://…`, `post: …`.'],
  ['method', 'get', 'The method is the key itself: `get: …`, `post: …`.'],
  ['auth authorization token', 'bearer', 'Write `bearer: …`, or `basic` with a user and a password.'],
  ['data payload content', 'form', 'Write `json: …`, `form: …` or, for text, `body: …`.'],
  ['query', 'params'],
  ['follow', 'redirects', 'Write `redirects: 1`, or how many are to be followed.'],
  ['retry retries attempts wait until', 'within', 'To look again until it holds, write `within: 1m`.'],
  ['text content contains', 'body', 'The text of the answer is `body`: `body: { contains: … }`.'],
  ['code', 'status'],
  ['time latency', 'duration', 'Write `duration: { lt: 1s }`.'],
  ['count', 'row_count'],
  ['assert asserts assertions should test', 'expect'],
  ['http curl url', 'request', 'Write `request: GET https://…`.'],
  ['sql', 'query'],
  ['shell exec script cmd', 'run'],
  ['variables env environment secrets', 'vars'],
  ['servers machines', 'hosts'],
  ['steps tests requests tasks', 'checks'],
  ['title', 'name'],
  ['depends_on after', 'needs'],
  ['when', 'if'],
  ['allow_failure continue_on_error', 'severity', 'Write `severity: warning`.'],
]

/** What an author who comes from another tool may have meant by a key that is unknown among these. */
export function otherWord(written: string, known: readonly string[]): string | undefined {
  // Only the body of a request has this one field: whoever writes others there means a document.
  if (known.length === 1 && known[0] === 'file')
    return 'To send JSON write `json: { … }`, to send a form `form: { … }`.'
  if (written.startsWith('x-') && known.includes('vars')) {
    return 'Set an anchor where it is used first, or say once under `defaults` what many checks share.'
  }
  const found = WORDS.find(([words, key]) => words.split(' ').includes(written) && known.includes(key))
  return found && (found[2] ?? `Did you mean ${code(found[1])}?`)
}
