import { code } from './wording.ts'

/** Words that other tools use, with the key that says the same here; a sentence where that key alone would not help. */
const WORDS: readonly (readonly [words: string, key: string, hint?: string])[] = [
  ['url uri', 'get', 'The URL stands behind the method: `get: https://…`, `post: …`.'],
  ['method', 'get', 'The method is the key itself: `get: …`, `post: …`.'],
  ['auth authorization token', 'bearer', 'Write `bearer: …`, or `basic` with a user and a password.'],
  ['data payload content', 'form', 'Write `json: …`, `form: …` or, for text, `body: …`.'],
  ['query', 'params'],
  [
    'cookie cookies',
    'session',
    'A cookie by hand is a header: `headers: { cookie: "name=value" }`; those that were set are sent unasked.',
  ],
  ['follow', 'redirects', 'Write `redirects: 1`, or how many are to be followed.'],
  ['retry retries attempts wait until', 'within', 'To look again until it holds, write `within: 1m`.'],
  ['text content contains', 'body', 'The text of the answer is `body`: `body: { contains: … }`.'],
  ['jsonpath json_path', 'jq', 'A path is a jq program and begins with a dot: `jq: { .status: ok }`.'],
  ['code', 'status'],
  ['delay interval pause sleep poll', 'every'],
  ['time latency', 'duration', 'Write `duration: { lt: 1s }`.'],
  ['count', 'row_count'],
  ['grep pattern search', 'match'],
  [
    'send message messages',
    'steps',
    'What is said and waited for is a list: `steps: [{ send: hello }, { until: .type == "welcome" }]`.',
  ],
  ['password passphrase', 'known_hosts', 'Nobody can type one here: give a `key`, or write `agent: true`.'],
  ['key_file identity identity_file', 'known_hosts', 'Hand the text of the key over: `key: { env: SSH_KEY }`.'],
  [
    'strict_host_key_checking host_key hostkey',
    'known_hosts',
    'The host key is always verified: give `known_hosts` or `fingerprints`.',
  ],
  ['path cwd workdir working_directory folder', 'directory'],
  ['path', 'file'],
  ['port', 'address', 'The port stands behind the host: `address: "host:port"`.'],
  ['name dbname db', 'database'],
  ['ssl sslmode ssl_mode', 'tls'],
  ['assert asserts assertions should test check verify', 'expect'],
  ['base_url', 'targets', 'Write `defaults: { request: { base_url: … } }`.'],
  ['base_url', 'severity', 'It is a field of requests: `request: { base_url: … }`.'],
  ['tests requests tasks children', 'manual', 'A section has its checks under `checks`.'],
  [
    'working_directory cwd workdir',
    'manual',
    'The folder of a command is a field of it: `run: { command: …, directory: … }`.',
  ],
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
  // Workflows write the same words with dashes.
  const word = written.replaceAll('-', '_')
  const found = WORDS.find(([words, key]) => words.split(' ').includes(word) && known.includes(key))
  return found && (found[2] ?? `Did you mean ${code(found[1])}?`)
}
