import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  matchAll
} from "./expression-pattern-match.js";
import "./shared.js";

// src/expression/jq-worker.ts
import { parentPort } from "node:worker_threads";

// src/expression/document-text.ts
var MAX_DOCUMENT = 50 * 1024 * 1024;
var MAX_DEPTH = 500;
function documentFault(text) {
  if (text.length > MAX_DOCUMENT) return "size";
  if (nestingExceeds(text, MAX_DEPTH)) return "depth";
  try {
    JSON.parse(text);
    return void 0;
  } catch {
    return "syntax";
  }
}
var QUOTE = 34;
var BACKSLASH = 92;
var OPEN_LIST = 91;
var CLOSE_LIST = 93;
var OPEN_MAP = 123;
var CLOSE_MAP = 125;
function nestingExceeds(text, limit) {
  if (text.length <= 2 * limit) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else inString = code !== QUOTE;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_MAP) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) depth -= 1;
  }
  return false;
}
function withoutLoneSurrogates(text) {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return text;
  const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}(?:\\u[dD][c-fC-F][\da-fA-F]{2})?|u[dD][c-fC-F][\da-fA-F]{2}|[\s\S])/g;
  const loneLength = "\\udddd".length;
  return text.replace(escapes, (found) => found.length === loneLength ? "\\ufffd" : found);
}

// src/expression/jq-worker.ts
var RUNS_PER_INSTANCE = 1e3;
var LARGE_INPUT = 8 * 1024 * 1024;
var MAX_OUTPUT = 64 * 1024 * 1024;
function serveJobs(port) {
  let instance;
  let runs = 0;
  const load = () => {
    silence(console);
    instance ??= import("./jq-wasm.js").then(async ({ loadJq }) => {
      const jq = await loadJq();
      jq.raw("null", ".", ["-c", "--"]);
      return jq;
    });
    return instance;
  };
  const discard = () => {
    instance = void 0;
    runs = 0;
  };
  const run = async ({ program, stream }) => {
    for (const [index, { text, outside }] of stream.entries()) {
      const fault = outside ? documentFault(text) : void 0;
      if (fault !== void 0) return { answer: "refused", index, fault };
    }
    const input = stream.map(({ text }) => withoutLoneSurrogates(text)).join("\n");
    const jq = await load();
    runs += 1;
    try {
      const result = jq.raw(input, program, ["-c", "--"]);
      if (runs >= RUNS_PER_INSTANCE || input.length > LARGE_INPUT) discard();
      return result.stdout.length > MAX_OUTPUT ? { answer: "too-large" } : { answer: "ran", ...result };
    } catch (error) {
      discard();
      return { answer: "trapped", message: String(error) };
    }
  };
  const perform = async (job) => {
    if (job.job === "match") return { answer: "matched", matches: matchAll(job) };
    if (job.job === "jq") return await run(job);
    if (job.jq) await load();
    return { answer: "loaded" };
  };
  port.on("message", (job) => {
    void perform(job).catch((error) => ({ answer: "trapped", message: String(error) })).then((answer) => port.postMessage(answer));
  });
}
function silence(target) {
  const nothing = () => void 0;
  Object.assign(target, { log: nothing, info: nothing, warn: nothing, error: nothing });
}
if (parentPort !== null) serveJobs(parentPort);
