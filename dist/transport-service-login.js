import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  inSingleQuotes
} from "./model-single-quotes.js";
import {
  oneLine,
  shorten
} from "./model-visible.js";
import {
  MOST_BYTES,
  MOST_ROWS,
  PostgresSession,
  noCopy,
  parameterText,
  tooMuch
} from "./transport-postgres-client-2.js";
import {
  lostFault,
  openPostgresStream
} from "./model-json.js";
import "./transport-secure.js";
import "./model-duration.js";
import "./model-error-code.js";
import {
  abortable
} from "./transport-dial.js";
import {
  CheckError
} from "./model-check-error.js";
import "./shared.js";

// src/transport/service-login.ts
import { posix } from "node:path";

// src/transport/psql-answer.ts
function psqlAnswer(printed, { end }) {
  const tail = printed.subarray(-end.length - 40).toString("latin1");
  const found = new RegExp(`${end} (\\w*) : (\\d+)\\n$`).exec(tail);
  if (found === null) return void 0;
  const text = printed.subarray(0, printed.length - tail.length + found.index).toString("utf8");
  return { text, state: found[1] ?? "", rowCount: Number(found[2]) };
}
function psqlTable(text, { title, field, null: nothing }) {
  const start = text.indexOf(`${title}\0`);
  if (start === -1) return void 0;
  const records = text.slice(start + title.length + 1).split("\0");
  records.pop();
  const [names = [], ...rows] = records.map((record) => record.split(field));
  return { names, rows: rows.map((values) => values.map((value) => value === nothing ? null : value)) };
}
var PsqlError = class extends Error {
  code;
  detail;
  hint;
  position;
  where;
  constructor(state, message, said, position) {
    super(message);
    this.code = state;
    this.detail = said.DETAIL;
    this.hint = said.HINT;
    this.where = said.CONTEXT;
    this.position = position === void 0 ? void 0 : String(position);
  }
};
function psqlError(failed, explained, before, marks) {
  const start = explained.indexOf(`${marks.title} `) + marks.title.length + 1;
  const end = explained.indexOf(` ${marks.field}
`, start);
  const message = explained.slice(start, end);
  const whole = `${failed.state}: ${message}`;
  const verbose = explained.slice(end);
  const rest = verbose.slice(verbose.indexOf(whole) + whole.length);
  const at = failed.text.lastIndexOf(message) + message.length;
  const position = /^ at character (\d+)/.exec(failed.text.slice(at))?.[1];
  const said = labelled(rest);
  const known = position !== void 0 && before !== void 0 && said.QUERY === void 0;
  return new PsqlError(failed.state, message, said, known ? Number(position) - before : void 0);
}
var LABEL = /^(DETAIL|HINT|QUERY|CONTEXT|SCHEMA NAME|TABLE NAME|COLUMN NAME|DATATYPE NAME|CONSTRAINT NAME|LOCATION): {2}/m;
function labelled(text) {
  const [, ...parts] = text.split(LABEL);
  const said = {};
  for (let at = 0; at + 1 < parts.length; at += 2) said[parts[at] ?? ""] ??= (parts[at + 1] ?? "").replace(/\n$/, "");
  return said;
}

// src/transport/relay-script.ts
var NO_RELAY = 97;
var NO_LISTENER = 98;
var PERL = `use strict; use IO::Socket::UNIX;
my ($host, $port) = @ARGV;
my $to = length $port ? do { require IO::Socket::IP; IO::Socket::IP->new(PeerHost => $host, PeerPort => $port) }
  : IO::Socket::UNIX->new(Peer => $host);
unless ($to) { print STDERR "$@\\n"; exit ${NO_LISTENER} }
setsockopt $to, 6, 1, 1 if length $port;
$to->blocking(0); $SIG{PIPE} = "IGNORE";
my ($at, $up, $down, $open) = (fileno $to, "", "", 1);
while ($open) {
  my ($r, $w) = ("", "");
  vec($r, 0, 1) = 1 if length $up < 65536;
  vec($r, $at, 1) = 1 if length $down < 65536;
  vec($w, 1, 1) = 1 if length $down;
  vec($w, $at, 1) = 1 if length $up;
  next if select($r, $w, undef, undef) < 0;
  if (vec($r, 0, 1)) { sysread(STDIN, $up, 65536, length $up) or $open = 0 }
  if (vec($r, $at, 1)) { my $n = sysread $to, $down, 65536, length $down; $open = 0 unless $n or !defined $n && $!{EAGAIN} }
  if (vec($w, 1, 1)) { my $n = syswrite STDOUT, $down, 4096; last unless defined $n; substr($down, 0, $n) = "" }
  if (vec($w, $at, 1)) { my $n = syswrite $to, $up; last unless defined $n or $!{EAGAIN}; substr($up, 0, $n || 0) = "" }
}
$to->blocking(1); syswrite $to, $up; syswrite STDOUT, $down;`;
var PYTHON = `import os, socket, sys, threading
host, port = sys.argv[1:3]
try:
    if port:
        to = socket.create_connection((host, int(port)))
        to.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    else:
        to = socket.socket(socket.AF_UNIX)
        to.connect(host)
except OSError as error:
    sys.stderr.write("%s\\n" % error)
    sys.exit(${NO_LISTENER})
def back():
    try:
        while True:
            data = to.recv(65536)
            if not data: break
            while data: data = data[os.write(1, data):]
    finally: os._exit(0)
threading.Thread(target=back, daemon=True).start()
try:
    while True:
        data = os.read(0, 65536)
        if not data: break
        to.sendall(data)
finally: os._exit(0)`;
var BASH = `trap '' PIPE
exec 4<&0
exec 3<>"/dev/tcp/$1/$2" || exit ${NO_LISTENER}
cat <&3 4<&- & cat <&4 >&3 & wait -n
kill %1 %2 2>/dev/null; wait
exit 0`;
var SCRIPT = `LC_ALL=C; export LC_ALL
has() { command -v "$1" >/dev/null 2>&1; }
if has perl && perl -MErrno -MIO::Socket::IP -MIO::Socket::UNIX -e 1 2>/dev/null
then exec perl -MErrno -e ${inSingleQuotes(PERL)} "$1" "$2"; fi
if has python3; then exec python3 -c ${inSingleQuotes(PYTHON)} "$1" "$2"; fi
if [ -n "$2" ] && has cat && has bash && bash -c '((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 403))' 2>/dev/null
then exec bash -c ${inSingleQuotes(BASH)} relay "$1" "$2"; fi
if has socat; then
  [ -n "$2" ] || exec socat -t 0.1 - "UNIX-CONNECT:$1"
  case $1 in *:*) exec socat -t 0.1 - "TCP6:[$1]:$2,nodelay";; *) exec socat -t 0.1 - "TCP:$1:$2,nodelay";; esac
fi
if [ -n "$2" ] && has nc; then case $(nc --help 2>&1) in *BusyBox*) exec nc "$1" "$2";; esac; fi
exit ${NO_RELAY}`;
function relayWords(to) {
  const place = "path" in to ? [to.path, ""] : [to.host, String(to.port)];
  return ["sh", "-c", SCRIPT, "relay", ...place];
}

// src/transport/psql-fault.ts
var REFUSALS = [
  [
    /connection refused|no such file or directory|could not translate host name|no route/i,
    "database-refused",
    "Is PostgreSQL running in this service? `address` gives another port, or the folder of its socket, as seen from inside."
  ],
  [
    /password authentication failed|no password supplied|no pg_hba\.conf entry|peer authentication|role "[^"]*" does not exist/i,
    "database-authentication",
    "Compare `user` and `password` with the role in the database, and look at pg_hba.conf."
  ],
  [/database "[^"]*" does not exist/i, "database-missing", "Compare `database` with what the server has: `psql -l`."],
  [/starting up|shutting down|recovery mode/i, "database-starting", "Wait for it in `ready`, or with `within`."],
  [
    /too many (clients|connections)|connection slots/i,
    "database-busy",
    "All connections of the server are taken: raise `max_connections`, or look for a leak."
  ],
  [
    /does not support SSL/i,
    "database-tls",
    "Switch TLS on in the server (`ssl = on`), or give the database `tls: disable`."
  ]
];
function psqlLoginFault(printed, exitCode, endpoint) {
  if (exitCode === NO_RELAY || exitCode === 126 || exitCode === 127) {
    return new CheckError({
      code: "database-service-tools",
      message: `There is nothing to reach ${endpoint} with.`,
      hint: "The image needs `sh`, and one of `perl`, `python3`, `bash` with `cat`, `socat`, BusyBox `nc` or `psql`. Or publish the port, and give `url` and `host` without `service`.",
      endpoint
    });
  }
  const said = shorten(oneLine(printed.replace(/^psql: (error: )?/, "")), 300);
  const [, code, hint] = REFUSALS.find(([words]) => words.test(said)) ?? [void 0, "database-login", ""];
  return new CheckError({
    code,
    message: `${endpoint} could not be logged in to${said === "" ? "" : `: ${said}`}.`,
    hint,
    endpoint,
    details: { exit_code: String(exitCode) }
  });
}

// src/transport/psql-text.ts
import { randomBytes } from "node:crypto";
function psqlMarks() {
  const mark = (letter) => `${letter}${randomBytes(16).toString("hex")}`;
  return { title: mark("t"), field: mark("f"), null: mark("n"), end: mark("e") };
}
var PSQL = `command -v psql >/dev/null 2>&1 || exit 97
IFS= read -r PGPASSWORD || exit 1
if [ -n "$PGPASSWORD" ]; then export PGPASSWORD; else unset PGPASSWORD; fi
unset PGSERVICE PGOPTIONS PGHOSTADDR PGSSLROOTCERT PGREQUIREAUTH
PGHOST=$1 PGPORT=$2 PGUSER=$3 PGDATABASE=$4 PGSSLMODE=$5 PGCLIENTENCODING=UTF8 PGAPPNAME=verify-deploy LC_ALL=C
export PGHOST PGPORT PGUSER PGDATABASE PGSSLMODE PGCLIENTENCODING PGAPPNAME LC_ALL
ulimit -v 262144 2>/dev/null
exec psql -XqAw 2>&1`;
function psqlWords({ host, port, user, database, sslMode }) {
  return ["sh", "-c", PSQL, "psql", host, String(port), user, database, sslMode];
}
function settingUp({ title, field, null: nothing }) {
  return `\\pset title ${title}
\\pset fieldsep ${field}
\\pset null ${nothing}
\\pset recordsep_zero
\\pset footer off
\\set VERBOSITY terse
\\set SHOW_CONTEXT always
SELECT :VERSION_NUM, pg_catalog.pg_backend_pid();`;
}
function asked(script, { end }) {
  return `\\set LAST_ERROR_SQLSTATE 00000
\\set ROW_COUNT 0
${script}
\\echo ${end} :LAST_ERROR_SQLSTATE : :ROW_COUNT
`;
}
function errorAsked({ title, field }) {
  return `\\echo ${title} :LAST_ERROR_MESSAGE ${field}
\\errverbose`;
}
function unread(text) {
  const hex = Buffer.from(text).toString("hex");
  return `SELECT pg_catalog.convert_from(pg_catalog.decode('${hex}', 'hex'), 'UTF8') \\gexec`;
}
function literal(value) {
  if (value === null) return "NULL";
  const escaped = value.replace(/[^A-Za-z0-9 ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `E'${escaped}'`;
}
var PREPARABLE = /^(?:SELECT|WITH|VALUES|TABLE|INSERT|UPDATE|DELETE|MERGE)\b|^\(/i;
function formOf(statement) {
  const text = withoutComments(statement);
  if (PREPARABLE.test(text)) return "prepared";
  if (/^(?:CALL|FETCH|EXECUTE|COPY)\b/i.test(text)) return "impossible";
  if (!/^(?:SHOW|EXPLAIN)\b/i.test(text)) return "plain";
  const options = /^EXPLAIN\s*\(([^)]*)/i.exec(text)?.[1] ?? "";
  return /;/.test(text.replace(/[;\s]+$/, "")) || /--|\/\*/.test(options) ? "impossible" : "shown";
}
function shownType(statement) {
  const options = /^EXPLAIN\s*\(([^)]*)/i.exec(withoutComments(statement))?.[1] ?? "";
  const format = /\bformat\s+["']?(json|xml)\b/i.exec(options)?.[1]?.toLowerCase();
  return format === "json" ? 114 : format === "xml" ? 142 : 25;
}
function withoutComments(statement) {
  let text = statement.trimStart();
  while (text.startsWith("--") || text.startsWith("/*")) {
    text = (text.startsWith("--") ? text.replace(/^.*/, "") : afterComment(text)).trimStart();
  }
  return text;
}
function afterComment(text) {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/\/\*|\*\//g)) {
    depth += sign === "/*" ? 1 : -1;
    if (depth === 0) return text.slice(index + 2);
  }
  return "";
}

// src/transport/psql-session.ts
var MOST_PRINTED = 64 * 1024 ** 2;
var LAST_LINE = 100;
var OLDEST = 11e4;
var CANCEL_MS = 3e3;
var GRACE_MS = 1e3;
var PsqlSession = class {
  #command;
  #cancel;
  #endpoint;
  #marks = psqlMarks();
  #processId = "";
  #broken = false;
  #prepared = 0;
  #waiting;
  #chunks = [];
  #printed = 0;
  /** `cancel` ends what another session is doing. */
  constructor(command, endpoint, cancel) {
    this.#command = command;
    this.#endpoint = endpoint;
    this.#cancel = cancel;
    const { running } = command;
    running.stdin.on("error", () => void 0);
    running.stdout.on("data", (chunk) => this.#read(chunk));
    const ended = ({ exitCode }) => this.#end(exitCode);
    running.ended.then(ended, (error) => this.#fail(error));
  }
  /** Logs in; without a password the line is empty. Rejects with a CheckError or the signal's reason. */
  async login(password, signal) {
    const { text } = await this.#ask(settingUp(this.#marks), signal, `${password ?? ""}
`);
    const [version, processId] = psqlTable(text, this.#marks)?.rows[0] ?? [];
    if (Number(version) >= OLDEST && typeof processId === "string") {
      this.#processId = processId;
      return;
    }
    throw new CheckError({
      code: "database-service-tools",
      message: `The \`psql\` of ${this.#endpoint} is too old to ask the database with.`,
      hint: "It needs version 11; or install one of `perl`, `python3`, `bash` or `socat` in the image.",
      endpoint: this.#endpoint
    });
  }
  get broken() {
    return this.#broken;
  }
  async command(text, signal) {
    await this.#must(`${text};`, void 0, signal);
  }
  async run(options, signal) {
    const form = formOf(options.text);
    if (form === "prepared") return this.#runPrepared(options, signal);
    if (/^\s*COPY\b/i.test(options.text)) throw noCopy();
    if (form === "impossible" || options.values.length > 0) throw notByPsql(this.#endpoint);
    options.sent?.();
    const { text } = await this.#must(unread(options.text), 0, signal);
    const table = form === "shown" ? psqlTable(text, this.#marks) : void 0;
    const columns = (table?.names ?? []).map((name) => ({ name, type: shownType(options.text) }));
    return { columns, rows: kept(table), command: "" };
  }
  async close() {
    this.#broken = true;
    const { running, stop } = this.#command;
    running.stdin.end();
    const late = setTimeout(stop, GRACE_MS);
    await running.ended.catch(() => void 0);
    clearTimeout(late);
  }
  async #runPrepared({ text, values, described, sent }, signal) {
    this.#prepared += 1;
    const name = `verify_${this.#prepared}`;
    const before = `PREPARE ${name} AS `;
    await this.#must(unread(before + text), before.length, signal);
    const parameters = await this.#parameters(name, signal);
    const bound = values.map((value, index) => literal(parameterText(value, parameters[index] ?? 0)));
    const execute = bound.length === 0 ? `EXECUTE ${name}` : `EXECUTE ${name} (${bound.join(", ")})`;
    const columns = await this.#columns(execute, signal);
    described?.(columns);
    sent?.();
    const answer = await this.#must(`${execute};`, void 0, signal);
    const rows = kept(psqlTable(answer.text, this.#marks));
    const bare = columns.length === 0 && /^\s*SELECT\b/i.test(text);
    return {
      columns,
      rows: bare ? Array.from({ length: answer.rowCount }, () => []) : rows,
      command: `EXECUTE ${answer.rowCount}`
    };
  }
  async #parameters(name, signal) {
    const select = `SELECT pg_catalog.unnest(parameter_types::pg_catalog.oid[]) FROM pg_catalog.pg_prepared_statements WHERE name = '${name}';`;
    const { text } = await this.#must(select, void 0, signal);
    return (psqlTable(text, this.#marks)?.rows ?? []).map(([type]) => Number(type));
  }
  /** psql tells the names of types, the server their numbers. */
  async #columns(execute, signal) {
    const described = psqlTable((await this.#must(`${execute} \\gdesc`, void 0, signal)).text, this.#marks);
    if (described === void 0) return [];
    const numbers = described.rows.map(([, type]) => `(${literal(type ?? null)}::pg_catalog.regtype::pg_catalog.oid)`);
    const select = `SELECT pg_catalog.unnest(ARRAY[${numbers.join(", ")}]);`;
    const types = psqlTable((await this.#must(select, void 0, signal)).text, this.#marks);
    return described.rows.map(([name], index) => ({ name: name ?? "", type: Number(types?.rows[index]?.[0]) }));
  }
  /** Rejects with the server's error; its position is counted from behind the first `before` characters. */
  async #must(script, before, signal) {
    const answer = await this.#ask(script, signal);
    if (answer.state === "00000") return answer;
    if (answer.state === "") {
      this.#break();
      throw /out of memory/i.test(answer.text) ? tooMuch() : lostFault(new Error(answer.text.slice(-500)), this.#endpoint);
    }
    const { text } = await this.#ask(errorAsked(this.#marks), signal);
    throw psqlError(answer, text, before, this.#marks);
  }
  async #ask(script, signal, first = "") {
    signal.throwIfAborted();
    if (this.#broken) throw lostFault(void 0, this.#endpoint);
    const answered = new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    this.#chunks = [];
    this.#printed = 0;
    this.#command.running.stdin.write(first + asked(script, this.#marks));
    try {
      return await abortable(answered, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      answered.catch(() => void 0);
      this.#broken = true;
      if (this.#processId !== "") {
        await this.#cancel(this.#processId, AbortSignal.timeout(CANCEL_MS)).catch(() => void 0);
      }
      this.#break();
      throw signal.reason;
    }
  }
  #read(chunk) {
    if (this.#waiting === void 0) return;
    this.#chunks.push(chunk);
    this.#printed += chunk.length;
    if (this.#printed > MOST_PRINTED) {
      this.#fail(tooMuch());
      this.#break();
      return;
    }
    let last = chunk;
    for (let at = this.#chunks.length - 2; at >= 0 && last.length < LAST_LINE; at -= 1) {
      last = Buffer.concat([this.#chunks[at] ?? Buffer.alloc(0), last]);
    }
    if (psqlAnswer(last, this.#marks) === void 0) return;
    const answer = psqlAnswer(Buffer.concat(this.#chunks), this.#marks);
    const waiting = this.#waiting;
    this.#waiting = void 0;
    if (answer !== void 0) waiting.resolve(answer);
  }
  #end(exitCode) {
    const said = Buffer.concat(this.#chunks).toString("utf8");
    this.#fail(
      this.#processId === "" ? psqlLoginFault(said, exitCode, this.#endpoint) : lostFault(new Error(said.slice(-500)), this.#endpoint)
    );
  }
  #fail(error) {
    this.#broken = true;
    this.#waiting?.reject(error);
    this.#waiting = void 0;
  }
  #break() {
    this.#broken = true;
    this.#command.stop();
  }
};
function kept(table) {
  const rows = table?.rows ?? [];
  const bytes = rows.reduce((sum, row) => row.reduce((total, value) => total + (value?.length ?? 0), sum), 0);
  if (rows.length > MOST_ROWS || bytes > MOST_BYTES) throw tooMuch();
  return rows;
}
function notByPsql(endpoint) {
  return new CheckError({
    code: "query-psql",
    message: `The container has only \`psql\` to reach ${endpoint} with, and this statement cannot be run by it exactly.`,
    hint: "Install one of `perl`, `python3`, `bash` or `socat` in the image, or leave out the holes of an EXPLAIN or a CALL.",
    endpoint
  });
}

// src/transport/process-stream.ts
import { Duplex, finished } from "node:stream";
var GRACE_MS2 = 1e3;
function streamOf(running, { stop, fault }) {
  const { stdin, stdout, ended } = running;
  let answered = false;
  const drained = new Promise((resolve) => finished(stdout, { writable: false }, () => resolve()));
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => void stdout.resume(),
    write: (chunk, encoding, done) => {
      stdin.cork();
      process.nextTick(() => stdin.uncork());
      if (stdin.write(chunk, encoding)) done();
      else stdin.once("drain", done);
    },
    final: (done) => void stdin.end(() => done()),
    destroy: (error, done) => {
      stdin.end();
      stdout.resume();
      const late = setTimeout(stop, GRACE_MS2);
      ended.catch(() => void 0).finally(() => clearTimeout(late));
      done(error);
    }
  });
  stdin.on("error", () => void 0);
  stream.on("error", () => void 0);
  stdout.on("data", (chunk) => {
    answered = true;
    if (!stream.destroyed && !stream.push(chunk)) stdout.pause();
  });
  Promise.all([ended, drained]).then(
    ([end]) => {
      const error = stream.writableEnded ? void 0 : fault({ ...end, answered });
      if (error !== void 0) return void stream.destroy(error);
      stream.once("end", () => void stream.destroy());
      stream.push(null);
    },
    (error) => void stream.destroy(error instanceof Error ? error : new Error(String(error)))
  );
  return stream;
}

// src/transport/service-stream.ts
var REFUSED = /refused|no such file or directory|can't connect|not known|no route|unreachable|invalid (host|address)|timed? ?out/i;
var NOT_STARTED = [126, 127];
async function startInService({ project, service }, words, signal) {
  const inside = await project.inService(service, { run: { words }, environment: {} }, signal);
  const life = new AbortController();
  const stop = () => life.abort(signal.aborted ? signal.reason : new Error("The stream is closed."));
  signal.addEventListener("abort", stop, { once: true });
  try {
    return { running: await project.machine.start(inside, life.signal), stop };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
async function openServiceStream(place, signal) {
  const { running, stop } = await startInService(place, relayWords(place.at), signal);
  return streamOf(running, { stop, fault: (end) => relayFault(end, place) });
}
function relayFault({ exitCode, stderr, answered }, { endpoint, service }) {
  if (exitCode === 0) return void 0;
  const said = shorten(oneLine(stderr.trim().split("\n").at(-1) ?? ""), 300);
  const details = { exit_code: String(exitCode), ...said === "" ? {} : { stderr: said } };
  if (exitCode === NO_RELAY || NOT_STARTED.includes(exitCode)) {
    return new CheckError({
      code: "database-service-tools",
      message: `The container of \`${service}\` has nothing that could carry a connection to its database.`,
      hint: "It needs `sh`, and one of `perl`, `python3`, `bash` with `cat`, `socat`, BusyBox `nc` or `psql`. Or publish the port, and give `url` and `host` without `service`.",
      endpoint,
      details
    });
  }
  if (answered) {
    return new CheckError({
      code: "database-lost",
      message: `The command that carried the connection to ${endpoint} ended before the answer was complete.`,
      hint: "The container may have been stopped or recreated; look at its log.",
      endpoint,
      details
    });
  }
  if (exitCode === NO_LISTENER || REFUSED.test(stderr)) {
    return new CheckError({
      code: "database-refused",
      message: `Nothing answers at ${endpoint}${said === "" ? "" : ` (${said})`}.`,
      hint: "Is PostgreSQL running in this service? `address` gives another port, or the folder of its socket, as seen from inside.",
      endpoint,
      details
    });
  }
  return new CheckError({
    code: "database-relay",
    message: `The connection to ${endpoint} could not be opened${said === "" ? "" : `: ${said}`}.`,
    hint: "Try the same by hand: `docker compose exec -T SERVICE sh -c true`.",
    endpoint,
    details
  });
}

// src/transport/service-login.ts
function serviceLogins(target, { project, service }) {
  const place = { project, service, at: target.at, endpoint: target.endpoint };
  const open = (signal) => openPostgresStream(target, (_at, within) => openServiceStream(place, within), signal);
  let onlyPsql = false;
  return async (signal) => {
    if (onlyPsql) return loginByPsql(target, place, signal);
    try {
      return await PostgresSession.connect(target, open, signal);
    } catch (error) {
      if (!(error instanceof CheckError) || error.code !== "database-service-tools") throw error;
      const session = await loginByPsql(target, place, signal);
      onlyPsql = true;
      return session;
    }
  };
}
async function loginByPsql(target, place, signal) {
  const { at, user, database, password, endpoint } = target;
  requirePlain(target);
  const [host, port] = "path" in at ? [posix.dirname(at.path), Number(posix.extname(at.path).slice(1))] : [at.host, at.port];
  const words = psqlWords({ host, port, user, database, sslMode: target.tls.mode });
  const command = await startInService(place, words, signal);
  const session = new PsqlSession(command, endpoint, async (processId, within) => {
    const other = await loginByPsql(target, place, within);
    await other.command(`SELECT pg_catalog.pg_cancel_backend(${Number(processId)})`, within);
    await other.close();
  });
  try {
    await session.login(password, signal);
    return session;
  } catch (error) {
    command.stop();
    throw error;
  }
}
function requirePlain({ tls, password, endpoint }) {
  if (tls.mode !== "verify" && !/[\r\n]/.test(password ?? "")) return;
  throw new CheckError({
    code: "database-service-tools",
    message: `The container has only \`psql\` to reach ${endpoint} with, which cannot verify certificates here, nor take a password with a line break.`,
    hint: "Inside the container `tls: disable` is enough; or install one of `perl`, `python3`, `bash` or `socat` in the image.",
    endpoint
  });
}
export {
  serviceLogins
};
