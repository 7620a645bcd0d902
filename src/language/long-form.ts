import type { ShapeNode } from '../model/shape.ts'
import type { SyntaxNode } from './syntax.ts'

/** By a field that only this map has: how what was written short stands in it. */
const FORMS: readonly (readonly [field: string, write: (subject: string, text: string) => string])[] = [
  ['known_hosts', (subject, text) => `${subject}: ${sshFields(text)}`],
  ['ssh', (subject, text) => `${subject}: { ssh: ${sshFields(text)} }`],
  ['env_file', (subject, text) => `${subject}: { ${/\.ya?ml$/.test(text) ? 'file' : 'directory'}: ${text} }`],
  // A URL mostly holds a password, which belongs into no file and no hint.
  ['address', subject => `${subject}: { url: { env: DATABASE_URL } }`],
  ['unit', (subject, text) => `${subject}: { file: ${text} }`],
  ['until', (_subject, text) => `{ send: ${text} }`],
]

/** What to write instead of a text or a list where a map is needed; undefined where that is not plain. */
export function longForm(node: SyntaxNode, shape: ShapeNode | undefined, subject: string): string | undefined {
  if (shape?.type !== 'object') return undefined
  const has = (field: string): boolean => Object.hasOwn(shape.fields, field)
  if (node.node === 'list') return has('script') ? `Write \`${subject}: { command: [ … ] }\`.` : undefined
  if (node.node !== 'scalar' || typeof node.value !== 'string') return undefined
  const { text } = node.text
  if (text.length > 80 || !/^[\w./~][\w./@:~%?=&-]*$/.test(text)) return undefined
  const found = FORMS.find(([field]) => has(field))
  return found && `Write \`${found[1](subject, text)}\`.`
}

/** `deploy@shop.example.com:2222` in its fields. */
function sshFields(text: string): string {
  const [, user, host = text, port] = /^(?:ssh:\/\/)?(?:([^@]*)@)?([^:/]+)(?::(\d+))?$/.exec(text) ?? []
  return `{ host: ${host}${user ? `, user: ${user}` : ''}${port ? `, port: ${port}` : ''} }`
}
