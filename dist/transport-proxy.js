import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  isLoopbackHost,
  unbracketed
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";

// src/transport/proxy.ts
import { request as httpRequest } from "node:http";
import { BlockList, isIP } from "node:net";
function parseProxy(text) {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.parse(address);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new CheckError({
      code: "proxy-failed",
      message: "The address of the proxy is not an http:// or https:// URL.",
      hint: "Write `proxy: http://host:port`, and look at HTTP_PROXY and HTTPS_PROXY. SOCKS proxies are not supported."
    });
  }
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    url,
    endpoint: `${url.hostname}:${portOf(url)}`,
    authorization: credentials === ":" ? void 0 : `Basic ${Buffer.from(credentials).toString("base64")}`
  };
}
function environmentProxy(url, environment) {
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = environment[name] || environment[name.toUpperCase()];
  if (proxy === void 0 || proxy === "" || isLoopbackHost(url.hostname)) return void 0;
  return isExcepted(url, environment.no_proxy || environment.NO_PROXY || "") ? void 0 : proxy;
}
function isExcepted(url, list) {
  const host = unbracketed(url.hostname).toLowerCase();
  return list.split(/[\s,]+/).filter(Boolean).some((entry) => {
    const [, name = "", port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `${entry}:${portOf(url)}` : entry) ?? [];
    if (port !== void 0 && Number(port) !== portOf(url)) return false;
    return name === "*" || matchesName(host, unbracketed(name).toLowerCase());
  });
}
function matchesName(host, entry) {
  const [network = "", prefix] = entry.split("/");
  const version = isIP(network);
  if (prefix !== void 0 && version !== 0 && isIP(host) === version) {
    const family = version === 4 ? "ipv4" : "ipv6";
    const networks = new BlockList();
    networks.addSubnet(network, Number(prefix), family);
    return networks.check(host, family);
  }
  const bare = entry.replace(/^\*?\./, "");
  return host === bare || host.endsWith(`.${bare}`);
}
function openTunnel(socket, proxy, target, signal) {
  return new Promise((resolve, reject) => {
    const fail = (message, cause) => {
      signal.removeEventListener("abort", stop);
      socket.destroy();
      reject(proxyError(proxy, message, cause));
    };
    const stop = () => {
      socket.destroy();
      reject(signal.reason);
    };
    const asking = httpRequest({
      method: "CONNECT",
      path: target,
      headers: {
        host: target,
        ...proxy.authorization === void 0 ? {} : { "proxy-authorization": proxy.authorization }
      },
      createConnection: () => socket
    });
    asking.once("connect", (answer, tunnel) => {
      signal.removeEventListener("abort", stop);
      if (answer.statusCode === 200) resolve(tunnel);
      else fail(`answered ${answer.statusCode} ${answer.statusMessage ?? ""}`.trimEnd());
    });
    asking.once("response", (answer) => fail(`answered ${answer.statusCode} ${answer.statusMessage ?? ""}`.trimEnd()));
    asking.on("error", (error) => fail(`broke off (${error.message})`, error));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    asking.end();
  });
  function proxyError(failed, message, cause) {
    return new CheckError({
      code: "proxy-failed",
      message: `The proxy ${failed.endpoint} was asked for a connection to ${target} and ${message}.`,
      hint: message.includes("407") ? "The proxy wants credentials: write them into its URL, `http://user:password@host:port`." : "Does the proxy allow this target, and can it reach it?",
      endpoint: failed.endpoint,
      cause
    });
  }
}
function portOf(url) {
  return url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
}

export {
  parseProxy,
  environmentProxy,
  openTunnel,
  portOf
};
