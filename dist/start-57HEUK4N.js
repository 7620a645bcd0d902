import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  readArguments
} from "./chunk-SMPP5DKW.js";
import {
  messageOf
} from "./chunk-QAG7KT46.js";
import {
  refuse
} from "./chunk-3VCFBFRG.js";
import {
  EXIT
} from "./chunk-ZQLZTWRI.js";
import {
  VERSION
} from "./chunk-ISV6RWUN.js";
import "./chunk-YOXQ5QTM.js";
import "./chunk-UCJUQFQN.js";

// src/cli/terminal.ts
var WIDTH_WITHOUT_TERMINAL = 100;
var WIDEST = 120;
function openTerminal(environment) {
  const streams = [process.stdout, process.stderr];
  const closed = /* @__PURE__ */ new Set();
  for (const stream of streams) stream.on("error", () => closed.add(stream));
  const write = (stream, text) => {
    if (!closed.has(stream)) stream.write(text);
  };
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    interactive: process.stderr.isTTY === true && environment.TERM !== "dumb" && !environment.CI,
    colorOut: wantsColor(process.stdout, environment),
    colorErr: wantsColor(process.stderr, environment),
    widthOut: () => widthOf(process.stdout),
    widthErr: () => widthOf(process.stderr),
    async flush() {
      for (const stream of streams) await drained(stream, closed);
    }
  };
}
function withoutColor(terminal) {
  return { ...terminal, colorOut: false, colorErr: false };
}
function wantsColor(stream, environment) {
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && environment.TERM !== "dumb";
}
function widthOf(stream) {
  const columns = stream.isTTY === true ? stream.columns : 0;
  return columns > 0 ? Math.min(columns, WIDEST) : WIDTH_WITHOUT_TERMINAL;
}
async function drained(stream, closed) {
  if (closed.has(stream) || stream.writableLength === 0) return;
  await new Promise((resolve) => {
    stream.once("error", () => resolve());
    stream.write("", () => resolve());
  });
}

// src/cli/run-cli.ts
async function runCli(words, context) {
  const read = readArguments(words);
  if ("faults" in read) return refuse(read.faults, context.terminal);
  const terminal = read.arguments.has("no-color") ? withoutColor(context.terminal) : context.terminal;
  return dispatch(read.arguments, { ...context, terminal });
}
async function dispatch(given, context) {
  if (given.has("version")) {
    context.terminal.out(`${VERSION}
`);
    return EXIT.passed;
  }
  if (given.has("help") || given.command === "help") {
    const { helpText } = await import("./help-EIDDH5GT.js");
    context.terminal.out(helpText());
    return EXIT.passed;
  }
  if (given.command === "lint") {
    const { lintCommand } = await import("./lint-command-66KRWWMP.js");
    return lintCommand(given, context);
  }
  const { runCommand } = await import("./run-command-TZB7UC3A.js");
  return runCommand(given, context);
}

// src/cli/start.ts
var EXIT_OWN_FAULT = 70;
async function start() {
  const terminal = openTerminal(process.env);
  let code;
  try {
    const context = { terminal, directory: process.cwd(), environment: process.env };
    code = await runCli(process.argv.slice(2), context);
  } catch (error) {
    code = EXIT_OWN_FAULT;
    const stack = error instanceof Error ? error.stack : messageOf(error);
    terminal.err(`verify-deploy: this is a fault of verify-deploy itself; please report it.
${stack}
`);
  }
  await terminal.flush();
  process.exit(code);
}
export {
  start
};
