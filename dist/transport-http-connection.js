import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  require_client
} from "./undici.js";
import {
  formatSize
} from "./model-duration.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  CheckError
} from "./model-check-error.js";
import {
  __toESM
} from "./shared.js";

// src/transport/http-connection.ts
var import_client = __toESM(require_client(), 1);
var ConnectionLost = class extends Error {
  /** Not a byte of the request has left, so that sending it again repeats nothing. */
  get unsent() {
    return this.cause instanceof ConnectionGone;
  }
};
var ConnectionGone = class extends Error {
  code = "ECONNRESET";
};
var STREAMS = 100;
var HttpConnection = class {
  /** Undefined when it leads through another machine. */
  address;
  certificate;
  #client;
  #origin;
  #serverName;
  #capacity;
  #running = 0;
  #exchanges = 0;
  #closed = false;
  #idleSince = 0;
  #httpVersion;
  #reset;
  constructor(origin, socket, certificate) {
    const multiplexes = "alpnProtocol" in socket && socket.alpnProtocol === "h2";
    this.address = socket.remoteAddress;
    this.certificate = certificate;
    this.#origin = origin.origin;
    this.#serverName = origin.hostname;
    this.#capacity = multiplexes ? STREAMS : 1;
    this.#httpVersion = multiplexes ? "2" : "1.1";
    socket.on("error", (error) => {
      if (error.code === "ECONNRESET") this.#reset = error;
    });
    if (!multiplexes) noteVersion(socket, (version) => this.#httpVersion = version);
    let handedOver = false;
    this.#client = new import_client.default(origin.origin, {
      allowH2: multiplexes,
      // The time-out of the check is the only one.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        const gone = handedOver;
        handedOver = true;
        queueMicrotask(
          () => gone ? callback(new ConnectionGone("The connection is closed"), null) : callback(null, socket)
        );
      }
    });
    this.#client.on("disconnect", () => this.#closed = true);
    this.#client.on("connectionError", () => this.#closed = true);
  }
  get closed() {
    return this.#closed;
  }
  /** Whether it can take a request now; `idleMs` is the longest it may have lain idle. */
  isFree(now, idleMs) {
    return !this.#closed && this.#running < this.#capacity && (this.#running > 0 || now - this.#idleSince <= idleMs);
  }
  /**
   * Sends a request and reads the whole answer. Rejects with a CheckError beyond `maxBytes`, with the signal's reason
   * when that is aborted, with {@link ConnectionLost}, or with the library's error.
   */
  async exchange(request, limits) {
    const used = this.#exchanges > 0;
    this.#exchanges += 1;
    this.#running += 1;
    try {
      const exchange = new Exchange(request.method, limits.maxBytes, this.#origin);
      const answer = await exchange.run((handler) => this.#dispatch(request, handler), limits.signal);
      if (this.#reset !== void 0) throw this.#reset;
      return { ...answer, httpVersion: this.#httpVersion };
    } catch (error) {
      throw used && error instanceof UnansweredError ? new ConnectionLost("Closed", { cause: error.cause }) : unwrapped(error);
    } finally {
      this.#running -= 1;
      this.#idleSince = performance.now();
    }
  }
  close() {
    this.#closed = true;
    this.#client.destroy().catch(() => void 0);
  }
  #dispatch(request, handler) {
    this.#client.dispatch(
      {
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body ?? null,
        // Constant, or a `Host` header would make the library reconnect for another server name.
        ...{ servername: this.#serverName }
      },
      handler
    );
  }
};
var UnansweredError = class extends Error {
};
function unwrapped(error) {
  return error instanceof UnansweredError ? error.cause : error;
}
var Exchange = class {
  #method;
  #maxBytes;
  #origin;
  #chunks = [];
  #begun = performance.now();
  #bytes = 0;
  #status = 0;
  #reason = "";
  #headers = {};
  #firstByteMs = 0;
  #controller;
  #resolve = ignore;
  #reject = ignore;
  constructor(method, maxBytes, origin) {
    this.#method = method;
    this.#maxBytes = maxBytes;
    this.#origin = origin;
  }
  run(dispatch, signal) {
    return new Promise((resolve, reject) => {
      const stop = () => this.#abort(signal.reason);
      this.#resolve = (answer) => {
        signal.removeEventListener("abort", stop);
        resolve(answer);
      };
      this.#reject = (error) => {
        signal.removeEventListener("abort", stop);
        reject(error);
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", stop, { once: true });
      dispatch(this);
    });
  }
  onRequestStart(controller) {
    this.#controller = controller;
  }
  onResponseStart(_controller, status, headers, reason) {
    if (status < 200) return;
    this.#firstByteMs = performance.now() - this.#begun;
    this.#status = status;
    this.#headers = headers;
    this.#reason = reason ?? "";
    const announced = Number(headers["content-length"] ?? 0);
    if (announced > this.#maxBytes && this.#method !== "HEAD") this.#abort(this.#tooLarge());
  }
  onResponseData(_controller, chunk) {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.#abort(this.#tooLarge());
    else this.#chunks.push(chunk);
  }
  onResponseEnd() {
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first !== void 0 ? first : Buffer.concat(this.#chunks);
    const headers = this.#headers;
    this.#resolve({ status: this.#status, reason: this.#reason, headers, body, firstByteMs: this.#firstByteMs });
    this.#chunks = [];
    this.#headers = {};
    this.#resolve = ignore;
    this.#reject = ignore;
    this.#controller = void 0;
  }
  onResponseError(_controller, error) {
    const broken = ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(errorCode(error) ?? "");
    this.#reject(broken && this.#status === 0 ? new UnansweredError("Unanswered", { cause: error }) : error);
  }
  #abort(reason) {
    this.#reject(reason);
    this.#controller?.abort(reason);
  }
  #tooLarge() {
    return bodyTooLarge(this.#origin, this.#maxBytes);
  }
};
function ignore() {
}
function bodyTooLarge(origin, maxBytes) {
  return new CheckError({
    code: "body-too-large",
    message: `The body of the answer is larger than ${formatSize(maxBytes)}.`,
    hint: "Raise `max_size` if so much is expected.",
    endpoint: origin
  });
}
function noteVersion(socket, note) {
  const read = socket.read;
  socket.read = (size) => {
    const chunk = read.call(socket, size);
    if (chunk instanceof Buffer) {
      socket.read = read;
      const version = /^HTTP\/(\d\.\d)/.exec(chunk.toString("latin1", 0, 8))?.[1];
      if (version !== void 0) note(version);
    }
    return chunk;
  };
}

export {
  ConnectionLost,
  HttpConnection,
  bodyTooLarge
};
