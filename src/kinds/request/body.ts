import { randomUUID } from 'node:crypto'
import type { Filled } from '../../model/template.ts'
import { readProjectFile } from '../../transport/project-file.ts'
import type { RequestSpec } from './shape.ts'

/** A body as it is sent, and how a person would send it again. */
export interface RequestBody {
  readonly content: Buffer
  readonly type: string
  /** For evidence; undefined when it is not text. */
  readonly text: string | undefined
  /** Arguments of curl that send the same. */
  readonly curl: readonly string[]
  /** The media type is made by curl itself, with a boundary of its own. */
  readonly curlSetsType?: boolean
}

export interface Folder {
  readonly folder: string
  readonly root: string
}

type Filling = Filled<RequestSpec>
type Values = NonNullable<Filling['form']>
type Part = { readonly name: string } & (
  | { readonly value: string }
  | { readonly content: Buffer; readonly path: string; readonly filename: string; readonly type: string }
)

/** The body that one of `json form multipart body graphql` makes. Rejects with a CheckError when a file cannot be read. */
export function requestBody(spec: Filling, folder: Folder): RequestBody | undefined | Promise<RequestBody> {
  if (spec.json !== undefined) return textBody(JSON.stringify(spec.json), 'application/json')
  if (spec.graphql !== undefined) return textBody(graphqlText(spec.graphql), 'application/json')
  if (spec.form !== undefined) return textBody(formText(spec.form), 'application/x-www-form-urlencoded')
  if (spec.multipart !== undefined) return partsOf(spec.multipart, folder).then(multipartBody)
  if (spec.body === undefined) return undefined
  if (typeof spec.body === 'string') return textBody(spec.body, 'text/plain; charset=utf-8')
  return fileBody(spec.body.file, folder)
}

async function fileBody(file: string, folder: Folder): Promise<RequestBody> {
  const { content, type } = await readProjectFile(file, folder)
  return { content, type, text: undefined, curl: ['--data-binary', `@${file}`] }
}

/** Names and values percent-encoded (RFC 3986), so that a space is `%20` and nothing is read as a separator. */
export function queryText(params: Values | undefined): string {
  return pairs(params ?? [])
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

function textBody(text: string, type: string): RequestBody {
  return { content: Buffer.from(text), type, text, curl: ['--data-raw', text] }
}

function formText(form: Values): string {
  return new URLSearchParams(pairs(form)).toString()
}

function pairs(values: Values): [name: string, value: string][] {
  return values.flatMap(({ name, value }) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : value.map((one): [string, string] => [name, one]),
  )
}

/** The usual shape of GraphQL over HTTP: `query`, and what else is given. */
function graphqlText(graphql: NonNullable<Filling['graphql']>): string {
  if (typeof graphql === 'string') return JSON.stringify({ query: graphql })
  const { query, variables, operation_name: operationName } = graphql
  return JSON.stringify({ query, variables, operationName })
}

async function partsOf(multipart: NonNullable<Filling['multipart']>, folder: Folder): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const { name, value } of multipart) {
    const values = typeof value === 'object' && !('file' in value) ? value : [value]
    for (const one of values) {
      if (typeof one === 'string') parts.push({ name, value: one })
      else {
        const read = await readProjectFile(one.file, folder)
        const { filename = read.name, type = read.type } = one
        parts.push({ name, content: read.content, path: one.file, filename, type })
      }
    }
  }
  return parts
}

/** RFC 7578; names and file names are escaped as browsers do (HTML, "multipart form data encoding algorithm"). */
function multipartBody(parts: readonly Part[]): RequestBody {
  const boundary = `verify-deploy-${randomUUID()}`
  const chunks: Buffer[] = []
  const shown: string[] = []
  for (const part of parts) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(part.name)}"`
    if ('value' in part) {
      chunks.push(Buffer.from(`${head}\r\n\r\n${part.value}\r\n`))
      shown.push(`${part.name}: ${part.value}`)
    } else {
      const more = `; filename="${escaped(part.filename)}"\r\nContent-Type: ${part.type.replace(/[\r\n]+/g, ' ')}\r\n\r\n`
      chunks.push(Buffer.from(head + more), part.content, Buffer.from('\r\n'))
      shown.push(`${part.name}: ${part.filename} (${part.type}, ${part.content.length} bytes)`)
    }
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`))
  return {
    content: Buffer.concat(chunks),
    type: `multipart/form-data; boundary=${boundary}`,
    text: shown.join('\n'),
    curl: parts.flatMap(curlPart),
    curlSetsType: true,
  }
}

function curlPart(part: Part): string[] {
  if ('value' in part) return ['--form-string', `${part.name}=${part.value}`]
  return ['--form', `${part.name}=@"${quoted(part.path)}";filename="${quoted(part.filename)}";type=${part.type}`]
}

function escaped(name: string): string {
  return name.replace(/["\r\n]/g, character => encodeURIComponent(character))
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&')
}
