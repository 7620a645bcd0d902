import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  secure,
  secureContext
} from "./transport-secure.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  abortable,
  networkError,
  wayLostIn
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";

// src/transport/postgres-stream.ts
var SSL_REQUEST = [8, 80877103];
var CANCEL_CODE = 80877102;
async function openPostgresStream(target, connect, signal) {
  const socket = await openSocket(target, connect, signal);
  const { mode } = target.tls;
  if (mode === "disable" || "path" in target.at) return socket;
  const answer = await askForTls(socket, target.endpoint, signal);
  if (answer === "S") return encrypt(socket, target, target.at.host, signal);
  if (answer === "N" && mode === "prefer") return socket;
  socket.destroy();
  throw new CheckError({
    code: "database-tls",
    message: `${target.endpoint} does not offer an encrypted connection.`,
    hint: "Switch TLS on in the server (`ssl = on`), or give the database `tls: disable`.",
    endpoint: target.endpoint
  });
}
async function sendCancelRequest(open, session, signal) {
  const stream = await open(signal);
  const closed = new Promise((resolve) => stream.once("close", () => resolve()));
  stream.resume();
  stream.end(int32s([16, CANCEL_CODE, session.processId, session.secretKey]));
  await abortable(closed, signal).finally(() => stream.destroy());
}
async function openSocket(target, connect, signal) {
  try {
    return await connect(target.at, signal);
  } catch (error) {
    if (!(error instanceof CheckError) || error.code !== "connection-refused" && error.details.code !== "ENOENT") {
      throw error;
    }
    throw new CheckError({
      code: "database-refused",
      message: error.message,
      hint: "Is PostgreSQL running, does it listen on this address (`listen_addresses`), and is the port right?",
      endpoint: target.endpoint,
      details: error.details,
      cause: error.cause
    });
  }
}
async function askForTls(socket, endpoint, signal) {
  const answered = new Promise((resolve, reject) => {
    socket.once("data", resolve);
    socket.once("close", () => reject(noPostgres(endpoint)));
    socket.once("error", (error) => reject(networkError(error, endpoint)));
  });
  socket.write(int32s(SSL_REQUEST));
  try {
    const answer = await abortable(answered, signal);
    if (answer.length === 1) return answer.toString("latin1");
    throw noPostgres(endpoint);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
function encrypt(socket, target, host, signal) {
  const { mode, ca, serverName } = target.tls;
  return secure(
    socket,
    {
      host: serverName ?? host,
      endpoint: target.endpoint,
      context: ca === void 0 ? void 0 : secureContext({ ca }),
      insecure: mode !== "verify",
      protocols: []
    },
    signal
  );
}
function noPostgres(endpoint) {
  return new CheckError({
    code: "database-protocol",
    message: `${endpoint} does not speak PostgreSQL's protocol.`,
    hint: "Is this the port of the database?",
    endpoint
  });
}
function int32s(values) {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeInt32BE(value | 0, index * 4);
  return buffer;
}

// src/transport/postgres-fault.ts
function isServerError(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);
}
function serverDetails(error) {
  const { code, detail, hint, position, where } = error;
  const said = { code, detail, hint, position, where };
  return Object.fromEntries(Object.entries(said).filter((entry) => entry[1] !== void 0));
}
var REFUSALS = [
  [
    /^28/,
    "database-authentication",
    "Compare `user` and `password` with the role in the database, and look at pg_hba.conf."
  ],
  [/^3D000/, "database-missing", "Compare `database` with what the server has: `psql -l`."],
  [/^53300/, "database-busy", "All connections of the server are taken: raise `max_connections`, or look for a leak."],
  [/^57P/, "database-starting", "Wait for it in `ready`, or with `within`."]
];
function connectionFault(error, target) {
  if (error instanceof CheckError) return error;
  const { endpoint, user, database } = target;
  const message = error instanceof Error ? error.message : String(error);
  if (isServerError(error)) {
    const [, code, hint] = REFUSALS.find(([state]) => state.test(error.code)) ?? [void 0, "database-login", ""];
    const unencrypted = /no encryption/.test(message);
    return new CheckError({
      code,
      message: `${endpoint} refused the login of \`${user}\` to \`${database}\`: ${message}.`,
      hint: unencrypted ? "The server wants an encrypted connection: `tls: require` or `tls: verify`." : hint,
      endpoint,
      details: serverDetails(error),
      cause: error
    });
  }
  if (/^SASL|password/i.test(message)) {
    const given = target.password !== void 0;
    return new CheckError({
      code: "database-authentication",
      message: given ? `${endpoint} could not prove that it knows the password of \`${user}\`, or does not accept it.` : `${endpoint} asks for the password of \`${user}\`, and none is given.`,
      hint: given ? "Compare `user` and `password`." : "Give `password`, or a password in the `url`.",
      endpoint,
      cause: error
    });
  }
  return lostFault(error, endpoint);
}
function lostFault(error, endpoint) {
  const way = wayLostIn(error);
  if (way !== void 0) return way;
  const code = errorCode(error);
  return new CheckError({
    code: "database-lost",
    message: `${endpoint ?? "The database"} closed the connection before its answer was complete.`,
    hint: "The server may have crashed or restarted, or the port may not be that of PostgreSQL; look at its log.",
    ...endpoint === void 0 ? {} : { endpoint },
    details: code === void 0 ? {} : { code },
    cause: error
  });
}
function floodFault() {
  return new CheckError({
    code: "database-flood",
    message: "The database sent more than any answer can need, and was cut off.",
    hint: "Is this the port of the database? Otherwise let the statement give less: `LIMIT`."
  });
}

// src/model/json.ts
var sourceText = JSON;
function isExactNumber(value) {
  return sourceText.isRawJSON(value);
}
function isNumber(value) {
  return typeof value === "number" || isExactNumber(value);
}
function isList(value) {
  return Array.isArray(value);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isExactNumber(value);
}
function numberFromText(text) {
  const double = Number(text);
  return Number.isFinite(double) && sameDecimal(text, String(double)) ? double : sourceText.rawJSON(text);
}
function parseJson(text) {
  if (!mayLoseDigits(text)) return JSON.parse(text);
  return sourceText.parse(
    text,
    (_key, value, context) => typeof value === "number" && context.source !== void 0 ? numberFromText(context.source) : value
  );
}
function mayLoseDigits(text) {
  return /\d[\d.]{15}|\d[eE]/.test(text);
}
function decimalParts(text) {
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) throw new TypeError(`Not a decimal number: ${text}`);
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return { digits: 0n, exponent: 0 };
  return { digits: BigInt(sign + digits), exponent: Number(power) - fraction.length + all.length - digits.length };
}
function sameDecimal(left, right) {
  const a = decimalParts(left);
  const b = decimalParts(right);
  return a.digits === b.digits && a.exponent === b.exponent;
}
function numberText(value) {
  return typeof value === "number" ? String(value) : value.rawJSON;
}
function textsIn(value) {
  if (typeof value === "string") return [value];
  if (isNumber(value)) return [numberText(value)];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
function compareNumbers(left, right) {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const a = decimalParts(numberText(left));
  const b = decimalParts(numberText(right));
  if (a.digits === 0n || b.digits === 0n || a.digits > 0n !== b.digits > 0n)
    return Number(a.digits > b.digits) - Number(a.digits < b.digits);
  const sizeA = a.digits.toString().length + a.exponent;
  const sizeB = b.digits.toString().length + b.exponent;
  if (sizeA !== sizeB) return (sizeA - sizeB) * (a.digits > 0n ? 1 : -1);
  const shift = Math.abs(a.exponent - b.exponent);
  const x = a.exponent > b.exponent ? a.digits * 10n ** BigInt(shift) : a.digits;
  const y = b.exponent > a.exponent ? b.digits * 10n ** BigInt(shift) : b.digits;
  return x > y ? 1 : x < y ? -1 : 0;
}
function equalJson(left, right) {
  if (left === void 0 || right === void 0) return left === right;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => equalJson(item, right[index]));
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && equalJson(left[name], right[name]));
  }
  return left === right;
}

export {
  isNumber,
  isList,
  isObject,
  numberFromText,
  parseJson,
  decimalParts,
  numberText,
  textsIn,
  compareNumbers,
  equalJson,
  openPostgresStream,
  sendCancelRequest,
  isServerError,
  serverDetails,
  connectionFault,
  lostFault,
  floodFault
};
