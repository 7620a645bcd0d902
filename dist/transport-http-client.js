import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  ConnectionLost,
  HttpConnection
} from "./transport-http-connection.js";
import "./undici.js";
import {
  peerCertificate
} from "./transport-peer-certificate.js";
import {
  environmentProxy,
  openTunnel,
  parseProxy,
  portOf
} from "./transport-proxy.js";
import {
  secure,
  secureContext
} from "./transport-secure.js";
import "./model-duration.js";
import "./model-error-code.js";
import {
  dial,
  isPrivateAddress,
  isPrivateHost,
  networkError
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";
import "./shared.js";

// src/transport/open-route.ts
async function openRoute(route, signal) {
  const { url, proxy } = route;
  const dialled = await reach(route, signal);
  const begun = performance.now();
  const reached = proxy?.url.protocol === "https:" ? await secureProxy(dialled.socket, proxy, signal) : dialled.socket;
  const phases = { dns: dialled.dnsMs, connect: dialled.connectMs };
  if (url.protocol === "http:") return { socket: reached, certificate: void 0, ...phases, tls: 0 };
  const endpoint = endpointOf(url);
  const straight = proxy === void 0 ? reached : await openTunnel(reached, proxy, endpoint, signal);
  const { context, insecure, http2 } = route;
  const protocols = http2 ? ["h2", "http/1.1"] : ["http/1.1"];
  const socket = await secure(straight, { host: url.hostname, endpoint, context, insecure, protocols }, signal);
  return { socket, certificate: peerCertificate(socket), ...phases, tls: performance.now() - begun };
}
function endpointOf(url) {
  return `${url.hostname}:${portOf(url)}`;
}
function privateRedirect(url) {
  return new CheckError({
    code: "redirect-refused",
    message: `The redirect leads from a public address to ${url.hostname}, which is private.`,
    hint: "A public service must not send its callers into a private network; if this one may, ask the target itself.",
    endpoint: endpointOf(url)
  });
}
function dialTarget({ url, proxy, address, publicOnly, dial: dial2 }) {
  if (publicOnly && dial2 !== void 0 && isPrivateHost(url.hostname)) throw privateRedirect(url);
  if (proxy === void 0) {
    const given = address === void 0 ? { publicOnly } : { addresses: [address] };
    return { host: url.hostname, port: portOf(url), ...given };
  }
  if (publicOnly && isPrivateHost(url.hostname)) throw privateRedirect(url);
  return { host: proxy.url.hostname, port: portOf(proxy.url) };
}
function secureProxy(socket, proxy, signal) {
  const { endpoint } = proxy;
  const host = proxy.url.hostname;
  return secure(socket, { host, endpoint, context: void 0, insecure: false, protocols: ["http/1.1"] }, signal);
}
async function reach(route, signal) {
  const { proxy, dial: dial2 = dial } = route;
  const target = dialTarget(route);
  try {
    return await dial2(target, signal);
  } catch (error) {
    if (proxy === void 0 || !(error instanceof CheckError)) throw error;
    if (signal.aborted) throw error;
    throw new CheckError({
      code: "proxy-failed",
      message: `The proxy cannot be reached: ${error.message}`,
      hint: "Look at `proxy`, HTTP_PROXY and HTTPS_PROXY; hosts in NO_PROXY are asked directly.",
      endpoint: proxy.endpoint,
      cause: error
    });
  }
}

// src/transport/http-client.ts
var IDEMPOTENT = /* @__PURE__ */ new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);
var UNREPEATABLE_IDLE_MS = 1e3;
var HttpClient = class {
  #options;
  #pools = /* @__PURE__ */ new Map();
  #context;
  #contextMade = false;
  constructor(options) {
    this.#options = options;
  }
  /** One request, one answer. Rejects with a CheckError, or with the signal's reason. */
  async send(request, options) {
    const { url } = request;
    const proxy = this.proxyOf(url);
    const repeatable = IDEMPOTENT.has(request.method);
    const kept = this.#free(url, proxy, repeatable);
    if (kept !== void 0) {
      guardPublic(kept, url, proxy, options);
      try {
        return await this.#exchange({ connection: kept, dns: 0, connect: 0, tls: 0 }, request, proxy, options);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw networkError(error, endpointOf(url));
        if (!(repeatable || error.unsent)) throw networkError(error.cause, endpointOf(url));
      }
    }
    const opened = await this.#open(url, proxy, options);
    try {
      return await this.#exchange(opened, request, proxy, options);
    } catch (error) {
      throw networkError(error, endpointOf(url));
    }
  }
  /** The proxy a URL is asked through, if any. */
  proxyOf(url) {
    const { dial: dial2, environment } = this.#options;
    const text = this.#options.proxy ?? (dial2 === void 0 ? environmentProxy(url, environment) : void 0);
    return text === void 0 ? void 0 : parseProxy(text);
  }
  /** The address that `resolve` gives for a URL. */
  addressOf(url) {
    return this.#options.resolve[`${url.hostname}:${portOf(url)}`] ?? this.#options.resolve[url.hostname];
  }
  async [Symbol.asyncDispose]() {
    for (const pool of this.#pools.values()) for (const connection of pool) connection.close();
    this.#pools.clear();
  }
  #free(url, proxy, repeatable) {
    const pool = this.#pools.get(poolKey(url, proxy));
    const now = performance.now();
    return pool?.findLast(
      (connection) => connection.isFree(now, repeatable ? Number.POSITIVE_INFINITY : UNREPEATABLE_IDLE_MS)
    );
  }
  async #exchange(opened, request, proxy, options) {
    const { connection } = opened;
    options.sent();
    const answer = await connection.exchange(wireRequest(request, proxy), options);
    const encoding = answer.headers["content-encoding"];
    return {
      status: answer.status,
      reason: answer.reason,
      headers: answer.headers,
      httpVersion: answer.httpVersion,
      body: encoding === void 0 || answer.body.length === 0 ? answer.body : await decode(answer.body, encoding, options.maxBytes, endpointOf(request.url)),
      remoteAddress: connection.address,
      certificate: connection.certificate,
      timings: { dns: opened.dns, connect: opened.connect, tls: opened.tls, first_byte: answer.firstByteMs }
    };
  }
  async #open(url, proxy, options) {
    const { tls, http2, dial: dial2 } = this.#options;
    const route = {
      url,
      proxy,
      address: this.addressOf(url),
      publicOnly: options.publicOnly ?? false,
      dial: dial2,
      context: url.protocol === "https:" ? this.#secureContext() : void 0,
      insecure: tls.insecure ?? false,
      http2
    };
    const { socket, certificate, ...phases } = await openRoute(route, options.signal);
    const connection = new HttpConnection(url, socket, certificate);
    this.#keep(poolKey(url, proxy), connection);
    return { connection, ...phases };
  }
  #keep(key, connection) {
    const open = this.#pools.get(key)?.filter(({ closed }) => !closed) ?? [];
    this.#pools.set(key, [...open, connection]);
  }
  #secureContext() {
    if (!this.#contextMade) {
      this.#context = secureContext(this.#options.tls);
      this.#contextMade = true;
    }
    return this.#context;
  }
};
async function decode(...body) {
  const { decodeContent } = await import("./transport-content-coding.js");
  return decodeContent(...body);
}
function poolKey(url, proxy) {
  return proxy === void 0 ? url.origin : `${url.origin} ${proxy.url.href}`;
}
function guardPublic(kept, url, proxy, options) {
  if (options.publicOnly !== true) return;
  const told = proxy === void 0 ? kept.address : void 0;
  if (told === void 0 ? isPrivateHost(url.hostname) : isPrivateAddress(told)) throw privateRedirect(url);
}
function wireRequest(request, proxy) {
  const { url, method, body } = request;
  const path = `${url.pathname}${url.search}`;
  const headers = request.headers.flat();
  if (proxy === void 0 || url.protocol === "https:") return { method, path, headers, body };
  if (proxy.authorization !== void 0) headers.push("proxy-authorization", proxy.authorization);
  return { method, path: `${url.origin}${path}`, headers, body };
}
export {
  HttpClient
};
