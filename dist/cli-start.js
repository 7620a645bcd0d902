import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  messageOf
} from "./report-index.js";
import {
  readArguments
} from "./cli-arguments.js";
import {
  refuse
} from "./cli-context.js";
import {
  EXIT
} from "./report-diagnostics-text.js";
import {
  VERSION
} from "./model-suggest.js";
import "./model-visible.js";
import "./model-duration.js";
import "./shared.js";

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
    const { helpText } = await import("./cli-help.js");
    context.terminal.out(helpText());
    return EXIT.passed;
  }
  if (given.command === "lint") {
    const { lintCommand } = await import("./cli-lint-command.js");
    return lintCommand(given, context);
  }
  const { runCommand } = await import("./cli-run-command.js");
  return runCommand(given, context);
}

// src/cli/start.ts
var EXIT_OWN_FAULT = 70;
async function start() {
  const environment = Object.freeze({ ...process.env });
  const terminal = openTerminal(environment);
  let code;
  try {
    const context = { terminal, directory: process.cwd(), environment };
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
