import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  BASE_VARIABLES,
  BASH,
  COMPOSE_VARIABLES,
  SH,
  collectTail,
  formatAddress,
  resultOf,
  startProcess,
  streamsOf
} from "./transport-compose-engine-words.js";
import {
  inSingleQuotes
} from "./model-single-quotes.js";
import {
  oneLine,
  shorten
} from "./model-visible.js";
import "./model-duration.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  WayLost,
  abortable,
  networkError
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";
import {
  __callDispose,
  __using
} from "./shared.js";

// src/transport/ssh/channel-socket.ts
import { connect as connect2, createServer } from "node:net";

// src/transport/ssh/mux-link.ts
import { connect } from "node:net";

// src/transport/ssh/channel.ts
import { constants } from "node:os";
import { Readable, Writable } from "node:stream";

// src/transport/ssh/packet.ts
function packet(...fields) {
  return Buffer.concat(fields.flatMap(encoded));
}
function encoded(field) {
  if (typeof field === "boolean") return [Buffer.from([field ? 1 : 0])];
  if (typeof field === "number") return [uint32(field)];
  const bytes = typeof field === "string" ? Buffer.from(field) : field;
  return [uint32(bytes.length), bytes];
}
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
var PacketReader = class {
  #bytes;
  #at;
  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }
  uint32() {
    const value = this.#bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }
  boolean() {
    this.#at += 1;
    return this.#bytes[this.#at - 1] !== 0;
  }
  bytes() {
    const length = this.uint32();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
  text() {
    return this.bytes().toString("utf8");
  }
};
var LENGTH_BYTES = 4;
function frameReader(onFrame) {
  const header = Buffer.alloc(LENGTH_BYTES);
  let filling = header;
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(filling, filled, at);
      at += copied;
      filled += copied;
      if (filled < filling.length) return;
      filled = 0;
      if (filling === header) filling = Buffer.allocUnsafe(header.readUInt32BE(0));
      else {
        const frame = filling;
        filling = header;
        onFrame(frame);
      }
    }
  };
}

// src/transport/ssh/channel.ts
var MESSAGE = {
  open: 90,
  confirmation: 91,
  failure: 92,
  windowAdjust: 93,
  data: 94,
  extendedData: 95,
  eof: 96,
  close: 97,
  request: 98,
  success: 99,
  refusal: 100
};
var WINDOW = 1024 ** 2;
var GRANT = WINDOW / 8;
var Channel = class {
  stdin;
  stdout;
  stderr;
  /** Settles when it is closed on both sides, or cut. */
  ended;
  /** Settles when its command has ended; what it left in the background may hold the channel open. */
  exited;
  /** That of its command, 128 and the number for a signal; undefined when the channel ended without one. */
  exitCode;
  /** How many bytes came. */
  received = 0;
  /** Whether it was cut before the other side had ended its outputs: more was to come. */
  isCutOff = false;
  #peer;
  #port;
  #settle;
  #exit;
  #replies = [];
  #mayRead = 0;
  #mayWrite;
  #unsent;
  #closeSent = false;
  #isWhole = false;
  #outputEnded = false;
  constructor(peer, port) {
    this.#peer = peer;
    this.#port = port;
    this.#mayWrite = peer.window;
    const ended = Promise.withResolvers();
    const exited = Promise.withResolvers();
    this.ended = ended.promise;
    this.exited = exited.promise;
    this.#settle = ended.resolve;
    this.#exit = exited.resolve;
    this.stdout = this.#readable();
    this.stderr = this.#readable();
    this.stdin = new Writable({
      write: (chunk, _encoding, done) => {
        this.#unsent = { rest: chunk, done };
        this.#flush();
      },
      final: (done) => {
        this.#send(MESSAGE.eof);
        done();
      }
    });
    this.stdin.on("error", () => void 0);
  }
  /** Asks for something with RFC 4254's channel request; tells whether it was granted. False when the channel is closed or cut. */
  request(type, ...fields) {
    return new Promise((resolve) => {
      if (this.#closeSent) return resolve(false);
      this.#replies.push(resolve);
      this.#send(MESSAGE.request, packet(type, true, ...fields));
    });
  }
  /** Closes this side; what still comes is dropped. */
  close() {
    if (this.#closeSent) return;
    this.#send(MESSAGE.close);
    this.#closeSent = true;
    this.#endStreams();
  }
  /** Takes a message that came for this channel; `body` begins after the channel's number. */
  take(message, body) {
    switch (message) {
      case MESSAGE.data:
        this.#received(this.stdout, body.bytes());
        break;
      case MESSAGE.extendedData:
        body.uint32();
        this.#received(this.stderr, body.bytes());
        break;
      case MESSAGE.windowAdjust:
        this.#mayWrite += body.uint32();
        this.#flush();
        break;
      case MESSAGE.eof:
        this.#isWhole = true;
        this.#endOutputs();
        break;
      case MESSAGE.request:
        this.#asked(body);
        break;
      case MESSAGE.success:
      case MESSAGE.refusal:
        this.#replies.shift()?.(message === MESSAGE.success);
        break;
      case MESSAGE.close:
        this.#isWhole = true;
        this.close();
        this.#port.gone();
        this.#finish();
        break;
    }
  }
  /** The connection is lost. */
  cut() {
    this.isCutOff = !this.#isWhole && !this.#closeSent;
    this.#closeSent = true;
    this.#endStreams();
    this.#finish();
  }
  #break() {
    this.#send(MESSAGE.close);
    this.cut();
  }
  #finish() {
    for (const reply of this.#replies.splice(0)) reply(false);
    this.#settle();
  }
  #endOutputs() {
    this.#outputEnded = true;
    for (const stream of [this.stdout, this.stderr]) stream.push(null);
  }
  #endStreams() {
    this.#endOutputs();
    const waiting = this.#unsent;
    this.#unsent = void 0;
    waiting?.done();
    this.stdin.destroy();
  }
  #asked(body) {
    const type = body.text();
    const wantsReply = body.boolean();
    if (type === "exit-status") this.exitCode = body.uint32();
    if (type === "exit-signal") this.exitCode = 128 + signalNumber(body.text());
    if (this.exitCode !== void 0) this.#exit();
    if (wantsReply) this.#send(MESSAGE.refusal);
  }
  #readable() {
    return new Readable({ read: () => this.#grant() });
  }
  #received(stream, bytes) {
    if (this.#mayRead + bytes.length > WINDOW) {
      this.#break();
      return;
    }
    this.#mayRead += bytes.length;
    this.received += bytes.length;
    if (stream.destroyed || this.#outputEnded || stream.push(bytes)) this.#grant();
  }
  #grant() {
    if (this.#mayRead < GRANT) return;
    this.#send(MESSAGE.windowAdjust, packet(this.#mayRead));
    this.#mayRead = 0;
  }
  #flush() {
    const unsent = this.#unsent;
    if (unsent === void 0 || this.#closeSent) return;
    while (unsent.rest.length > 0 && this.#mayWrite > 0) {
      const length = Math.min(unsent.rest.length, this.#mayWrite, this.#peer.maxPacket);
      const piece = unsent.rest.subarray(0, length);
      unsent.rest = unsent.rest.subarray(length);
      this.#mayWrite -= length;
      this.#send(MESSAGE.data, packet(piece));
    }
    if (unsent.rest.length > 0) return;
    this.#unsent = void 0;
    unsent.done();
  }
  #send(message, body = Buffer.alloc(0)) {
    if (this.#closeSent) return;
    this.#port.send(message, Buffer.concat([packet(this.#peer.id), body]));
  }
};
function signalNumber(name) {
  const known = constants.signals;
  return known[`SIG${name}`] ?? 0;
}

// src/transport/ssh/mux-link.ts
var MUX = { version: 4, hello: 1, proxy: 268435471, proxyGranted: 2147483663 };
var MAX_PACKET = 32 * 1024;
var READ_BYTES = 64 * 1024;
var ChannelRefused = class extends Error {
  reason;
  constructor(reason, said) {
    super(said);
    this.reason = REASONS[reason] ?? "shortage";
  }
};
var REASONS = {
  1: "prohibited",
  2: "connect-failed",
  3: "unknown-type"
};
var LinkLost = class extends Error {
};
var MuxLink = class _MuxLink {
  lost;
  #socket;
  #openings = /* @__PURE__ */ new Map();
  #channels = /* @__PURE__ */ new Map();
  #granted;
  #isLost = false;
  #next = 0;
  constructor(path) {
    const read = frameReader((frame) => {
      try {
        this.#take(frame);
      } catch {
        this.close();
      }
    });
    const buffer = Buffer.alloc(READ_BYTES);
    const callback = (length) => {
      read(buffer.subarray(0, length));
      return true;
    };
    this.#socket = connect({ path, onread: { buffer, callback } });
    this.#socket.on("error", () => void 0);
    const { promise, resolve } = Promise.withResolvers();
    this.lost = promise;
    this.#socket.on("close", () => {
      this.#cut();
      resolve();
    });
  }
  /** Rejects with a LinkLost when the socket does not speak the protocol. */
  static async open(path) {
    const link = new _MuxLink(path);
    const granted = new Promise((resolve, reject) => {
      link.#granted = resolve;
      link.lost.then(() => reject(new LinkLost("The control connection was closed")));
    });
    link.#write(Buffer.concat([uint32(MUX.hello), uint32(MUX.version)]));
    link.#write(Buffer.concat([uint32(MUX.proxy), uint32(0)]));
    await granted;
    return link;
  }
  get isLost() {
    return this.#isLost;
  }
  /** Opens a channel; `fields` are those its type has of its own. Rejects with a ChannelRefused or a LinkLost. */
  openChannel(type, ...fields) {
    return new Promise((resolve, reject) => {
      if (this.#isLost) return reject(new LinkLost("The connection is lost"));
      this.#next += 1;
      this.#openings.set(this.#next, { resolve, reject });
      this.#send(MESSAGE.open, packet(type, this.#next, WINDOW, MAX_PACKET, ...fields));
    });
  }
  /** Resolves once the other side has answered: also a refusal is an answer. Rejects with a LinkLost. */
  async answer() {
    try {
      const channel = await this.openChannel("ping@verify-deploy");
      channel.close();
    } catch (error) {
      if (!(error instanceof ChannelRefused)) throw error;
    }
  }
  close() {
    this.#socket.destroy();
  }
  #take(frame) {
    if (this.#granted !== void 0) {
      const type = frame.readUInt32BE(0);
      if (type === MUX.proxyGranted) {
        this.#granted();
        this.#granted = void 0;
      } else if (type !== MUX.hello) this.close();
      return;
    }
    const message = frame[1] ?? 0;
    const body = new PacketReader(frame, 2);
    if (message < MESSAGE.open || message > MESSAGE.refusal) return;
    const id = body.uint32();
    if (message === MESSAGE.confirmation) this.#opened(id, body);
    else if (message === MESSAGE.failure) this.#refused(id, body);
    else this.#channels.get(id)?.take(message, body);
  }
  #opened(id, body) {
    const peer = { id: body.uint32(), window: body.uint32(), maxPacket: body.uint32() };
    const channel = new Channel(peer, {
      send: (message, bytes) => this.#send(message, bytes),
      gone: () => this.#channels.delete(id)
    });
    this.#channels.set(id, channel);
    this.#openings.get(id)?.resolve(channel);
    this.#openings.delete(id);
  }
  #refused(id, body) {
    this.#openings.get(id)?.reject(new ChannelRefused(body.uint32(), body.text()));
    this.#openings.delete(id);
  }
  #cut() {
    this.#isLost = true;
    for (const { reject } of this.#openings.values()) reject(new LinkLost("The connection is lost"));
    for (const channel of this.#channels.values()) channel.cut();
    this.#openings.clear();
    this.#channels.clear();
  }
  /** In proxy mode a packet is its padding length, which is 0, its number and its body. */
  #send(message, body) {
    this.#write(Buffer.concat([Buffer.from([0, message]), body]));
  }
  #write(frame) {
    if (!this.#socket.destroyed) this.#socket.write(Buffer.concat([uint32(frame.length), frame]));
  }
};

// src/transport/ssh/private-folder.ts
import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
var PLAIN_PATH = /^[\w./-]{1,50}$/;
async function privateFolder(temporary, label) {
  const parent = temporary !== void 0 && PLAIN_PATH.test(temporary) ? temporary : "/tmp";
  const failed = (error) => {
    throw filesFault(label, `${parent}: ${errorCode(error) ?? error}`, error);
  };
  const path = await mkdtemp(join(parent, "vd-")).catch(failed);
  const removeNow = () => rmSync(path, { recursive: true, force: true });
  process.once("exit", removeNow);
  const remove = async () => {
    process.off("exit", removeNow);
    await rm(path, { recursive: true, force: true });
  };
  return {
    path,
    write: async (name, text) => {
      const file = join(path, name);
      try {
        await writeFile(file, text, { mode: 384, flag: "w" });
      } catch (error) {
        failed(error);
      }
      return file;
    },
    [Symbol.asyncDispose]: remove
  };
}
function filesFault(label, said, cause) {
  return new CheckError({
    code: "ssh-files",
    message: `The files that the connection to ${label} needs cannot be written (${said}).`,
    hint: "Make room on the disk of the machine that runs the checks, or set TMPDIR to a folder that can be written to.",
    cause
  });
}

// src/transport/ssh/channel-socket.ts
async function channelSocket(through, to, options) {
  const { link } = through;
  const { label, signal } = options;
  const opening = "path" in to ? link.openChannel("direct-streamlocal@openssh.com", to.path, "", 0) : link.openChannel("direct-tcpip", to.host, to.port, "127.0.0.1", 0);
  try {
    const channel = await abortable(opening, signal);
    return await socketOf(channel, through, options);
  } catch (error) {
    opening.then(
      (channel) => channel.close(),
      () => void 0
    );
    throw error instanceof ChannelRefused ? refusal(error, to, label) : error;
  }
}
var sockets = 0;
async function socketOf(channel, { link, folder }, { label, lost }) {
  sockets += 1;
  const { near, far } = await socketPair(`${folder}/n${sockets}`).catch((error) => {
    throw link.isLost ? new LinkLost("The connection is lost") : filesFault(label, errorText(folder, error), error);
  });
  join2(far, channel);
  channel.ended.then(() => {
    if (channel.isCutOff) near.destroy(new WayLost(lost()));
  });
  return near;
}
function socketPair(path) {
  const server = createServer({ allowHalfOpen: true });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      const near = connect2({ path });
      near.on("error", reject);
      near.once("close", () => reject(new Error("The socket was closed")));
      server.once("connection", (far) => resolve({ near, far }));
    });
  }).finally(() => server.close());
}
function errorText(folder, error) {
  return `${folder}: ${errorCode(error) ?? error}`;
}
function join2(far, channel) {
  far.on("error", () => channel.close());
  far.once("close", () => channel.close());
  far.pipe(channel.stdin);
  channel.stdout.pipe(far);
  channel.stderr.resume();
  channel.ended.then(() => {
    if (!channel.stdout.readableEnded && channel.stdout.readableLength === 0) far.end();
  });
}
var SYSTEM = [
  [/refused/i, "ECONNREFUSED"],
  [/timed out/i, "ETIMEDOUT"],
  [/no route/i, "EHOSTUNREACH"],
  [/unreachable/i, "ENETUNREACH"],
  [/name resolution/i, "EAI_AGAIN"],
  [/unknown host|not known|nodename|no address associated/i, "ENOTFOUND"]
];
var SERVICE_NAME = "Is it the name of a Compose service? Only containers know that: ask for a port that is published on the host, such as `127.0.0.1:8000`, or look from inside with `run: { host, service, command }`.";
function refusal({ reason, message }, to, label) {
  const endpoint = "path" in to ? to.path : formatAddress(to);
  if (reason !== "connect-failed") {
    return new CheckError({
      code: "ssh-forwarding-refused",
      message: `${label} does not let connections through to ${endpoint} (${message}).`,
      hint: "Look at AllowTcpForwarding, AllowStreamLocalForwarding, PermitOpen and DisableForwarding in sshd_config, and at the options of the key in authorized_keys.",
      endpoint
    });
  }
  const [, code = "EUNKNOWN"] = SYSTEM.find(([said]) => said.test(message)) ?? [];
  const fault = networkError(Object.assign(new Error(message), { code }), endpoint);
  if (!(fault instanceof CheckError)) return fault;
  return new CheckError({
    code: fault.code,
    message: `${fault.message.replace(/\.$/, "")}, from ${label}.`,
    hint: code === "ENOTFOUND" && "host" in to && !/[.:]/.test(to.host) ? SERVICE_NAME : fault.hint,
    endpoint,
    details: { ...fault.details, ssh: message }
  });
}

// src/transport/ssh/clock-offset.ts
var LOOKS = 3;
async function clockOffset(machine, { now, signal }) {
  let best = { trip: Number.POSITIVE_INFINITY, offset: 0 };
  for (let look = 0; look < LOOKS; look += 1) {
    const begun = now();
    const { stdout } = await machine.run({ run: { words: ["date", "-u", "+%s.%N"] }, environment: {} }, signal);
    const trip = now() - begun;
    const time = milliseconds(stdout);
    if (time === void 0) throw clockFault(machine.label);
    if (trip < best.trip) best = { trip, offset: time - (begun + trip / 2) };
  }
  return Math.round(best.offset);
}
function milliseconds(printed) {
  const [, seconds, nanoseconds] = /^(\d+)(?:\.(\d{9}))?/.exec(printed) ?? [];
  if (seconds === void 0) return void 0;
  return Number(seconds) * 1e3 + (nanoseconds === void 0 ? 500 : Number(nanoseconds) / 1e6);
}
function clockFault(label) {
  return new CheckError({
    code: "clock-unreadable",
    message: `The clock of ${label} cannot be read: \`date -u +%s\` gives no time.`,
    hint: "Is `date` there, and in PATH?"
  });
}

// src/transport/ssh/login-pace.ts
var AT_ONCE = 2;
var FIRST_PAUSE_MS = 5e3;
var LONGEST_PAUSE_MS = 6e4;
var LoginPace = class {
  #now;
  #refusals = 0;
  #refusal;
  /** `now` in milliseconds. */
  constructor(now) {
    this.#now = now;
  }
  /** The refusal that still stands. */
  standing() {
    return this.#refusal !== void 0 && this.#now() < this.#refusal.until ? this.#refusal.error : void 0;
  }
  /** Takes note of how a login ended that failed. */
  failed(error) {
    if (!(error instanceof CheckError) || error.code !== "ssh-key-refused") return;
    this.#refusals += 1;
    const doubled = FIRST_PAUSE_MS * 2 ** (this.#refusals - AT_ONCE);
    const pause = this.#refusals < AT_ONCE ? 0 : Math.min(doubled, LONGEST_PAUSE_MS);
    this.#refusal = { error, until: this.#now() + pause };
  }
  succeeded() {
    this.#refusals = 0;
    this.#refusal = void 0;
  }
};

// src/transport/ssh/remote-command.ts
import { Readable as Readable2, Writable as Writable2 } from "node:stream";
import { finished } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

// src/transport/ssh/remote-lines.ts
var BOOTSTRAP = `exec sh -c 'IFS= read -r l; eval "$l"'`;
function markOf(random) {
  const half = random.length / 2;
  return { text: random, word: `${random.slice(0, half)}""${random.slice(half)}` };
}
var KEPT = COMPOSE_VARIABLES.map((name) => [name, `_vd_${name}`]);
function helloLines({ word }) {
  const kept = [...BASE_VARIABLES.map((name) => [name, name]), ...KEPT];
  const base = kept.map(([name, as]) => `\${${name}+"${as}=$${name}"}`).join(" ");
  return [
    `exec env -i ${base} sh -c 'while IFS= read -r _l; do eval "$_l"; done'`,
    [
      `_m=${word}; exec 5>&1 6>&2`,
      "if command -v setsid >/dev/null 2>&1; then _g=setsid; else _g=; fi",
      SHARED,
      'printf "%s hello\\n" "$_m" >&2; printf "%s hello %s %s\\n" "$_m" "$$" "$_g"'
    ].join("; "),
    ""
  ].join("\n");
}
var SHARED = [
  // In a subshell, and the rest without standard error: some shells redirect themselves, and tell of a child that a signal ended.
  `_run() { { { (exec $_g sh -c 'IFS= read -r _l; eval "$_l"' 2>&3 3>&- 5>&- 6>&-)`,
  'printf "%s end %s\\n" "$_m" "$?"; printf "%s end\\n" "$_m" >&3; } 2>/dev/null | cat >&5; } 3>&1 | cat >&6',
  'printf "%s again\\n" "$_m"; }'
].join("; ");
function sharedStart({ word }) {
  return `_run
printf "%s start %s\\n" ${word} "$$"; IFS= read -r _l; eval "$_l"
`;
}
function ownStart() {
  return 'exec 5>&- 6>&-; printf "%s start %s\\n" "$_m" "$$"; IFS= read -r _l; eval "$_l"; exit\n';
}
function endLine(group) {
  const all = `-- -${group} 2>/dev/null`;
  const wait = (tenths) => `_i=0; while kill -s 0 ${all} && [ $_i -lt ${tenths} ]; do sleep 0.1 2>/dev/null || sleep 1; _i=$((_i+1)); done`;
  const lines = [`kill -s TERM ${all}`, wait(20), `kill -s KILL ${all}`, wait(10), 'printf "%s again\\n" "$_m"'];
  return `${lines.join("; ")}
`;
}
function programLine(command, mark, closedInput) {
  const say = (word) => `printf "%s ${word}\\n" ${mark.word}`;
  const or = (word) => `|| { ${say(word)}; exit 0; }`;
  const { directory, environment, run } = command;
  const enter = directory === void 0 ? [] : [`cd -- ${quoted(pathFrom(directory))} 2>/dev/null ${or("directory")}`];
  const inherited = KEPT.filter(([name]) => command.inherit?.includes(name));
  const inherit = inherited.map(([name, kept]) => `[ -z "\${${kept}+x}" ] || export ${name}="$${kept}"`);
  const forget = `unset ${KEPT.map(([, kept]) => kept).join(" ")}`;
  const exports = Object.entries(environment).map(([name, value]) => `export ${variable(name)}=${quoted(value)}`);
  const input = closedInput ? " </dev/null" : "";
  const text = [...inherit, forget, ...exports, ...enter, "unset OLDPWD", ...hand(run, { say, or, input })].join("; ");
  return `${text.includes(LINE_FEED) ? SET_LINE_FEED : ""}${text}
`;
}
function hand(run, {
  say,
  or,
  input
}) {
  if ("words" in run) {
    const [program = ""] = run.words;
    const there = program.includes("/") ? [
      `[ -e ${quoted(program)} ] ${or("absent")}`,
      `[ -f ${quoted(program)} ] && [ -x ${quoted(program)} ] ${or("denied")}`
    ] : [`command -v -- ${quoted(program)} >/dev/null 2>&1 ${or("absent")}`];
    return [...there, say("go"), `exec ${run.words.map(quoted).join(" ")}${input}`];
  }
  const line = quoted(run.shell);
  return [
    say("go"),
    `if command -v bash >/dev/null 2>&1; then exec ${BASH.join(" ")} ${line}${input}; else exec ${SH.join(" ")} ${line}${input}; fi`
  ];
}
function pathFrom(directory) {
  return directory.startsWith("/") ? directory : `./${directory}`;
}
function variable(name) {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  throw notStarted(
    `\`${name}\` cannot name a variable of the environment`,
    "Use letters, digits and `_`, and no digit first."
  );
}
var SET_LINE_FEED = `_n=$(printf '\\nx'); _n=\${_n%x}; `;
var LINE_FEED = '"$_n"';
var LONGEST_WORD = 128 * 1024 - 1;
function quoted(text) {
  if (text.includes("\0"))
    throw notStarted("it holds a NUL character", "No word of a command can: pass such data by `stdin`.");
  if (Buffer.byteLength(text) >= LONGEST_WORD) {
    throw notStarted("a word or a variable is too long", "Pass large values by `stdin`.");
  }
  return inSingleQuotes(text).replaceAll("\n", `'${LINE_FEED}'`);
}
function notStarted(why, hint) {
  return new CheckError({ code: "command-not-started", message: `The command could not be started: ${why}.`, hint });
}

// src/transport/ssh/remote-shell.ts
import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";

// src/transport/ssh/mark-queue.ts
var MOST_UNREAD = 16;
var MarkQueue = class {
  /** Called at once for every mark, before anything behind it is read. */
  onMark = () => void 0;
  #unread = [];
  #waiting;
  #ended = false;
  push(words) {
    this.onMark(words);
    const waiting = this.#waiting;
    this.#waiting = void 0;
    if (waiting === void 0 && this.#unread.length < MOST_UNREAD) this.#unread.push(words);
    waiting?.(words);
  }
  /** Undefined when none comes any more. One may wait at a time. */
  next() {
    return new Promise((resolve) => {
      const words = this.#unread.shift();
      if (words !== void 0 || this.#ended) resolve(words);
      else this.#waiting = resolve;
    });
  }
  end() {
    this.#ended = true;
    this.#waiting?.(void 0);
    this.#waiting = void 0;
  }
};

// src/transport/ssh/mark-reader.ts
var LINE_FEED2 = 10;
var MOST_LINE = 1024;
var MarkReader = class {
  #mark;
  #sink;
  #held = Buffer.alloc(0);
  #stopped = false;
  #isBroken = false;
  constructor(mark, sink) {
    this.#mark = Buffer.from(mark);
    this.#sink = sink;
  }
  feed(chunk) {
    if (this.#isBroken) return;
    let bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    while (!this.#stopped) {
      const start = bytes.indexOf(this.#mark);
      const end = start === -1 ? -1 : bytes.indexOf(LINE_FEED2, start);
      const plain = start === -1 ? bytes.length - this.#begun(bytes) : start;
      if (plain > 0) this.#sink.data(bytes.subarray(0, plain));
      bytes = bytes.subarray(plain);
      if (end === -1) {
        if (bytes.length <= MOST_LINE) break;
        this.#break();
        return;
      }
      const line = bytes.subarray(this.#mark.length, end - plain).toString("utf8");
      bytes = bytes.subarray(end - plain + 1);
      this.#sink.mark(line.split(" ").filter(Boolean));
    }
    this.#held = bytes;
  }
  /** Looks for no more marks: what is left of what was fed is the caller's. */
  stop() {
    this.#stopped = true;
  }
  /** What was fed and not handed on. */
  get rest() {
    return this.#held;
  }
  #break() {
    this.#isBroken = true;
    this.#held = Buffer.alloc(0);
    this.#sink.broken();
  }
  /** How many bytes at the end may be the beginning of a mark. */
  #begun(bytes) {
    for (let length = Math.min(this.#mark.length - 1, bytes.length); length > 0; length -= 1) {
      if (bytes.subarray(bytes.length - length).equals(this.#mark.subarray(0, length))) return length;
    }
    return 0;
  }
};

// src/transport/ssh/remote-shell.ts
var SessionLost = class extends Error {
  /** The command may have begun, so that it must not be sent again. */
  begun;
  constructor(begun) {
    super("The session ended");
    this.begun = begun;
  }
};
var SHOWN = 500;
var RemoteShell = class _RemoteShell {
  channel;
  mark;
  /** Marks on standard output, and on standard error. */
  marks = new MarkQueue();
  errorMarks = new MarkQueue();
  /** What is between the marks. */
  onOutput = () => void 0;
  onError = () => void 0;
  /** Whether commands get a process group of their own, so that the shell outlives them. */
  shareable = false;
  /** It can run another command. */
  usable = true;
  #own;
  constructor(channel) {
    this.channel = channel;
    this.mark = markOf(randomBytes(16).toString("hex"));
    const leadOutput = this.#read(channel.stdout, this.marks, (chunk) => this.onOutput(chunk));
    const leadError = this.#read(channel.stderr, this.errorMarks, (chunk) => this.onError(chunk));
    this.marks.onMark = (words) => {
      if (this.#own === void 0 || words[0] !== "go") return;
      leadOutput(this.#own.stdout);
      leadError(this.#own.stderr);
    };
    channel.ended.then(() => {
      this.usable = false;
      this.marks.end();
      this.errorMarks.end();
    });
  }
  /** Rejects with a ChannelRefused, a LinkLost, or a CheckError when no shell of POSIX answers within `patienceMs`. */
  static async open(link, label, patienceMs) {
    const channel = await link.openChannel("session");
    const shell = new _RemoteShell(channel);
    const printed = [];
    const note = (chunk) => {
      if (Buffer.concat(printed).length < SHOWN) printed.push(chunk);
    };
    shell.onOutput = note;
    shell.onError = note;
    const patience = setTimeout(() => {
      shell.marks.end();
      shell.errorMarks.end();
    }, patienceMs);
    channel.stdin.write(helloLines(shell.mark));
    const granted = await channel.request("exec", BOOTSTRAP);
    const hello = granted ? await shell.marks.next() : void 0;
    const isReady = hello !== void 0 && await shell.errorMarks.next() !== void 0;
    clearTimeout(patience);
    shell.onOutput = () => void 0;
    shell.onError = () => void 0;
    if (!isReady) {
      shell.close();
      if (link.isLost) throw new SessionLost(false);
      throw noShell(label, Buffer.concat(printed).toString("utf8"));
    }
    shell.shareable = hello[2] === "setsid";
    return shell;
  }
  /** Asks the shell to begin; gives the process group in which it will. Rejects with a SessionLost that repeats nothing. */
  async begin(line) {
    this.channel.stdin.write(line);
    const [word, group] = await this.marks.next() ?? [];
    if (word !== "start") throw new SessionLost(false);
    return Number(group);
  }
  /** Hands over what becomes the command. Rejects with a SessionLost. */
  async program(line) {
    this.channel.stdin.write(line);
    const [word] = await this.marks.next() ?? [];
    if (word === "go" || word === "directory" || word === "absent" || word === "denied") return word;
    throw new SessionLost(true);
  }
  /** From the next `go` on the outputs are the command's own, byte for byte, and come through what this gives. */
  becomesCommand() {
    this.#own = { stdout: new PassThrough(), stderr: new PassThrough() };
    this.usable = false;
    return this.#own;
  }
  close() {
    this.usable = false;
    this.channel.close();
    this.marks.end();
    this.errorMarks.end();
  }
  /** Reads a stream; what this gives leads it, and what was read too far, into another one. */
  #read(stream, marks, onData) {
    const reader = new MarkReader(this.mark.text, {
      data: onData,
      mark: (words) => marks.push(words),
      broken: () => this.close()
    });
    let feeding = false;
    let target;
    const lead = (into) => {
      stream.off("data", take);
      if (reader.rest.length > 0) into.write(reader.rest);
      stream.pipe(into);
      into.once("close", () => stream.resume());
    };
    const take = (chunk) => {
      feeding = true;
      reader.feed(chunk);
      feeding = false;
      if (target !== void 0) lead(target);
    };
    stream.on("data", take);
    return (into) => {
      target = into;
      reader.stop();
      if (!feeding) lead(into);
    };
  }
};
function noShell(label, printed) {
  const said = oneLine(printed);
  return new CheckError({
    code: "ssh-no-shell",
    message: `The login on ${label} gives no shell that runs commands${said === "" ? "" : `; it printed: ${shorten(said, 300)}`}.`,
    hint: "Look at the login shell of that user (nologin?), at `command=` in authorized_keys and ForceCommand in sshd_config, and at what its start-up files do."
  });
}

// src/transport/ssh/remote-command.ts
var DRAIN_MS = 300;
async function startRemotely(shell, command, input, options) {
  const shared = input === "closed" && shell.shareable;
  const line = programLine(command, shell.mark, input === "closed");
  let group;
  try {
    group = await abortable(shell.begin(shared ? sharedStart(shell.mark) : ownStart()), options.signal);
    const streams = shared ? sharedStreams(shell) : ownStreams(shell);
    const begun = await abortable(shell.program(line), options.signal);
    if (begun !== "go") {
      if (shared) await endOfShared(shell);
      throw notBegun(begun, command, options.label);
    }
    return running(shell, streams, group, options);
  } catch (error) {
    if (options.signal.aborted && group !== void 0) await options.end(group);
    if (!(error instanceof CheckError) || options.signal.aborted) shell.close();
    options.release();
    throw error;
  }
}
function running(shell, streams, group, options) {
  const { signal, end, release } = options;
  const { stdin, stdout, stderr } = streams;
  const { promise: stopped, reject } = Promise.withResolvers();
  let fault;
  const stop = (reason) => {
    if (fault !== void 0) return;
    fault = reason;
    end(group).then(() => {
      shell.close();
      reject(fault);
    });
  };
  const abort = () => stop(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  const read = (stream) => finished(stream, { writable: false }).catch(() => void 0);
  const whole = Promise.all([streams.over(), read(stdout), read(stderr)]).then(([exitCode]) => {
    if (fault !== void 0) return stopped;
    if (exitCode === void 0) throw new SessionLost(true);
    return exitCode;
  });
  const ended = Promise.race([whole, stopped]).finally(() => {
    signal.removeEventListener("abort", abort);
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
    release();
  });
  ended.catch(() => void 0);
  if (signal.aborted) abort();
  return { stdin, stdout, stderr, ended, stop };
}
function ownStreams(shell) {
  const { stdout, stderr } = shell.becomesCommand();
  return { stdin: shell.channel.stdin, stdout, stderr, over: () => endOfOwn(shell, stdout) };
}
function sharedStreams(shell) {
  const stdout = new Readable2({ read: () => void 0 });
  const stderr = new Readable2({ read: () => void 0 });
  shell.usable = false;
  shell.onOutput = (chunk) => stdout.push(chunk);
  shell.onError = (chunk) => stderr.push(chunk);
  const finish = () => {
    shell.onOutput = () => void 0;
    shell.onError = () => void 0;
    stdout.push(null);
    stderr.push(null);
  };
  const over = () => endOfShared(shell).finally(finish);
  return { stdin: new Writable2({ write: (_chunk, _encoding, done) => done() }), stdout, stderr, over };
}
async function endOfShared(shell) {
  const [word, code] = await shell.marks.next() ?? [];
  if (word !== "end") return void 0;
  const free = shell.marks.next().then((words) => words?.[0] === "again");
  const cutOff = free.then(() => silence(shell.channel)).then(() => void 0);
  if (await Promise.race([shell.errorMarks.next(), cutOff]) === void 0) return void 0;
  shell.usable = await Promise.race([free, sleep(DRAIN_MS, false)]);
  return Number(code);
}
async function endOfOwn({ channel }, stdout) {
  await Promise.race([channel.exited, channel.ended]);
  const closed = channel.ended.then(() => true);
  let received;
  do
    received = channel.received;
  while (!await Promise.race([closed, silence(channel)]) && (received !== channel.received || stdout.readableLength > 0));
  const { isCutOff, exitCode } = channel;
  channel.close();
  return isCutOff ? void 0 : exitCode;
}
async function silence(channel) {
  await sleep(DRAIN_MS);
  await channel.request("keepalive@verify-deploy");
  return false;
}
function notBegun(why, { run, directory }, label) {
  const program = "words" in run ? run.words[0] ?? "" : "";
  if (why === "directory") {
    return new CheckError({
      code: "directory-missing",
      message: `There is no directory \`${directory}\` on ${label} to run the command in.`,
      hint: "Relative directories start from the home directory of the user who is logged in."
    });
  }
  if (why === "absent") {
    return new CheckError({
      code: "command-not-found",
      message: `There is no command \`${program}\` on ${label}.`,
      hint: "Is it installed there, and in a directory of PATH? A login over SSH has a shorter PATH than a terminal: write the whole path, or set PATH with `env`."
    });
  }
  return new CheckError({
    code: "command-not-started",
    message: `The command \`${program}\` could not be started on ${label}.`,
    hint: "May it be executed by the user who is logged in?"
  });
}

// src/transport/ssh/session-pool.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var MOST_SESSIONS = 8;
var CLOSING_MS = 3e3;
var AGAIN_MS = 50;
var END_MS = 5e3;
var SessionPool = class {
  #openShell;
  #idle = [];
  #waiting = /* @__PURE__ */ new Set();
  #limit = MOST_SESSIONS;
  #open = 0;
  /** Until when what was closed may still count. */
  #closingUntil = 0;
  #ending = Promise.resolve();
  #closed = false;
  constructor(openShell) {
    this.#openShell = openShell;
  }
  /** A shell for one command; it must be given back. Rejects with a SessionLost, a ChannelRefused, a CheckError or the signal's reason. */
  async take(signal) {
    for (; ; ) {
      signal.throwIfAborted();
      if (this.#closed) throw new SessionLost(false);
      const idle = this.#takeIdle();
      if (idle !== void 0) return idle;
      if (this.#open >= this.#limit) await this.#turn(signal);
      else {
        const shell = await this.#opened(signal);
        if (shell !== void 0) return shell;
      }
    }
  }
  give(shell) {
    if (shell.usable && !this.#closed) this.#idle.push(shell);
    else {
      shell.close();
      this.#closedOne();
    }
    this.#wake();
  }
  /** Ends a process group on the machine. Resolves when nothing is left of it, or when that cannot be done. */
  end(group) {
    const ending = this.#ending.then(() => Promise.race([this.#end(group), sleep2(END_MS)])).catch(() => void 0);
    this.#ending = ending;
    return ending;
  }
  close() {
    this.#closed = true;
    for (const shell of this.#idle.splice(0)) shell.close();
    for (const wake of this.#waiting) wake();
  }
  async #end(group) {
    const idle = this.#takeIdle();
    const shell = idle ?? await this.#openSoon();
    shell.channel.stdin.write(endLine(group));
    const patience = setTimeout(() => shell.close(), END_MS);
    await shell.marks.next();
    clearTimeout(patience);
    if (idle !== void 0) return this.give(idle);
    shell.close();
    this.#noteClosing();
  }
  #takeIdle() {
    for (; ; ) {
      const shell = this.#idle.pop();
      if (shell === void 0 || shell.usable) return shell;
      this.#closedOne();
    }
  }
  /** Undefined: the server allows no more than there are. */
  async #opened(signal) {
    this.#open += 1;
    const opening = this.#open === 1 ? this.#openSoon(signal) : this.#openShell();
    try {
      return await abortable(opening, signal);
    } catch (error) {
      if (signal.aborted) {
        opening.then(
          (shell) => this.give(shell),
          () => this.#gone()
        );
        throw error;
      }
      this.#gone();
      if (!(error instanceof ChannelRefused) || this.#open === 0) throw error;
      this.#limit = this.#open;
      return void 0;
    }
  }
  /** Opens one; where no other is left to wait for, a refusal may be of those that are just being closed. */
  async #openSoon(signal) {
    for (; ; ) {
      try {
        return await this.#openShell();
      } catch (error) {
        const mayPass = error instanceof ChannelRefused && performance.now() < this.#closingUntil;
        if (!mayPass || this.#closed || signal?.aborted) throw error;
        await sleep2(AGAIN_MS);
      }
    }
  }
  #closedOne() {
    this.#open -= 1;
    this.#noteClosing();
  }
  #noteClosing() {
    this.#closingUntil = performance.now() + CLOSING_MS;
  }
  #gone() {
    this.#open -= 1;
    this.#wake();
  }
  async #turn(signal) {
    const { promise, resolve } = Promise.withResolvers();
    this.#waiting.add(resolve);
    try {
      await abortable(promise, signal);
    } finally {
      this.#waiting.delete(resolve);
      if (signal.aborted) this.#wake();
    }
  }
  #wake() {
    const [next] = this.#waiting;
    if (next === void 0) return;
    this.#waiting.delete(next);
    next();
  }
};

// src/transport/ssh/ssh-connection.ts
import { rm as rm2 } from "node:fs/promises";

// src/transport/ssh/detour.ts
import { createServer as createServer2 } from "node:net";
async function openDetour(through, to, signal) {
  let fault;
  let reached = false;
  const server = createServer2({ allowHalfOpen: true }, (near) => {
    near.on("error", () => near.destroy());
    through.connect(to, signal).then(
      (far) => {
        reached = true;
        join3(near, far);
      },
      (error) => {
        fault = error;
        near.destroy();
      }
    );
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    host: "127.0.0.1",
    port: typeof address === "object" && address !== null ? address.port : 0,
    fault: () => fault,
    reached: () => reached,
    // Connections that are open go on.
    async [Symbol.asyncDispose]() {
      server.close();
    }
  };
}
function join3(near, far) {
  far.on("error", () => near.destroy());
  far.once("close", () => near.destroy());
  near.once("close", () => far.destroy());
  near.pipe(far).pipe(near);
}

// src/transport/ssh/host-keys.ts
import { createHash } from "node:crypto";

// src/transport/ssh/ssh-target.ts
function labelOf({ name, host, port, user }) {
  const address = port === 22 ? host : endpointOf({ host, port });
  return `${name} (${user === void 0 ? "" : `${user}@`}${address})`;
}
function endpointOf({ host, port }) {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
function knownName({ host, port }) {
  return port === 22 ? host : `[${host}]:${port}`;
}

// src/transport/ssh/host-keys.ts
async function scanKeys({ host, port }, options) {
  const seconds = String(Math.max(1, Math.ceil(options.timeoutMs / 1e3)));
  const words = ["ssh-keyscan", "-T", seconds, "-p", String(port), "--", host];
  const limit = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  try {
    const { stdout } = await resultOf(await startProcess(words, { environment: options.environment }, limit), void 0);
    return stdout.split("\n").flatMap(offered);
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    if (limit.aborted) return [];
    throw error;
  }
}
function offered(line) {
  const [, type, base64] = /^[^#\s]\S* (\S+) ([A-Za-z0-9+/=]+)\s*$/.exec(line) ?? [];
  return type === void 0 || base64 === void 0 ? [] : [{ type, base64, fingerprint: fingerprintOf(base64) }];
}
function fingerprintOf(base64) {
  return `SHA256:${createHash("sha256").update(Buffer.from(base64, "base64")).digest("base64").replace(/=+$/, "")}`;
}
function writtenFingerprint(text) {
  return /(?:^|\s)(SHA256:[A-Za-z0-9+/]{43})(?:=|\s|$)/.exec(text)?.[1];
}
function acceptedLines(offer, target) {
  const listed = new Set(target.fingerprints.map((text) => writtenFingerprint(text) ?? invalidFingerprint(text, target)));
  return offer.filter(({ fingerprint }) => listed.has(fingerprint)).map(({ type, base64 }) => `${knownName(target)} ${type} ${base64}`);
}
function invalidFingerprint(text, target) {
  throw new CheckError({
    code: "fingerprint-invalid",
    message: `\`${text}\` under \`fingerprints\` of ${labelOf(target)} is no SHA-256 fingerprint.`,
    hint: "Write `SHA256:` and 43 characters, as `ssh-keygen -lf` shows it on the server."
  });
}
function shownKeys(offer) {
  return offer.map(({ type, fingerprint }) => `${type} ${fingerprint}`).join(", ");
}

// src/transport/ssh/private-key.ts
var BEGIN = /^-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY-----$/;
function mendedKey(text, { label, agent }) {
  const lines = text.replace(/^\ufeff/, "").trim().split(/\s*[\r\n]+\s*/);
  const begin = lines[0] ?? "";
  if (!BEGIN.test(begin) || !(lines.at(-1) ?? "").startsWith("-----END ")) throw noKey(text, label);
  if (isEncrypted(lines) && !agent) {
    throw new CheckError({
      code: "ssh-key-encrypted",
      message: `The private key of ${label} is protected by a passphrase, which nobody can type here.`,
      hint: "Use a key without one (`ssh-keygen -p -f KEY`), or load it into an agent and write `agent: true`."
    });
  }
  return `${text.includes("Proc-Type:") ? text.trim().replace(/\r\n?/g, "\n") : lines.join("\n")}
`;
}
function isEncrypted(lines) {
  if (lines.some((line) => /^-----BEGIN ENCRYPTED|^Proc-Type:.*ENCRYPTED/.test(line))) return true;
  if (!lines[0]?.includes("OPENSSH")) return false;
  const bytes = Buffer.from(lines.slice(1, -1).join(""), "base64");
  const magic = "openssh-key-v1\0";
  if (!bytes.subarray(0, magic.length).equals(Buffer.from(magic))) return false;
  try {
    return new PacketReader(bytes, magic.length).text() !== "none";
  } catch {
    return false;
  }
}
function noKey(text, label) {
  return new CheckError({
    code: "ssh-key-invalid",
    message: `What stands under \`key\` of ${label} is no private key.`,
    hint: hintFor(text.trim())
  });
}
function hintFor(text) {
  if (/^(?:ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
    return "This is the public key: give the private one, the file without .pub.";
  if (text.startsWith("PuTTY-User-Key-File"))
    return "This is a key of PuTTY: write it in the format of OpenSSH with `puttygen KEY -O private-openssh`.";
  if (text === "") return "It is empty: is the secret set where this runs?";
  if (/^[~./][^\n]*$/.test(text))
    return "This looks like a path: give the text of the key, as in `key: { env: SSH_KEY }`.";
  if (/^LS0tLS1CRUdJTi/.test(text)) return "It is encoded in base64: give the text that is encoded, as it is.";
  const begins = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text);
  const ends = /-----END [A-Z0-9 ]*PRIVATE KEY-----$/.test(text);
  if (/PRIVATE KEY-----(?:\\r)?\\n/.test(text))
    return "Its line breaks are written as `\\n`: give the text of the file as it is, line by line.";
  if (/^["'].*["']$/s.test(text))
    return "It stands in quotes, which are part of it here: give the text of the file alone.";
  if (begins && ends) return "Its line breaks are lost: give the text of the file as it is, line by line.";
  if (begins) return "Its end is missing: give the whole file, to the last line, which says END.";
  if (ends) return "Its beginning is missing: give the whole file, from the first line, which says BEGIN.";
  return "Give the whole text of the file, with its line breaks, from the line that says BEGIN to the one that says END.";
}

// src/transport/ssh/ssh-faults.ts
var EXPLANATIONS = [
  {
    code: "ssh-name",
    said: /Could not resolve hostname/,
    message: "cannot be reached: its name has no address",
    hint: "Check `host`, and whether the machine that runs the checks can resolve names."
  },
  {
    code: "ssh-refused",
    said: /connect to .*: Connection refused/,
    message: "cannot be reached: nothing listens on this port",
    hint: "Does the SSH server run, and is `port` the right one?"
  },
  {
    code: "ssh-unreachable",
    said: /connect to .*: (?:Network is unreachable|No route to host|Cannot assign|Address family)/,
    message: "cannot be reached: there is no route to it from here",
    hint: "Run the checks from a machine that can reach it, or go through another host with `jump`."
  },
  {
    code: "ssh-timeout",
    said: /connect to .*: (?:Connection timed out|Operation timed out)/,
    message: "cannot be reached: it does not answer to connection attempts",
    hint: "A firewall may drop the packets, or the machine is down. `connect_timeout` says how long to wait."
  },
  {
    code: "ssh-silent",
    said: /timed out during banner exchange|Connection to .* timed out/,
    message: "accepts the connection and then says nothing",
    hint: "Is it an SSH server, and is it overloaded? `connect_timeout` says how long to wait."
  },
  {
    code: "ssh-key-invalid",
    said: /Load key .*: (?:error in libcrypto|invalid format|incorrect passphrase)/,
    message: "was not logged in to: the client cannot read the private key",
    hint: "Is the key whole, with its line breaks? Compare with `ssh-keygen -yf KEY`."
  },
  {
    code: "ssh-key-refused",
    said: /Permission denied|Too many authentication failures|No more authentication methods/,
    message: "refused the login",
    hint: "Does ~/.ssh/authorized_keys of that user on the server hold the public half of this key (`ssh-keygen -yf KEY`), and is `user` right?"
  },
  {
    code: "ssh-negotiation",
    said: /Unable to negotiate|no matching /,
    message: "and the client here know no common cipher, key exchange or key type",
    hint: "Compare the versions of OpenSSH on both sides."
  },
  {
    code: "ssh-protocol",
    said: /banner line contains invalid|Protocol mismatch|Bad packet length|kex_exchange_identification: .*(?:invalid|line)|Corrupted MAC/i,
    message: "does not speak SSH",
    hint: "Is `port` that of the SSH server?"
  },
  {
    code: "ssh-closed",
    said: /Connection (?:closed|reset)|kex_exchange_identification|Broken pipe/,
    message: "closed the connection before the login",
    hint: "The server may turn away this address (fail2ban, AllowUsers, MaxStartups), or it is no SSH server: look at its log."
  }
];
var NO_KEY = "No `key` is given, so only the key files in ~/.ssh of this machine were tried: write `key: { env: SSH_KEY }`, or `agent: true`. Is `user` right?";
function isHostKeyFault(said) {
  return /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|host key .* revoked/i.test(said);
}
function isChangedKey(said) {
  return /REMOTE HOST IDENTIFICATION HAS CHANGED/.test(said);
}
function connectFault(target, said) {
  const label = labelOf(target);
  const told = toldIn(said);
  if (/unix_listener|ControlPath|muxserver_listen/.test(told)) return filesFault(label, shorten(told, 200));
  const known = EXPLANATIONS.find((explanation) => explanation.said.test(told));
  const keyless = known?.code === "ssh-key-refused" && target.key === void 0 && !target.agent;
  const words = told === "" ? "" : ` (${shorten(told, 300)})`;
  return new CheckError({
    code: known?.code ?? "ssh-failed",
    message: `${label} ${known?.message ?? "could not be connected to"}${words}.`,
    hint: keyless ? NO_KEY : known?.hint ?? "Look at what the client said, and at the log of the server.",
    endpoint: endpointOf(target)
  });
}
function timeoutFault(target, said, reached) {
  const accepted = reached ?? /^debug1: Connection established/m.test(said);
  const spoke = /^debug1: Remote protocol version/m.test(said);
  const limit = `within ${target.connectTimeoutMs / 1e3} s`;
  const what = spoke ? `did not finish the login ${limit}` : accepted ? `accepts the connection and then says nothing ${limit}` : `does not answer to ${reached === void 0 ? "connection attempts" : "the connection attempts of its `jump` host"} ${limit}`;
  return new CheckError({
    code: accepted ? "ssh-silent" : "ssh-timeout",
    message: `${labelOf(target)} ${what}.`,
    hint: accepted ? "Is it an SSH server, and is it overloaded? `connect_timeout` says how long to wait." : "A firewall may drop the packets, or the machine is down. `connect_timeout` says how long to wait.",
    endpoint: endpointOf(target)
  });
}
function toldIn(said) {
  const lines = said.split(/[\r\n]+/).filter((line) => line !== "" && !/^(?:debug\d|OpenSSH_|Authenticated to|Warning: Permanently|@)/.test(line));
  return oneLine(lines.slice(-4).join(" ")).replace(/\.$/, "");
}
var LOST_HINT = "Look at the log of the SSH server; did the machine restart, or does something between drop connections?";
function lostFault(target, begun) {
  return new CheckError({
    code: "ssh-connection-lost",
    message: begun ? `The connection to ${labelOf(target)} was cut while the command ran; how it ended is not known.` : `The connection to ${labelOf(target)} was cut, and again after it was opened anew.`,
    hint: LOST_HINT,
    endpoint: endpointOf(target)
  });
}
function lostWayFault(target) {
  return new CheckError({
    code: "ssh-connection-lost",
    message: `The connection to ${labelOf(target)} was cut while something was asked through it; what came of that is not known.`,
    hint: LOST_HINT,
    endpoint: endpointOf(target)
  });
}

// src/transport/ssh/ssh-options.ts
var READY = "ready";
function masterWords(target, files, address = target) {
  const rerouted = address !== target;
  const options = {
    ...SETTINGS,
    ...identity(target, files),
    ConnectTimeout: String(Math.ceil(target.connectTimeoutMs / 1e3)),
    UserKnownHostsFile: files.knownHosts,
    ...rerouted ? { HostKeyAlias: knownName(target) } : {}
  };
  const given = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  const user = target.user === void 0 ? [] : ["-l", target.user];
  return [
    "ssh",
    "-F",
    "none",
    "-v",
    "-M",
    "-N",
    "-T",
    "-S",
    files.control,
    ...given,
    "-p",
    String(address.port),
    ...user,
    "--",
    address.host
  ];
}
var SETTINGS = {
  BatchMode: "yes",
  PreferredAuthentications: "publickey",
  PasswordAuthentication: "no",
  KbdInteractiveAuthentication: "no",
  StrictHostKeyChecking: "yes",
  GlobalKnownHostsFile: "/dev/null",
  UpdateHostKeys: "no",
  VerifyHostKeyDNS: "no",
  CheckHostIP: "no",
  ControlPersist: "no",
  ConnectionAttempts: "1",
  // Of a connection that nobody answers on any more it is known after 15 s.
  ServerAliveInterval: "5",
  ServerAliveCountMax: "3",
  ForwardAgent: "no",
  ForwardX11: "no",
  AddKeysToAgent: "no",
  PermitLocalCommand: "yes",
  LocalCommand: `echo ${READY}`
};
function identity({ key, agent }, files) {
  return {
    IdentityAgent: agent ? "SSH_AUTH_SOCK" : "none",
    IdentitiesOnly: agent && key === void 0 ? "no" : "yes",
    ...files.key === void 0 ? {} : { IdentityFile: files.key }
  };
}

// src/transport/ssh/ssh-master.ts
var HostKeyMismatch = class extends Error {
  said;
  constructor(said) {
    super("The host key does not match");
    this.said = said;
  }
};
async function startMaster(words, options) {
  const { target, environment, signal } = options;
  const life = new AbortController();
  const child = await startProcess(words, { environment }, life.signal);
  const said = collectTail(child.stderr);
  child.stdin.end();
  const ended = child.ended.then(
    () => void 0,
    () => void 0
  );
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => chunk.includes(READY) && resolve("ready"));
  });
  const patience = AbortSignal.timeout(target.connectTimeoutMs);
  const over = aborted(AbortSignal.any([signal, patience]));
  const stop = () => life.abort(new Error("stopped"));
  const first = await Promise.race([ready, ended.then(() => "ended"), over.then(() => "over")]);
  if (first === "ready") return { ended, stop };
  stop();
  await ended;
  if (signal.aborted) throw signal.reason;
  if (first === "over") throw timeoutFault(target, said(), options.reached?.());
  throw isHostKeyFault(said()) ? new HostKeyMismatch(said()) : connectFault(target, said());
}
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

// src/transport/ssh/ssh-connection.ts
async function openConnection(options) {
  var _stack = [];
  try {
    const { target, jump, environment, signal } = options;
    const key = target.key === void 0 ? void 0 : mendedKey(target.key, { label: labelOf(target), agent: target.agent });
    requireAgent(target, environment);
    requireHostKeys(target);
    const stack = __using(_stack, new AsyncDisposableStack(), true);
    const folder = stack.use(await privateFolder(environment.TMPDIR, labelOf(target)));
    const detour = __using(_stack, jump === void 0 ? void 0 : await openDetour(jump, target, signal), true);
    const master = await login({ ...options, key, folder, detour }).catch((error) => {
      if (signal.aborted) throw signal.reason;
      if (error instanceof CheckError && error.code === "command-not-found") throw noClient(error);
      throw detour?.fault() instanceof CheckError ? throughFault(target, detour.fault()) : error;
    });
    stack.defer(async () => {
      master.stop();
      await master.ended;
    });
    const link = await MuxLink.open(`${folder.path}/ctl`).catch((error) => {
      throw noProxyMode(target, error);
    });
    stack.defer(async () => link.close());
    const kept = stack.move();
    return { link, folder: folder.path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function login({ target, environment, signal, key, folder, detour }) {
  const own = clientEnvironment(environment);
  const address = detour ?? target;
  const scan = () => scanKeys(address, { environment: own, timeoutMs: target.connectTimeoutMs, signal });
  const offer = target.fingerprints.length === 0 ? void 0 : await scan();
  const accepted = acceptedLines(offer ?? [], target);
  if (offer !== void 0 && offer.length > 0 && accepted.length === 0 && target.knownHosts === void 0) {
    throw keyFault(target, offer, false);
  }
  const known = [target.knownHosts?.replace(/\r\n?/g, "\n") ?? "", ...accepted, ""].join("\n");
  const knownHosts = await folder.write("known_hosts", known);
  const keyFile = key === void 0 ? void 0 : await folder.write("key", key);
  const words = masterWords(target, { control: `${folder.path}/ctl`, knownHosts, key: keyFile }, detour);
  try {
    return await startMaster(words, { target, environment: own, signal, reached: detour?.reached });
  } catch (error) {
    if (!(error instanceof HostKeyMismatch)) throw error;
    throw keyFault(target, offer ?? await scan(), isChangedKey(error.said));
  } finally {
    await Promise.all([knownHosts, keyFile].map((path) => path === void 0 ? void 0 : rm2(path, { force: true })));
  }
}
function clientEnvironment(environment) {
  const own = { PATH: environment.PATH, HOME: environment.HOME, SSH_AUTH_SOCK: environment.SSH_AUTH_SOCK };
  const given = Object.entries(own).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
  return { ...Object.fromEntries(given), SHELL: "/bin/sh", LC_ALL: "C" };
}
function requireAgent(target, environment) {
  if (!target.agent || (environment.SSH_AUTH_SOCK ?? "") !== "") return;
  throw new CheckError({
    code: "ssh-agent-missing",
    message: `${labelOf(target)} is to be logged in to with an agent, and there is none (SSH_AUTH_SOCK is not set).`,
    hint: 'Start one (`eval "$(ssh-agent)"; ssh-add KEY`), or give a `key` without a passphrase instead.'
  });
}
function howToGet({ host, port }) {
  const words = `ssh-keyscan ${port === 22 ? "" : `-p ${port} `}${host}`;
  return `Run \`${words}\` from a network you trust, or \`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\` on the server`;
}
function requireHostKeys(target) {
  if (target.knownHosts?.trim() || target.fingerprints.length > 0) return;
  throw new CheckError({
    code: "host-key-missing",
    message: `It is not known which host key ${labelOf(target)} has, so it could be anybody.`,
    hint: `${howToGet(target)}, and give the lines as \`known_hosts\` or the SHA256: text as \`fingerprints\`.`
  });
}
function formHint(target) {
  const lines = (target.knownHosts ?? "").split(/[\r\n]+/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lines.length === 0 || lines.some((line) => /^\S+ (?:\S+ )?(?:ssh|ecdsa|sk)-\S+ AAAA/.test(line))) return "";
  if (lines.some((line) => /^(?:\d+ )?SHA256:/.test(line.trim()))) {
    return "What stands under `known_hosts` is a fingerprint: it belongs under `fingerprints`, a list. ";
  }
  return `No line of \`known_hosts\` reads \`${knownName(target)} ssh-ed25519 AAAA\u2026\`, the name of the host first. `;
}
function keyFault(target, offer, changed) {
  const shown = offer.length === 0 ? "" : ` It shows ${shownKeys(offer)}.`;
  const expected = target.fingerprints.length === 0 ? "known_hosts" : "fingerprints";
  return new CheckError({
    code: changed ? "ssh-host-key-changed" : "ssh-host-key-unknown",
    message: changed ? `${labelOf(target)} shows another host key than \`known_hosts\` has for it: it was set up anew, or somebody stands between.${shown}` : `${labelOf(target)} shows no host key that \`${expected}\` lists.${shown}`,
    hint: `${changed ? "" : formHint(target)}${howToGet(target)}; only if that is what it shows here, put it into \`${expected}\`.`,
    endpoint: endpointOf(target)
  });
}
function throughFault(target, fault) {
  const { message, hint } = fault instanceof CheckError ? fault : { message: String(fault), hint: "" };
  return new CheckError({
    code: "ssh-jump-failed",
    message: `${labelOf(target)} cannot be reached through its \`jump\` host: ${message}`,
    hint,
    endpoint: endpointOf(target),
    cause: fault
  });
}
function noClient(cause) {
  return new CheckError({
    code: "ssh-client-missing",
    message: "The machine that runs the checks has no OpenSSH client.",
    hint: "Install it (`apt-get install openssh-client`), with `ssh` and `ssh-keyscan` in a directory of PATH.",
    cause
  });
}
function noProxyMode(target, cause) {
  return new CheckError({
    code: "ssh-client-old",
    message: `The SSH client here cannot share its connection to ${labelOf(target)}.`,
    hint: "OpenSSH 7.4 or later is needed on the machine that runs the checks.",
    cause
  });
}

// src/transport/ssh/ssh-machine.ts
var END_MS2 = 3500;
var SshMachine = class {
  label;
  remote = true;
  #options;
  #pace;
  #life = new AbortController();
  #running = /* @__PURE__ */ new Set();
  #leaving = /* @__PURE__ */ new Set();
  #session;
  #offset;
  constructor(options) {
    this.#options = options;
    this.#pace = new LoginPace(options.now);
    this.label = labelOf(options.target);
  }
  async run(command, signal) {
    const process2 = await this.#begin(command, command.stdin === void 0 ? "closed" : "open", signal);
    return resultOf(process2, command.stdin).catch((error) => this.#explain(error));
  }
  async start(command, signal) {
    const { ended, ...streams } = streamsOf(await this.#begin(command, "open", signal));
    const explained = ended.catch((error) => this.#explain(error));
    explained.catch(() => void 0);
    return { ...streams, ended: explained };
  }
  connect(to, signal) {
    const lost = () => lostWayFault(this.#options.target);
    return this.#attempt(({ connection }) => channelSocket(connection, to, { label: this.label, lost, signal }), signal);
  }
  answers(signal) {
    return this.#attempt(async (session) => {
      await abortable(session.connection.link.answer(), signal);
      return session;
    }, signal);
  }
  async clockOffset(signal) {
    this.#offset ??= await clockOffset(this, { now: this.#options.now, signal });
    return this.#offset;
  }
  async [Symbol.asyncDispose]() {
    await within(END_MS2, Promise.allSettled(this.#running));
    this.#life.abort(new Error("closed"));
    const session = await this.#session?.catch(() => void 0);
    if (session !== void 0) this.#leave(session);
    await Promise.allSettled(this.#leaving);
  }
  #begin(command, input, signal) {
    return this.#attempt(async ({ pool }) => {
      const shell = await pool.take(signal);
      const process2 = await startRemotely(shell, command, input, {
        label: this.label,
        signal,
        end: (group) => pool.end(group),
        release: () => pool.give(shell)
      });
      this.#running.add(process2.ended);
      process2.ended.finally(() => this.#running.delete(process2.ended)).catch(() => void 0);
      return process2;
    }, signal);
  }
  /** Does something with the connection; when that is lost before anything was done, once more with a new one. */
  async #attempt(work, signal) {
    for (let again = false; ; again = true) {
      const session = await this.#open(signal);
      try {
        return await work(session);
      } catch (error) {
        const harmless = error instanceof LinkLost || error instanceof SessionLost && !error.begun;
        if (again || !harmless) return this.#explain(error);
      }
    }
  }
  #explain(error) {
    if (error instanceof LinkLost) throw lostFault(this.#options.target, false);
    if (error instanceof SessionLost) throw lostFault(this.#options.target, error.begun);
    if (error instanceof ChannelRefused) throw this.#refused(error);
    throw error;
  }
  async #open(signal) {
    signal.throwIfAborted();
    if (this.#session === void 0) {
      const refused = this.#pace.standing();
      if (refused !== void 0) throw refused;
      const opening = this.#login();
      this.#session = opening;
      opening.then(
        () => this.#pace.succeeded(),
        (error) => {
          this.#pace.failed(error);
          this.#forget(opening);
        }
      );
    }
    return abortable(this.#session, signal);
  }
  async #login() {
    const { target } = this.#options;
    const connection = await openConnection({ ...this.#options, signal: this.#life.signal });
    const { link } = connection;
    const pool = new SessionPool(() => RemoteShell.open(link, this.label, target.connectTimeoutMs));
    const session = { connection, pool };
    const opened = this.#session;
    link.lost.then(() => {
      this.#forget(opened);
      this.#leave(session);
    });
    return session;
  }
  #forget(session) {
    if (this.#session === session) this.#session = void 0;
  }
  #leave({ connection, pool }) {
    pool.close();
    const leaving = Promise.resolve(connection[Symbol.asyncDispose]());
    this.#leaving.add(leaving);
    leaving.finally(() => this.#leaving.delete(leaving)).catch(() => void 0);
  }
  #refused({ reason, message }) {
    return new CheckError({
      code: "ssh-sessions",
      message: `${this.label} allows no session over the connection (${reason}: ${message}).`,
      hint: "Raise MaxSessions in sshd_config to 10, its value unless set; with 0 no check can run there, and with 1 none be ended at its time-out.",
      endpoint: this.#options.target.host
    });
  }
};
async function within(milliseconds2, promise) {
  const { promise: late, resolve } = Promise.withResolvers();
  const timer = setTimeout(resolve, milliseconds2);
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
export {
  SshMachine
};
