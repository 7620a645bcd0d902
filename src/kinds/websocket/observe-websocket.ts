import { CheckError } from '../../model/check-error.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { EvidencePart, Observation } from '../../model/observation.ts'
import type { Filled } from '../../model/template.ts'
import { CookieSession } from '../../transport/cookie-session.ts'
import type { Handshake } from '../../transport/websocket-client.ts'
import type { ObserveContext } from '../kind.ts'
import { requireNamedOrigin } from '../named-origin.ts'
import { dialVia } from '../on-host.ts'
import { cookieValues } from '../request/prepare.ts'
import { Conversation, type Step } from './conversation.ts'
import { keptSockets, type OpenSocket } from './kept-sockets.ts'
import type { WebSocketSpec } from './shape.ts'
import { webSocketUrl } from './websocket-url.ts'

export async function observeWebSocket(spec: Filled<WebSocketSpec>, context: ObserveContext): Promise<Observation> {
  const began = spec.socket === undefined ? await connect(spec, context) : await goOn(spec.socket, context)
  const { handshake, secrets } = began
  if (handshake.connection === undefined) return refused(handshake, spec.steps ?? [], secrets)
  const socket = { handshake, connection: handshake.connection }
  const conversation = new Conversation(socket.connection, context)
  try {
    const unmet = await conversation.run(spec.steps ?? [])
    if (unmet !== undefined) {
      await giveUp(socket, spec, context)
      return { ...observation(handshake, conversation, secrets), unmet }
    }
    if (spec.idle !== undefined) await conversation.readWhileBusy(spec.idle)
  } catch (error) {
    await giveUp(socket, spec, context)
    throw error
  }
  if (spec.keep !== undefined) (await keptSockets(context)).keep(spec.keep, socket)
  else conversation.close ??= await socket.connection.close()
  return observation(handshake, conversation, secrets)
}

interface Begun {
  readonly handshake: Handshake
  /** Values that are secret by their place. */
  readonly secrets: readonly string[]
}

async function goOn(name: string, context: ObserveContext): Promise<Begun> {
  const { handshake } = (await keptSockets(context)).take(name)
  context.sent()
  return { handshake, secrets: [] }
}

async function connect(spec: Filled<WebSocketSpec>, context: ObserveContext): Promise<Begun> {
  const url = webSocketUrl(spec.url ?? '', spec.base_url)
  requireNamedOrigin(url, context)
  const cookieUrl = new URL(url.href.replace(/^ws/, 'http'))
  const cookies = context.session('cookies', spec.session ?? '', () => new CookieSession())
  const cookie = cookies.header(cookieUrl)
  const given = Object.fromEntries((spec.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]))
  const headers = { ...(cookie === '' ? {} : { cookie }), ...given }
  const { openWebSocket } = await import('../../transport/websocket-client.ts')
  const dial = await dialVia(spec.via, context)
  context.sent()
  const handshake = await openWebSocket(
    { url, headers, protocols: spec.protocols ?? [], environment: context.environment, dial },
    context.signal,
  )
  const set = await cookies.store(cookieUrl, handshake.setCookies, context.clock.now())
  const values = [...cookieValues(cookie), ...set.map(({ value }) => value)]
  return { handshake, secrets: values.filter(value => value !== '') }
}

/** A socket that did not do what it should is only worth keeping if it was kept before and is to be kept again. */
async function giveUp(socket: OpenSocket, spec: Filled<WebSocketSpec>, context: ObserveContext): Promise<void> {
  if (spec.socket !== undefined && spec.keep !== undefined) (await keptSockets(context)).keep(spec.keep, socket)
  else socket.connection.terminate()
}

function refused(handshake: Handshake, steps: readonly Step[], secrets: readonly string[]): Observation {
  const why = `The handshake was refused with status ${handshake.status}.`
  const { parts, lookup, evidence } = answered(handshake)
  return {
    parts,
    remarks: { protocol: why, messages: why, close: why },
    document: { missing: why },
    lookup,
    secrets,
    ...(steps.length === 0 ? {} : { unmet: stepsNotBegun(steps, handshake.status) }),
    evidence: () => [evidence],
  }
}

/** A `status` that allows a refusal says nothing of the steps, which somebody wrote to be done. */
function stepsNotBegun({ length }: readonly Step[], status: number): CheckError {
  return new CheckError({
    code: 'websocket-refused',
    message: `The handshake was refused with status ${status}, so ${length === 1 ? 'the step was' : `the ${length} steps were`} not done.`,
    hint: 'Where a refusal is right, leave `steps` out, or make it a check of its own.',
    verdict: 'failed',
    finding: { expected: 'an open connection', actual: `status ${status}` },
  })
}

function observation(handshake: Handshake, said: Conversation, secrets: readonly string[]): Observation {
  const { parts, lookup, evidence } = answered(handshake)
  const { messages, close } = said
  const lines = messages.map(message => (typeof message === 'string' ? message : JSON.stringify(message)))
  return {
    parts: { ...parts, messages, ...(close === undefined ? {} : { close: { ...close } }) },
    remarks: {
      ...(handshake.protocol === '' ? { protocol: 'The server chose no protocol.' } : {}),
      ...(close === undefined ? { close: 'The server did not close the connection.' } : {}),
    },
    document: { json: messages },
    text: lines.join('\n'),
    lookup,
    secrets,
    evidence: () => [
      evidence,
      { title: `Messages (${messages.length})`, text: lines.join('\n'), language: 'text', outside: true },
    ],
  }
}

function answered(handshake: Handshake) {
  const { status, headers, protocol } = handshake
  const parts: JsonObject = { status, headers, ...(protocol === '' ? {} : { protocol }) }
  const lookup = (part: string, key: string): Json | undefined =>
    part === 'headers' && Object.hasOwn(headers, key.toLowerCase()) ? headers[key.toLowerCase()] : undefined
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const text = [`HTTP/1.1 ${status}`, ...lines].join('\n')
  const evidence: EvidencePart = { title: 'Answer to the handshake', text, language: 'http', outside: false }
  return { parts, lookup, evidence }
}
