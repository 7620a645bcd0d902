import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const REPOSITORY = 'octo/shop'
export const PULL = 7
/** The token of a workflow, and whom it speaks for. */
export const TOKEN = 'ghs_workflowTokenOfTheTests0000001'
export const BOT = 'github-actions[bot]'

export interface StandInComment {
  readonly id: number
  readonly user: { readonly login: string }
  readonly html_url: string
  body: string
}

export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

export interface RawRequest {
  /** The path with its query, as sent. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Called before the server acts: answer instead of it, `hang` for ever, or `cut` the line after it has acted. */
export type Meddle = (request: Request) => Answer | 'hang' | 'cut' | undefined | Promise<Answer | undefined>

export interface StandIn extends AsyncDisposable {
  readonly url: string
  /** The conversation of the pull request; tests may change it at any time. */
  readonly comments: StandInComment[]
  /** `POST /issues/7/comments`, in order. */
  readonly asked: readonly string[]
  readonly bodies: readonly string[]
  /** Everything that reached the server. */
  readonly requests: readonly RawRequest[]
  say(login: string, body: string): StandInComment
}

export interface StandInOptions {
  readonly meddle?: Meddle
  /** Pull requests by the commit they are asked for, and by `owner:branch`. */
  readonly pulls?: Readonly<Record<string, readonly object[]>>
}

/** As much of GitHub as a comment needs, with every fault a test wants. */
export async function startGitHub({ meddle = () => undefined, pulls = {} }: StandInOptions = {}): Promise<StandIn> {
  const comments: StandInComment[] = []
  const asked: string[] = []
  const bodies: string[] = []
  const requests: RawRequest[] = []
  let last = 0
  const say = (login: string, body: string): StandInComment => {
    last += 1
    const comment = { id: last, user: { login }, body, html_url: `https://github.example/octo/shop/pull/7#c${last}` }
    comments.push(comment)
    return comment
  }
  const act = (request: Request): Answer => answerOf(request, { comments, pulls, say })
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming)
    asked.push(`${request.method} ${request.path}`)
    bodies.push(request.body)
    requests.push({ url: incoming.url ?? '', headers: incoming.headers, body: request.body })
    const meddled = await meddle(request)
    if (meddled === 'hang') return
    const authorized = incoming.headers.authorization === `token ${TOKEN}`
    const answer =
      typeof meddled === 'object'
        ? meddled
        : authorized
          ? act(request)
          : { status: 401, body: { message: 'Bad credentials' } }
    if (meddled === 'cut') incoming.socket.destroy()
    else send(response, answer)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    asked,
    bodies,
    requests,
    say,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

async function read(incoming: IncomingMessage): Promise<Request> {
  let body = ''
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk
  const url = new URL(incoming.url ?? '/', 'http://github')
  const path = url.pathname.replace(`/repos/${REPOSITORY}`, '')
  return { method: incoming.method ?? '', path, query: url.searchParams, body }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(status === 204 ? undefined : JSON.stringify(body ?? {}))
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }

interface State {
  readonly comments: StandInComment[]
  readonly pulls: Readonly<Record<string, readonly object[]>>
  say(login: string, body: string): StandInComment
}

function answerOf({ method, path, query, body }: Request, { comments, pulls, say }: State): Answer {
  const text = (): string => (JSON.parse(body) as { readonly body: string }).body
  const commit = /^\/commits\/(\w+)\/pulls$/.exec(path)?.[1]
  if (commit !== undefined) {
    const found = pulls[commit]
    if (found === undefined) return { status: 422, body: { message: `No commit found for SHA: ${commit}` } }
    return { status: 200, body: found }
  }
  if (path === '/pulls') return { status: 200, body: pulls[query.get('head') ?? ''] ?? [] }
  if (path === '/user') return { status: 403, body: { message: 'Resource not accessible by integration' } }
  if (path === '/graphql') return { status: 200, body: { data: { viewer: { login: 'github-actions' } } } }
  if (path === `/issues/${PULL}/comments`) {
    if (method === 'POST') return { status: 201, body: say(BOT, text()) }
    const size = Number(query.get('per_page') ?? 30)
    const from = (Number(query.get('page') ?? 1) - 1) * size
    return { status: 200, body: comments.slice(from, from + size) }
  }
  const id = Number(/^\/issues\/comments\/(\d+)$/.exec(path)?.[1])
  const at = comments.findIndex(comment => comment.id === id)
  const comment = comments[at]
  if (comment === undefined) return NOT_FOUND
  if (method === 'DELETE') comments.splice(at, 1)
  if (method === 'PATCH') comment.body = text()
  return method === 'DELETE' ? { status: 204 } : { status: 200, body: comment }
}
