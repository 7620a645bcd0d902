import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  formatSize
} from "./model-duration.js";
import {
  errorCode
} from "./model-error-code.js";
import {
  CheckError
} from "./model-check-error.js";

// src/transport/shell.ts
import { stat } from "node:fs/promises";

// src/transport/child-process.ts
import { spawn } from "node:child_process";
import { constants } from "node:os";
var running = /* @__PURE__ */ new Set();
process.once("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
});
var GRACE_MS = 2e3;
var DRAIN_MS = 300;
async function startProcess(words, { environment, directory }, signal) {
  signal.throwIfAborted();
  const [program = "", ...rest] = words;
  const child = await spawned(program, rest, { environment, directory });
  const end = killer(child);
  running.add(child);
  const { promise, resolve, reject } = Promise.withResolvers();
  let fault;
  const stop = (reason) => {
    fault ??= reason;
    end();
  };
  const stopped = () => stop(signal.reason);
  signal.addEventListener("abort", stopped, { once: true });
  child.on("exit", () => {
    for (const pipe of [child.stdout, child.stderr]) closeWhenSilent(pipe, () => fault !== void 0);
  });
  child.on("close", (code, endedBy) => {
    running.delete(child);
    signal.removeEventListener("abort", stopped);
    if (fault !== void 0) reject(fault);
    else resolve(code ?? signalCode(endedBy));
  });
  child.stdin.on("error", () => void 0);
  promise.catch(() => void 0);
  return { stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, ended: promise, stop };
}
function spawned(program, words, options) {
  return new Promise((resolve, reject) => {
    try {
      const child = spawn(program, words, {
        cwd: options.directory,
        env: options.environment,
        detached: true,
        stdio: ["pipe", "pipe", "pipe"]
      });
      child.once("spawn", () => resolve(child));
      child.on("error", (error) => reject(startFault(program, error)));
    } catch (error) {
      reject(startFault(program, error));
    }
  });
}
function closeWhenSilent(pipe, stopped) {
  const { bytesRead } = pipe;
  const look = () => {
    const unread = pipe.readableLength > 0 || pipe.bytesRead !== bytesRead;
    if (unread && !stopped() && !pipe.destroyed) closeWhenSilent(pipe, stopped);
    else pipe.destroy();
  };
  setTimeout(look, DRAIN_MS).unref();
}
function killer(child) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    signalGroup(child, "SIGTERM");
    const kill = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
    child.once("close", () => {
      clearTimeout(kill);
      signalGroup(child, "SIGKILL");
    });
  };
}
function signalGroup(child, name) {
  if (child.pid === void 0) return;
  try {
    process.kill(-child.pid, name);
  } catch {
  }
}
function signalCode(name) {
  return 128 + (name === null ? 0 : constants.signals[name]);
}
function startFault(program, error) {
  const code = errorCode(error) ?? "";
  if (code === "ENOENT") {
    return new CheckError({
      code: "command-not-found",
      message: `There is no command \`${program}\`.`,
      hint: "Is it installed where the check runs, and in a directory of PATH?"
    });
  }
  const tooLong = code === "E2BIG";
  return new CheckError({
    code: "command-not-started",
    message: `The command \`${program}\` could not be started${code === "" ? "" : ` (${code})`}.`,
    hint: tooLong ? "Its words or its environment are too long: pass large values by `stdin`." : "May it be executed?"
  });
}

// src/transport/command-output.ts
var OUTPUT_LIMIT = 10 * 1024 ** 2;
var TAIL_LIMIT = 64 * 1024;
function collect(stream, name, onOverflow) {
  const chunks = [];
  let length = 0;
  stream.on("data", (chunk) => {
    length += chunk.length;
    if (length <= OUTPUT_LIMIT) chunks.push(chunk);
    else onOverflow(outputFault(name));
  });
  return () => Buffer.concat(chunks).toString("utf8");
}
function collectTail(stream) {
  let tail = Buffer.alloc(0);
  stream.on("data", (chunk) => {
    tail = Buffer.concat([tail, chunk]);
    if (tail.length > TAIL_LIMIT) tail = tail.subarray(tail.length - TAIL_LIMIT);
  });
  return () => tail.toString("utf8");
}
function outputFault(stream) {
  return new CheckError({
    code: "output-too-long",
    message: `The command wrote more than ${formatSize(OUTPUT_LIMIT)} to its ${stream}, and was ended.`,
    hint: "Let it write only what the check needs: `grep`, `tail`, `wc -l`."
  });
}

// src/transport/shell.ts
var BASE_VARIABLES = ["PATH", "HOME", "LANG", "TMPDIR"];
var BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"];
var SH = ["sh", "-ec"];
async function startLocally(command, base, signal) {
  const { run, directory } = command;
  if (directory !== void 0) await requireDirectory(directory);
  const options = { environment: { ...base, ...command.environment }, directory };
  if ("words" in run) return startProcess(run.words, options, signal);
  try {
    return await startProcess([...BASH, run.shell], options, signal);
  } catch (error) {
    const bashMissing = error instanceof CheckError && error.code === "command-not-found";
    if (!bashMissing) throw error;
    return startProcess([...SH, run.shell], options, signal);
  }
}
async function resultOf(process2, stdin) {
  const stdout = collect(process2.stdout, "standard output", (fault) => process2.stop(fault));
  const stderr = collect(process2.stderr, "standard error", (fault) => process2.stop(fault));
  process2.stdin.end(stdin);
  const exitCode = await process2.ended;
  return { exitCode, stdout: stdout(), stderr: stderr() };
}
function streamsOf({ stdin, stdout, stderr, ended }) {
  const tail = collectTail(stderr);
  return { stdin, stdout, ended: ended.then((exitCode) => ({ exitCode, stderr: tail() })) };
}
async function requireDirectory(directory) {
  const found = await stat(directory).catch(() => void 0);
  if (found?.isDirectory()) return;
  throw new CheckError({
    code: "directory-missing",
    message: `There is no directory \`${directory}\` to run the command in.`,
    hint: "Relative directories start from the folder of the checklist."
  });
}

// src/transport/address.ts
function parseAddress(text) {
  const match = /^(?:\[([0-9A-Fa-f:.]+(?:%[\w.-]+)?)\]|([^\s:/@[\]]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host === void 0 || port < 1 || port > 65535 ? void 0 : { host, port };
}
function requireAddress(text) {
  const address = parseAddress(text);
  if (address !== void 0) return address;
  throw new CheckError({
    code: "address-invalid",
    message: `\`${text}\` is no address.`,
    hint: "Write host:port, with an IPv6 address in brackets: [::1]:443."
  });
}
function formatAddress({ host, port }) {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

// src/transport/compose/engine-words.ts
var ENGINE_VARIABLES = [
  "DOCKER_HOST",
  "DOCKER_CONTEXT",
  "DOCKER_CONFIG",
  "DOCKER_TLS_VERIFY",
  "DOCKER_CERT_PATH",
  "DOCKER_API_VERSION",
  "CONTAINER_HOST",
  "XDG_RUNTIME_DIR",
  "SSH_AUTH_SOCK"
];
var COMPOSE_VARIABLES = [
  ...ENGINE_VARIABLES,
  "COMPOSE_FILE",
  "COMPOSE_PATH_SEPARATOR",
  "COMPOSE_PROJECT_NAME",
  "COMPOSE_PROFILES",
  "COMPOSE_ENV_FILES",
  "COMPOSE_DISABLE_ENV_FILE",
  "COMPOSE_COMPATIBILITY"
];
var DEFAULT_COMMAND = ["docker", "compose"];
function composeWords({ files, project, command = DEFAULT_COMMAND, envFile, profiles }) {
  return [
    ...command,
    ...files.flatMap((file) => ["-f", file]),
    ...project === void 0 ? [] : ["--project-name", project],
    ...envFile === void 0 ? [] : ["--env-file", envFile],
    ...profiles.flatMap((profile) => ["--profile", profile])
  ];
}
function engineWords({ command = DEFAULT_COMMAND }) {
  const at = command.findIndex((word2) => /(?:^|[/-])compose$/.test(word2));
  if (at === -1) return ["docker"];
  const before = command.slice(0, at);
  const word = command[at] ?? "";
  if (word === "compose") return before.length === 0 ? ["docker"] : before;
  return [...before, word.endsWith("podman-compose") ? "podman" : "docker"];
}

export {
  ENGINE_VARIABLES,
  COMPOSE_VARIABLES,
  composeWords,
  engineWords,
  startProcess,
  collectTail,
  BASE_VARIABLES,
  BASH,
  SH,
  startLocally,
  resultOf,
  streamsOf,
  parseAddress,
  requireAddress,
  formatAddress
};
