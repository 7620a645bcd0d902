import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Dispatcher } from 'undici'
import Client from 'undici/lib/dispatcher/client.js'
import { CheckError } from '../model/check-error.ts'
import { formatSize } from '../model/duration.ts'
import { errorCode } from '../model/error-code.ts'
import type { PeerCertificate } from './peer-certificate.ts'

/** A request as it goes over the wire; `headers` are names and values in turn. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly headers: string[]
  readonly body: Buffer | undefined
}

export interface WireResponse {
  readonly status: number
  readonly reason: string
  readonly headers: IncomingHttpHeaders
  /** As it came, still encoded. */
  readonly body: Buffer
  readonly httpVersion: string
  /** Milliseconds from handing the request over to the first header of the answer. */
  readonly firstByteMs: number
}

/** A kept-alive connection was closed by the other side before it answered: the request may be sent again elsewhere. */
export class ConnectionLost extends Error {
  /** Not a byte of the request has left, so that sending it again repeats nothing. */
  get unsent(): boolean {
    return this.cause instanceof ConnectionGone
  }
}

/** The library closes a connection after an answer (`Connection: close`, HEAD) and tells of it only later. */
class ConnectionGone extends Error {
  readonly code = 'ECONNRESET'
}

/** How many requests one HTTP/2 connection carries at once (the least that RFC 9113, 6.5.2 recommends servers to allow). */
const STREAMS = 100

/** One open connection to an origin and what is known of it. The only owner of the HTTP client's library. */
export class HttpConnection {
  /** Undefined when it leads through another machine. */
  readonly address: string | undefined
  readonly certificate: PeerCertificate | undefined
  readonly #client: Client
  readonly #origin: string
  readonly #serverName: string
  readonly #capacity: number
  #running = 0
  #exchanges = 0
  #closed = false
  #idleSince = 0
  #httpVersion: string
  #reset: Error | undefined

  constructor(origin: URL, socket: Socket | TLSSocket, certificate: PeerCertificate | undefined) {
    const multiplexes = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2'
    this.address = socket.remoteAddress
    this.certificate = certificate
    this.#origin = origin.origin
    this.#serverName = origin.hostname
    this.#capacity = multiplexes ? STREAMS : 1
    this.#httpVersion = multiplexes ? '2' : '1.1'
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') this.#reset = error
    })
    if (!multiplexes) noteVersion(socket, version => (this.#httpVersion = version))
    let handedOver = false
    this.#client = new Client(origin.origin, {
      allowH2: multiplexes,
      // The time-out of the check is the only one.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        const gone = handedOver
        handedOver = true
        // Not at once: the library asks from within the loop that the answer would have to wake.
        queueMicrotask(() =>
          gone ? callback(new ConnectionGone('The connection is closed'), null) : callback(null, socket as Socket),
        )
      },
    })
    this.#client.on('disconnect', () => (this.#closed = true))
    this.#client.on('connectionError', () => (this.#closed = true))
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Whether it can take a request now; `idleMs` is the longest it may have lain idle. */
  isFree(now: number, idleMs: number): boolean {
    return !this.#closed && this.#running < this.#capacity && (this.#running > 0 || now - this.#idleSince <= idleMs)
  }

  /**
   * Sends a request and reads the whole answer. Rejects with a CheckError beyond `maxBytes`, with the signal's reason
   * when that is aborted, with {@link ConnectionLost}, or with the library's error.
   */
  async exchange(request: WireRequest, limits: { signal: AbortSignal; maxBytes: number }): Promise<WireResponse> {
    const used = this.#exchanges > 0
    this.#exchanges += 1
    this.#running += 1
    try {
      const exchange = new Exchange(request.method, limits.maxBytes, this.#origin)
      const answer = await exchange.run(handler => this.#dispatch(request, handler), limits.signal)
      // Where only the end of the connection ends a body, the library takes a reset for that end too.
      if (this.#reset !== undefined) throw this.#reset
      return { ...answer, httpVersion: this.#httpVersion }
    } catch (error) {
      throw used && error instanceof UnansweredError
        ? new ConnectionLost('Closed', { cause: error.cause })
        : unwrapped(error)
    } finally {
      this.#running -= 1
      this.#idleSince = performance.now()
    }
  }

  close(): void {
    this.#closed = true
    this.#client.destroy().catch(() => undefined)
  }

  #dispatch(request: WireRequest, handler: Dispatcher.DispatchHandler): void {
    this.#client.dispatch(
      {
        method: request.method as Dispatcher.HttpMethod,
        path: request.path,
        headers: request.headers,
        body: request.body ?? null,
        // Constant, or a `Host` header would make the library reconnect for another server name.
        ...{ servername: this.#serverName },
      },
      handler,
    )
  }
}

/** The answer has not begun when the connection broke. */
class UnansweredError extends Error {}

function unwrapped(error: unknown): unknown {
  return error instanceof UnansweredError ? error.cause : error
}

/** Collects one answer; a class, because one is made for every request and closures would cost more. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #method: string
  readonly #maxBytes: number
  readonly #origin: string
  #chunks: Buffer[] = []
  readonly #begun = performance.now()
  #bytes = 0
  #status = 0
  #reason = ''
  #headers: IncomingHttpHeaders = {}
  #firstByteMs = 0
  #controller: Dispatcher.DispatchController | undefined
  #resolve: (answer: Omit<WireResponse, 'httpVersion'>) => void = ignore
  #reject: (error: unknown) => void = ignore

  constructor(method: string, maxBytes: number, origin: string) {
    this.#method = method
    this.#maxBytes = maxBytes
    this.#origin = origin
  }

  run(
    dispatch: (handler: Dispatcher.DispatchHandler) => void,
    signal: AbortSignal,
  ): Promise<Omit<WireResponse, 'httpVersion'>> {
    return new Promise((resolve, reject) => {
      const stop = (): void => this.#abort(signal.reason)
      this.#resolve = answer => {
        signal.removeEventListener('abort', stop)
        resolve(answer)
      }
      this.#reject = error => {
        signal.removeEventListener('abort', stop)
        reject(error)
      }
      if (signal.aborted) return reject(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      dispatch(this)
    })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    reason?: string,
  ): void {
    // Informational answers (100 Continue, 103 Early Hints) come before the one that counts.
    if (status < 200) return
    this.#firstByteMs = performance.now() - this.#begun
    this.#status = status
    this.#headers = headers
    this.#reason = reason ?? ''
    const announced = Number(headers['content-length'] ?? 0)
    if (announced > this.#maxBytes && this.#method !== 'HEAD') this.#abort(this.#tooLarge())
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#maxBytes) this.#abort(this.#tooLarge())
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [first] = this.#chunks
    const body = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks)
    const headers = this.#headers
    this.#resolve({ status: this.#status, reason: this.#reason, headers, body, firstByteMs: this.#firstByteMs })
    // The library remembers its last requests for a while, and with them whatever this holds.
    this.#chunks = []
    this.#headers = {}
    this.#resolve = ignore
    this.#reject = ignore
    this.#controller = undefined
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const broken = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(errorCode(error) ?? '')
    this.#reject(broken && this.#status === 0 ? new UnansweredError('Unanswered', { cause: error }) : error)
  }

  #abort(reason: Error): void {
    this.#reject(reason)
    this.#controller?.abort(reason)
  }

  #tooLarge(): CheckError {
    return bodyTooLarge(this.#origin, this.#maxBytes)
  }
}

function ignore(): void {}

export function bodyTooLarge(origin: string, maxBytes: number): CheckError {
  return new CheckError({
    code: 'body-too-large',
    message: `The body of the answer is larger than ${formatSize(maxBytes)}.`,
    hint: 'Raise `max_size` if so much is expected.',
    endpoint: origin,
  })
}

/** The library does not tell HTTP/1.0 from 1.1; the first bytes of the first answer do. */
function noteVersion(socket: Socket, note: (version: string) => void): void {
  const read = socket.read
  socket.read = size => {
    const chunk: unknown = read.call(socket, size)
    if (chunk instanceof Buffer) {
      socket.read = read
      const version = /^HTTP\/(\d\.\d)/.exec(chunk.toString('latin1', 0, 8))?.[1]
      if (version !== undefined) note(version)
    }
    return chunk
  }
}
