import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/action/deliver/api-fault.ts
var PASSING = ["limited", "server", "timeout", "unreachable", "strange"];
var LIMIT_REST_MS = 6e4;
var ApiFault = class extends Error {
  name = "ApiFault";
  kind;
  /** Of the answer; undefined when there was none. */
  status;
  /** How long GitHub asks to wait, in milliseconds. */
  waitMs;
  constructor(kind, message, more = {}) {
    super(message);
    this.kind = kind;
    this.status = more.status;
    this.waitMs = more.waitMs;
  }
  /** Whether the same request may succeed a little later. */
  get passes() {
    return PASSING.includes(this.kind);
  }
};
function apiFaultOf(error, now) {
  if (error instanceof ApiFault) return error;
  const { status, response, message, name, cause } = error ?? {};
  if (response === void 0) {
    const timedOut = [name, cause?.name].some((word) => word === "TimeoutError" || word === "AbortError");
    if (timedOut) return new ApiFault("timeout", "GitHub did not answer in time.");
    const code = cause?.code ?? cause?.cause?.code;
    const told = [message, code].filter((word) => word !== void 0 && word !== "");
    return new ApiFault("unreachable", told.join(", ") || String(error));
  }
  const { headers = {}, data } = response;
  const said = data?.message ?? message ?? "";
  const kind = kindOf(status ?? 0, said, headers);
  return new ApiFault(kind, said, { status, waitMs: kind === "limited" ? restOf(headers, now) : askedOf(headers) });
}
function kindOf(status, said, headers) {
  if (status === 401) return "unauthorized";
  if (status === 429) return "limited";
  if (status === 403) {
    const limited = headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0";
    if (limited || /rate limit|abuse detection/i.test(said)) return "limited";
    return /\blocked\b/i.test(said) ? "locked" : "forbidden";
  }
  if (status === 404 || status === 410) return "missing";
  return status >= 500 ? "server" : "refused";
}
function askedOf(headers) {
  const asked = String(headers["retry-after"] ?? "");
  return /^\d{1,6}$/.test(asked) ? Number(asked) * 1e3 : void 0;
}
function restOf(headers, now) {
  const reset = Number(headers["x-ratelimit-reset"]);
  const untilReset = String(headers["x-ratelimit-remaining"]) === "0" && reset > 0 ? reset * 1e3 - now : void 0;
  return askedOf(headers) ?? (untilReset === void 0 ? LIMIT_REST_MS : Math.max(0, untilReset));
}

export {
  ApiFault,
  apiFaultOf
};
