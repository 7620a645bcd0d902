import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  CheckError
} from "./model-check-error.js";

// src/transport/private-address.ts
import { BlockList, isIP } from "node:net";
var PRIVATE = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  ["::", 128, "ipv6"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"]
];
var EMBEDDED = ["::ffff:", "64:ff9b::"];
function isPrivateAddress(address) {
  const plain = unbracketed(address).replace(/%.*$/, "");
  const version = isIP(plain);
  return version !== 0 && privateNetworks().check(plain, version === 4 ? "ipv4" : "ipv6");
}
function isPrivateHost(host) {
  return isPrivateAddress(host) || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host);
}
function isLoopbackHost(host) {
  const plain = unbracketed(host);
  return /(^|\.)localhost\.?$/i.test(plain) || plain === "::1" || isIP(plain) === 4 && plain.startsWith("127.");
}
function unbracketed(host) {
  return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}
function privateNetworks() {
  const networks = new BlockList();
  for (const [network, prefix, family] of PRIVATE) {
    networks.addSubnet(network, prefix, family);
    if (family === "ipv4") for (const lead of EMBEDDED) networks.addSubnet(lead + network, 96 + prefix, "ipv6");
  }
  return networks;
}

// src/transport/way-lost.ts
var WayLost = class extends Error {
  code = "ECONNRESET";
  constructor(cause) {
    super("The way is lost", { cause });
  }
};
function wayLostIn(error) {
  return error instanceof WayLost && error.cause instanceof CheckError ? error.cause : void 0;
}

// src/transport/network-error.ts
var REFUSED = {
  code: "connection-refused",
  message: "refused the connection",
  hint: "Nothing listens there: is the service running, and is the port right?"
};
var RESET = {
  code: "connection-reset",
  message: "closed the connection before its answer was complete",
  hint: "The service may have crashed or restarted, or something between dropped the connection; look at its log. A port for `https://` ends so, too, when it is asked by `http://`."
};
var UNREACHABLE = {
  code: "unreachable",
  message: "cannot be reached from here",
  hint: "There is no route to this address from the machine that runs the checks."
};
var UNTRUSTED = {
  code: "tls-untrusted",
  message: "shows a certificate that is not trusted",
  hint: "Send the whole chain from the server, or give the authority of a private certificate with `tls: { ca: \u2026 }`."
};
var NO_NAME = {
  code: "dns-failed",
  message: "has no address: the name does not exist",
  hint: "Check the spelling of the host name and its DNS records."
};
var PROTOCOL = {
  code: "protocol-error",
  message: "answered with something that is not valid HTTP",
  hint: "Does an HTTP server listen on this port?"
};
var INVALID = {
  code: "request-invalid",
  message: "cannot be asked this way",
  hint: "Correct the request: header names, header values and paths may only hold the characters HTTP allows."
};
var EXPLANATIONS = {
  ENOTFOUND: NO_NAME,
  ENODATA: NO_NAME,
  EAI_NONAME: NO_NAME,
  EAI_AGAIN: {
    code: "dns-failed",
    message: "could not be looked up: the name server does not answer",
    hint: "Name resolution does not work on the machine that runs the checks, or not at the moment."
  },
  ECONNREFUSED: REFUSED,
  ECONNRESET: RESET,
  ECONNABORTED: RESET,
  EPIPE: RESET,
  UND_ERR_SOCKET: RESET,
  UND_ERR_CLOSED: RESET,
  UND_ERR_DESTROYED: RESET,
  ETIMEDOUT: {
    code: "connection-timeout",
    message: "does not answer to connection attempts",
    hint: "A firewall may drop the packets, or the machine is down."
  },
  ENETUNREACH: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
  EAFNOSUPPORT: UNREACHABLE,
  CERT_HAS_EXPIRED: {
    code: "tls-expired",
    message: "shows a certificate that has expired",
    hint: "Renew the certificate, and reload the server that shows it."
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: "tls-name-mismatch",
    message: "shows a certificate for another name",
    hint: "The certificate must list this host name; perhaps the wrong virtual host answered."
  },
  CERT_NOT_YET_VALID: { ...UNTRUSTED, message: "shows a certificate that is not valid yet" },
  CERT_REVOKED: { ...UNTRUSTED, message: "shows a certificate that was revoked" },
  DEPTH_ZERO_SELF_SIGNED_CERT: { ...UNTRUSTED, message: "shows a self-signed certificate" },
  SELF_SIGNED_CERT_IN_CHAIN: { ...UNTRUSTED, message: "shows a certificate of an unknown authority" },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    ...UNTRUSTED,
    message: "shows a certificate without its intermediate certificates, or of an unknown authority"
  },
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { ...UNTRUSTED, message: "shows a certificate of an unknown authority" },
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  CERT_UNTRUSTED: UNTRUSTED,
  CERT_REJECTED: UNTRUSTED,
  INVALID_CA: UNTRUSTED,
  INVALID_PURPOSE: UNTRUSTED,
  UND_ERR_HEADERS_OVERFLOW: {
    ...PROTOCOL,
    message: "sent more header lines than are read",
    hint: "Header lines may come to 16 KiB in all."
  },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    ...PROTOCOL,
    message: "sent a body of another length than its Content-Length says",
    hint: "The answer was cut short, or a proxy changed it."
  },
  UND_ERR_INVALID_ARG: INVALID,
  UND_ERR_NOT_SUPPORTED: INVALID,
  ERR_INVALID_ARG_VALUE: INVALID
};
function networkError(error, endpoint) {
  if (error instanceof CheckError || !(error instanceof Error)) return error;
  const lost = wayLostIn(error);
  if (lost !== void 0) return lost;
  const code = codeOf(error);
  if (code === void 0) return error;
  const { message, hint: usual, code: name } = explain(code, error);
  const hint = name === "dns-failed" && isBareName(endpoint) ? SERVICE_NAME : usual;
  return new CheckError({
    code: name,
    message: `${endpoint} ${message}${said(name, error)}.`,
    hint,
    endpoint,
    details: { code },
    cause: error
  });
}
var SERVICE_NAME = "Is it the name of a Compose service? It means something only inside containers: ask a port that is published on the machine (`via` a host), or give a database `host` and `service`. Otherwise check its spelling.";
function isBareName(endpoint) {
  return /^[a-z0-9_-]+(?::\d+)?$/i.test(endpoint) && !/^localhost\b/i.test(endpoint);
}
function codeOf(error) {
  if (error.name === "HTTPParserError" || error.message === "bad response") return "HPE_INVALID";
  return "code" in error && typeof error.code === "string" ? error.code : void 0;
}
function attemptWords(error) {
  const words = {
    ECONNREFUSED: "refused",
    ENETUNREACH: "no route to this network",
    EHOSTUNREACH: "no route to this host",
    EADDRNOTAVAIL: "no such address here",
    EAFNOSUPPORT: "address family not supported here",
    ETIMEDOUT: "no answer",
    ECONNRESET: "reset"
  };
  const code = typeof error.code === "string" ? error.code : "";
  return words[code] ?? (code === "" ? error.message : code);
}
function explain(code, error) {
  const known = EXPLANATIONS[code];
  if (known !== void 0) return known;
  if (code.startsWith("HPE_") || code.startsWith("ERR_HTTP2") || code.startsWith("NGHTTP2")) return PROTOCOL;
  if (code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) return tlsFailure(error);
  return { code: "network-error", message: "could not be reached", hint: "See the details for what the system said." };
}
function tlsFailure(error) {
  const plain = /wrong version number|packet length too long|http request/i.test(error.message);
  const asksForCertificate = /certificate required|handshake failure|bad certificate/i.test(error.message);
  return {
    code: "tls-failed",
    message: "could not agree on an encrypted connection",
    hint: plain ? "This port does not speak TLS: is it `http://` instead of `https://`?" : asksForCertificate ? "The server may ask for a client certificate: give `tls: { cert: \u2026, key: \u2026 }`." : "Compare the TLS versions and ciphers of the server with what is common today."
  };
}
function said(name, error) {
  if (name === "tls-name-mismatch") {
    const names = /altnames: (.*)$/.exec(error.message)?.[1];
    return names === void 0 ? "" : ` (${names})`;
  }
  if (name === "tls-failed") {
    const reason = "reason" in error && typeof error.reason === "string" ? error.reason : void 0;
    return reason === void 0 ? "" : ` (${reason})`;
  }
  return ["protocol-error", "request-invalid", "network-error"].includes(name) ? ` (${error.message})` : "";
}

// src/transport/dial.ts
import { lookup } from "node:dns/promises";
import { connect, isIP as isIP2 } from "node:net";
var ATTEMPT_DELAY_MS = 250;
async function dial(target, signal) {
  signal.throwIfAborted();
  const begun = performance.now();
  const addresses = await addressesOf(target, signal);
  const resolved = performance.now();
  const socket = await race(addresses, target, signal);
  return { socket, dnsMs: needsLookup(target) ? resolved - begun : 0, connectMs: performance.now() - resolved };
}
function abortable(promise, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
function needsLookup(target) {
  return target.addresses === void 0 && isIP2(unbracketed(target.host)) === 0;
}
async function addressesOf(target, signal) {
  if (target.addresses !== void 0) return target.addresses.map(unbracketed);
  const found = needsLookup(target) ? await resolveName(target, signal) : [unbracketed(target.host)];
  if (target.publicOnly !== true) return found;
  const allowed = found.filter((address) => !isPrivateAddress(address));
  if (allowed.length > 0) return allowed;
  throw new CheckError({
    code: "redirect-refused",
    message: `The redirect leads from a public address to ${target.host}, which is the private address ${found.join(", ")}.`,
    hint: "A public service must not send its callers into a private network; if this one may, ask the target itself.",
    endpoint: endpointOf(target)
  });
}
async function resolveName(target, signal) {
  try {
    const found = await abortable(lookup(target.host, { all: true, order: "verbatim" }), signal);
    return interleaved(found);
  } catch (error) {
    throw networkError(error, target.host);
  }
}
function interleaved(found) {
  const preferred = found.filter(({ family }) => family === found[0]?.family);
  const others = found.filter(({ family }) => family !== found[0]?.family);
  return preferred.flatMap((entry, index) => [entry, others[index]]).concat(others.slice(preferred.length)).flatMap((entry) => entry === void 0 ? [] : [entry.address]);
}
function race(addresses, target, signal) {
  return new Promise((resolve, reject) => {
    const open = /* @__PURE__ */ new Set();
    const failed = [];
    let next = 0;
    let timer;
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      for (const socket of open) socket.destroy();
      next = addresses.length;
    };
    const stop = () => {
      finish();
      reject(signal.reason);
    };
    const attempt = () => {
      clearTimeout(timer);
      const address = addresses[next];
      if (address === void 0) return;
      next += 1;
      const socket = connect({ host: address, port: target.port, noDelay: true, keepAlive: true });
      open.add(socket);
      socket.once("connect", () => {
        open.delete(socket);
        finish();
        resolve(socket);
      });
      socket.on("error", (error) => {
        if (!open.delete(socket)) return;
        failed.push({ address, error });
        if (next < addresses.length) return attempt();
        if (open.size > 0) return;
        finish();
        reject(dialError(target, failed));
      });
      if (next < addresses.length) timer = setTimeout(attempt, ATTEMPT_DELAY_MS);
    };
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    attempt();
  });
}
function dialError(target, failed) {
  const endpoint = endpointOf(target);
  const [first] = failed;
  if (first === void 0) return new Error("No address was tried");
  const telling = failed.find(({ error }) => error.code === "ECONNREFUSED") ?? first;
  const main = networkError(telling.error, endpoint);
  if (!(main instanceof CheckError)) return main;
  const tried = failed.map(({ address, error }) => `${address}: ${attemptWords(error)}`).join("; ");
  return new CheckError({
    code: main.code,
    message: `${main.message.replace(/\.$/, "")} (${tried}).`,
    hint: main.hint,
    endpoint,
    details: { ...main.details, addresses: failed.map(({ address }) => address).join(", ") },
    cause: telling.error
  });
}
function endpointOf(target) {
  return `${target.host}:${target.port}`;
}

export {
  isPrivateAddress,
  isPrivateHost,
  isLoopbackHost,
  unbracketed,
  WayLost,
  wayLostIn,
  networkError,
  dial,
  abortable
};
