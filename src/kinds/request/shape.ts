import {
  boolean,
  field,
  forms,
  headerValue,
  integer,
  json,
  list,
  map,
  object,
  size,
  text,
  url,
  type ValueOf,
} from '../../model/shape.ts'

/** The fields that say what to ask, by method; exactly one is written. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const
export type Method = (typeof METHODS)[number]

/** The fields that make a body; at most one is written. */
export const BODIES = ['json', 'form', 'multipart', 'body', 'graphql'] as const

const file = object(
  {
    file: field(text('a path'), 'the file to send, relative to the checklist and below the root of the repository'),
    filename: field(text('a file name'), 'the name the server sees; the last part of the path unless given'),
    type: field(text('a media type'), 'its media type; by the ending of the path unless given'),
  },
  ['file'],
)
/** One value, or a list of them that repeats the name. */
const values = forms({ scalar: text(), list: list(text()) })

export const requestShape = object({
  get: field(url(), 'GET: a URL, or a path that is appended to `base_url`'),
  post: field(url(), 'POST'),
  put: field(url(), 'PUT'),
  patch: field(url(), 'PATCH'),
  delete: field(url(), 'DELETE'),
  head: field(url(), 'HEAD'),
  options: field(url(), 'OPTIONS'),
  base_url: field(url(), 'what paths are appended to, its own path included'),
  params: field(map(values), 'query parameters, percent-encoded; a list repeats the name'),
  headers: field(map(headerValue(), 'ignore-case'), 'header lines'),
  json: field(json(), 'a body in JSON'),
  form: field(map(values), 'a body as HTML forms send it; a list repeats the name'),
  multipart: field(
    map(forms({ scalar: text(), list: list(forms({ scalar: text(), map: file })), map: file })),
    'a body of several parts: texts and files; a list repeats the name',
  ),
  body: field(
    forms({ scalar: text(), map: object({ file: field(text('a path'), 'the file to send') }, ['file']) }),
    'a body as it is: text, or { file }',
  ),
  graphql: field(
    forms({
      scalar: text('a GraphQL document'),
      map: object(
        {
          query: field(text('a GraphQL document'), 'the document'),
          variables: field(json('a map of variables'), 'its variables'),
          operation_name: field(text('a name'), 'which of its operations to run'),
        },
        ['query'],
      ),
    }),
    'a GraphQL operation: the document, or { query, variables, operation_name }',
  ),
  bearer: field(headerValue(), 'a token for `Authorization: Bearer`; always secret'),
  basic: field(
    object({ user: field(text(), 'the user'), password: field(text(), 'the password') }, ['user', 'password']),
    'user and password for `Authorization: Basic`; always secret',
  ),
  session: field(text('the name of a session'), 'the cookie jar to use; the run has one without a name'),
  redirects: field(integer(0, 20), 'how many redirects are followed; none unless given'),
  http2: field(boolean(), 'offers HTTP/2 to the server; it decides'),
  tls: field(
    object({
      ca: field(text('PEM text'), 'authorities to trust instead of the public ones'),
      cert: field(text('PEM text'), 'the certificate to show to the server'),
      key: field(text('PEM text'), 'its key; always secret'),
      insecure: field(boolean(), 'takes any certificate; the report says so'),
    }),
    'how the server is verified, and who asks',
  ),
  proxy: field(url(), 'the proxy to ask through, instead of what HTTP_PROXY, HTTPS_PROXY and NO_PROXY say'),
  resolve: field(map(text('an address')), 'addresses for `host:port` or `host`, instead of what DNS says'),
  via: field(text('the name of a host'), 'the host to go through'),
  max_size: field(size(), 'the largest body that is read, decoded; 10MiB unless given'),
})

export type RequestSpec = ValueOf<typeof requestShape>

/** The method and the URL that an author wrote; undefined when there is none. */
export function targetOf<V>(spec: { readonly [M in Method]?: V }): { method: Method; url: V } | undefined {
  for (const method of METHODS) {
    const url = spec[method]
    if (url !== undefined) return { method, url }
  }
  return undefined
}
