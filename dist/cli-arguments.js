import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  suggest
} from "./model-suggest.js";

// src/cli/arguments.ts
import { parseArgs } from "node:util";
var COMMANDS = ["run", "lint", "help"];
var RUN = ["run"];
var RUN_AND_LINT = ["run", "lint"];
var OPTIONS = {
  var: {
    type: "string",
    multiple: true,
    commands: RUN_AND_LINT,
    value: "NAME=VALUE",
    doc: "set a declared variable; may be repeated"
  },
  target: { type: "string", commands: RUN_AND_LINT, value: "NAME", doc: "the entry of `targets` to use" },
  select: {
    type: "string",
    multiple: true,
    commands: RUN,
    value: "LIST",
    doc: "run only checks with these ids or tags, and what they need"
  },
  skip: {
    type: "string",
    multiple: true,
    commands: RUN,
    value: "LIST",
    doc: "leave out checks with these ids or tags"
  },
  "report-dir": {
    type: "string",
    commands: RUN,
    value: "DIR",
    doc: 'where reports are written (verify-report); "" for none'
  },
  open: {
    type: "boolean",
    commands: RUN,
    value: "",
    doc: "open report.html after the run; never where CI is set"
  },
  "fail-on": { type: "string", commands: RUN, value: "WHAT", doc: "failure (default), warning or never" },
  concurrency: {
    type: "string",
    commands: RUN,
    value: "N",
    doc: "how many checks of a parallel section run at once (8)"
  },
  timeout: { type: "string", commands: RUN, value: "TIME", doc: "of the whole run (15m)" },
  "cleanup-timeout": { type: "string", commands: RUN, value: "TIME", doc: "of all cleanup together (2m)" },
  quiet: {
    type: "boolean",
    short: "q",
    commands: RUN_AND_LINT,
    value: "",
    doc: "no progress; only what is not passed, and the verdict"
  },
  verbose: {
    type: "boolean",
    short: "v",
    commands: RUN,
    value: "",
    doc: "show each exchange, and a curl line that repeats it"
  },
  "no-color": {
    type: "boolean",
    commands: RUN_AND_LINT,
    value: "",
    doc: "no colours; NO_COLOR and FORCE_COLOR are obeyed too"
  },
  help: { type: "boolean", short: "h", commands: COMMANDS, value: "", doc: "show this help" },
  version: { type: "boolean", short: "V", commands: COMMANDS, value: "", doc: "show the version" }
};
function readArguments(words) {
  const { tokens } = parseArgs({ args: [...words], options: parserOptions(), strict: false, tokens: true });
  const faults = [];
  const values = /* @__PURE__ */ new Map();
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name } = token;
    const fault = isOption(name) ? faultOfValue(name, token.value, values.has(name)) : unknownOption(token.rawName);
    if (fault !== void 0) faults.push(fault);
    else if (isOption(name)) values.set(name, [...values.get(name) ?? [], token.value ?? ""]);
  }
  const command = commandOf(positionals[0], values);
  if (typeof command !== "string") return { faults: [...faults, command] };
  for (const name of values.keys()) {
    const allowed = OPTIONS[name].commands;
    if (!allowed.includes(command)) faults.push(misplaced(name, command));
  }
  const [, file, ...rest] = positionals;
  if (rest.length > 0) faults.push(tooManyWords(rest.length));
  if (faults.length > 0) return { faults };
  const all = (name) => values.get(name) ?? [];
  return { arguments: { command, file, all, one: (name) => all(name).at(-1), has: (name) => values.has(name) } };
}
function tooManyWords(count) {
  const message = `There is one FILE, but ${count} more ${count === 1 ? "word is" : "words are"} given.`;
  return { message, hint: "Put quotes around a path or a value with spaces." };
}
function parserOptions() {
  return Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { type, short }]) => [
      name,
      short === void 0 ? { type } : { type, short }
    ])
  );
}
function isOption(name) {
  return Object.hasOwn(OPTIONS, name);
}
function faultOfValue(name, value, repeated) {
  const option = OPTIONS[name];
  if (option.type === "boolean") {
    if (value === void 0) return void 0;
    return { message: `The option --${name} takes no value.`, hint: `Write --${name}.` };
  }
  if (value === void 0) {
    return { message: `The option --${name} needs a value.`, hint: `Write --${name} ${option.value}.` };
  }
  if (!repeated || option.multiple === true) return void 0;
  return { message: `The option --${name} is given twice.`, hint: "Give it once." };
}
function unknownOption(written) {
  const near = suggest(written.replace(/^-+/, ""), Object.keys(OPTIONS));
  const hint = near === void 0 ? "See verify-deploy --help." : `Did you mean --${near}?`;
  return { message: `There is no option ${written}.`, hint };
}
function misplaced(name, command) {
  const { commands } = OPTIONS[name];
  return { message: `The option --${name} is not one of ${command}.`, hint: `It belongs to ${commands.join(" and ")}.` };
}
function commandOf(written, values) {
  const known = COMMANDS.find((command) => command === written);
  if (known !== void 0) return known;
  if (written === void 0) {
    if (values.has("help") || values.has("version")) return "help";
    return { message: "A command is missing.", hint: "Write verify-deploy run, or see verify-deploy --help." };
  }
  const near = suggest(written, COMMANDS);
  if (near !== void 0) return { message: `There is no command ${written}.`, hint: `Did you mean ${near}?` };
  const hint = /[./\\]/.test(written) ? `Did you mean verify-deploy run ${written}?` : "See verify-deploy --help.";
  return { message: `There is no command ${written}.`, hint };
}

export {
  OPTIONS,
  readArguments
};
