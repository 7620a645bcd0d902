import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  createStopSignal,
  exchangeLines,
  finishedLines,
  renderTerminal,
  withThriftyHeap
} from "./edge-progress-text.js";
import {
  attemptMarks,
  isRed,
  messageOf,
  outcomeParagraph,
  outcomeWords,
  pathOf,
  renderSummary,
  troublesOf,
  writeReports
} from "./report-index.js";
import {
  eventFacts,
  hasErrors,
  locate,
  readSettings,
  verify
} from "./edge-settings-reader.js";
import {
  checksOf,
  exitCodeOf,
  isFlaky,
  painter,
  plain,
  standingOf,
  totalsOf,
  verdictOf,
  verdictSentence
} from "./report-diagnostics-text.js";
import "./transport-peer-certificate.js";
import "./transport-proxy.js";
import {
  suggest
} from "./model-suggest.js";
import "./expression-pattern-match.js";
import "./transport-compose-engine-words.js";
import "./model-single-quotes.js";
import {
  oneLine,
  shorten,
  visible
} from "./model-visible.js";
import "./model-json.js";
import "./transport-secure.js";
import "./model-duration.js";
import "./model-error-code.js";
import "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";

// src/action/console-log.ts
function createConsoleLog(runner, paint = plain) {
  let open = false;
  const close = () => {
    if (open) runner.closeGroup();
    open = false;
  };
  const group = (name) => {
    close();
    runner.openGroup(oneLine(name));
    open = true;
  };
  return {
    runStarted: ({ checklist, total }) => runner.print(`${oneLine(checklist)}: ${total} ${plural(total)}`),
    sectionStarted: ({ name, depth }) => depth === 0 ? group(name) : runner.print(`${"  ".repeat(depth)}${paint("bold", oneLine(name))}`),
    checkFinished(check, sections) {
      if (sections.length === 0) close();
      const indent = "  ".repeat(sections.length);
      runner.print(
        finishedLines(check, paint).map((line) => `${indent}${line}`).join("\n")
      );
    },
    attemptFailed: ({ name, attempt, message }) => runner.print(paint("dim", `  \u2026 ${oneLine(name)}, attempt ${attempt}: ${oneLine(message)}`)),
    cleanupStarted(count) {
      if (count > 0) group(`Cleanup (${count} ${count === 1 ? "step" : "steps"})`);
    },
    exchange: (check, evidence, reproduce) => runner.print(exchangeLines(check.name, evidence, reproduce).join("\n")),
    secret: (value) => runner.mask(value),
    finish: close
  };
}
function plural(total) {
  return total === 1 ? "check" : "checks";
}

// src/report/annotations.ts
var TITLE_LIMIT = 255;
var MESSAGE_LIMIT = 4096;
function annotationsOf(report) {
  const diagnostics = report.diagnostics.map(ofDiagnostic);
  const errors = diagnostics.filter((annotation2) => annotation2.level === "error");
  const remarks = diagnostics.filter((annotation2) => annotation2.level !== "error");
  if (report.report === "invalid") return [...errors, ...remarks];
  const { run } = report;
  const troubles = troublesOf(run).map((placed) => ofTrouble(placed, report));
  return [
    ...errors,
    ...troubles.filter((annotation2) => annotation2.level === "error"),
    ...ofRun(report),
    ...troubles.filter((annotation2) => annotation2.level !== "error"),
    ...ofCleanup(report),
    ...remarks,
    ...checksOf(run).filter(({ check }) => isFlaky(check) && check.outcome.status === "passed").map(ofFlaky)
  ];
}
function ofDiagnostic({ severity, location, message, hint, code }) {
  return annotation(severity, location, `Checklist: ${code}`, hint === "" ? message : `${message}
${hint}`);
}
function ofTrouble(placed, { run }) {
  const { check } = placed;
  const level = isRed(check, run.failOn) ? "error" : "warning";
  const told = outcomeParagraph(withoutWholes(check));
  return annotation(level, placeOfTrouble(placed), `${pathOf(placed)}: ${outcomeWords(check)}`, told);
}
var WHOLE = /^(?:(?:all|any|first|last)\.)?(?:body|json|`\.`|stdout|stderr|rows|row|events|messages)$/;
function withoutWholes(check) {
  const { outcome } = check;
  if (outcome.status !== "failed") return check;
  const failures = outcome.failures.map(
    (failure) => WHOLE.test(failure.subject) ? { ...failure, actual: "in the report", message: withoutActual(failure) } : failure
  );
  return { ...check, outcome: { ...outcome, failures } };
}
function withoutActual({ subject }) {
  return `${subject} is not as expected.`;
}
function sentenceWithoutWholes(report) {
  const failures = checksOf(report.run).flatMap(
    ({ check: { outcome } }) => outcome.status === "failed" ? outcome.failures.filter(({ subject }) => WHOLE.test(subject)) : []
  );
  return failures.reduce(
    (sentence, failure) => sentence.replaceAll(oneLine(failure.message), () => withoutActual(failure)),
    verdictSentence(report)
  );
}
function placeOfTrouble({ check }) {
  const { outcome } = check;
  if (outcome.status === "errored") return outcome.fault.location;
  return (outcome.status === "failed" ? outcome.failures[0]?.location : void 0) ?? check.location;
}
function ofRun(report) {
  const { stopped } = report.run;
  const nothingRan = verdictOf(report) === "failed" && checksOf(report.run).every(({ check }) => check.attempts.length === 0);
  if (stopped === void 0 && !nothingRan) return [];
  const title = stopped === void 0 ? "Nothing ran" : `The run ended early: ${stopped.reason}`;
  const top = { file: report.checklist.file, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
  return [annotation("error", top, title, sentenceWithoutWholes(report))];
}
function ofCleanup({ run }) {
  return run.cleanup.flatMap(({ of, check }) => {
    const { status } = check.outcome;
    if (status !== "failed" && status !== "errored") return [];
    const title = `Cleanup of ${oneLine(of)}, ${oneLine(check.name)}: ${status}`;
    return [
      annotation("warning", placeOfTrouble({ check, sections: [] }), title, outcomeParagraph(withoutWholes(check)))
    ];
  });
}
function ofFlaky(placed) {
  const { check } = placed;
  const message = `It passed in the end, but held and then did not: ${attemptMarks(check.attempts)}`;
  return annotation("notice", check.location, `${pathOf(placed)}: flaky`, message);
}
function annotation(level, location, title, message) {
  return {
    level,
    location,
    title: shorten(oneLine(title), TITLE_LIMIT),
    message: shorten(visible(message), MESSAGE_LIMIT)
  };
}

// src/action/inputs.ts
import { resolve } from "node:path";
var INPUTS = {
  checklist: "checklist.yml",
  target: "",
  vars: "",
  select: "",
  skip: "",
  "fail-on": "failure",
  concurrency: "8",
  timeout: "15m",
  "cleanup-timeout": "2m",
  "report-dir": "verify-report",
  summary: "true",
  "allow-untrusted-checklist": "false"
};
var INPUT_OF = {
  checklist: "checklist",
  target: "target",
  variables: "vars",
  select: "select",
  skip: "skip",
  failOn: "fail-on",
  concurrency: "concurrency",
  timeout: "timeout",
  cleanupTimeout: "cleanup-timeout"
};
var SOURCE_PREFIX = "input ";
function isInputSource(path) {
  return path.startsWith(SOURCE_PREFIX);
}
function readInputs(environment) {
  const diagnostics = unknownInputs(environment);
  const read = (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() || INPUTS[name];
  const { settings, faults } = readSettings({
    checklist: read("checklist"),
    target: read("target"),
    variables: environment.INPUT_VARS?.split("\n") ?? [],
    select: [read("select")],
    skip: [read("skip")],
    failOn: read("fail-on"),
    concurrency: read("concurrency"),
    timeout: read("timeout"),
    cleanupTimeout: read("cleanup-timeout")
  });
  diagnostics.push(...faults.map(settingDiagnostic));
  const readBoolean = (name) => {
    const value = booleanOf(read(name));
    if (value === void 0) diagnostics.push(notBoolean(name, read(name)));
    return value ?? INPUTS[name] === "true";
  };
  const root = environment.GITHUB_WORKSPACE || process.cwd();
  const inputs = Object.freeze({
    settings: Object.freeze({ ...settings, root, environment, event: eventFacts(environment) }),
    reportDir: read("report-dir"),
    reportDirectory: resolve(root, read("report-dir")),
    summary: readBoolean("summary"),
    allowUntrustedChecklist: readBoolean("allow-untrusted-checklist")
  });
  return { inputs, diagnostics };
}
function booleanOf(text) {
  if (["true", "True", "TRUE"].includes(text)) return true;
  return ["false", "False", "FALSE"].includes(text) ? false : void 0;
}
function unknownInputs(environment) {
  const known = Object.keys(INPUTS);
  return Object.keys(environment).filter((variable) => variable.startsWith("INPUT_")).map((variable) => variable.slice("INPUT_".length).toLowerCase()).filter((name) => !known.includes(name)).map((name) => {
    const near = suggest(name.replaceAll("_", "-"), known);
    const hint = near === void 0 ? `The inputs are ${known.join(", ")}.` : `Did you mean ${near}?`;
    return inputDiagnostic("unknown-input", name, name, `There is no input ${name}.`, hint);
  });
}
function settingDiagnostic({ setting, text, message, hint }) {
  const name = INPUT_OF[setting];
  return inputDiagnostic("invalid-input", name, text, `The input ${name} cannot be read: ${message}`, hint);
}
function notBoolean(name, text) {
  const message = `The input ${name} cannot be read: Expected true or false, not "${text.slice(0, 60)}".`;
  return inputDiagnostic("invalid-input", name, text, message, "Write true or false.");
}
function inputDiagnostic(code, name, text, message, hint) {
  const source = { path: `${SOURCE_PREFIX}${name}`, text };
  return { code, severity: "error", span: { source, start: 0, end: text.length }, message, hint };
}

// src/action/deliver/annotations.ts
var MOST_OF_A_LEVEL = 10;
function deliverAnnotations(report, runner) {
  const all = annotationsOf(report);
  for (const level of ["error", "warning", "notice"]) {
    const ofLevel = all.filter((annotation2) => annotation2.level === level);
    const shown = ofLevel.length > MOST_OF_A_LEVEL ? MOST_OF_A_LEVEL - 1 : ofLevel.length;
    for (const { title, message, location } of ofLevel.slice(0, shown)) {
      runner.annotate({ level, title, message, location: isInputSource(location.file) ? void 0 : location });
    }
    const left = ofLevel.length - shown;
    if (left > 0) {
      const message = `${left} more are in the job summary and in the report files.`;
      runner.annotate({ level, title: `${left} more ${level}s`, message, location: void 0 });
    }
  }
}

// src/action/deliver/job-summary.ts
async function deliverJobSummary(report, runner) {
  await runner.addSummary(renderSummary(report));
}

// src/action/deliver/outputs.ts
var OUTPUTS = [
  "verdict",
  "total",
  "passed",
  "failed",
  "errored",
  "warnings",
  "skipped",
  "duration-ms",
  "report-dir",
  "failed-checks"
];
function deliverOutputs(report, reportDir, runner) {
  const values = outputsOf(report, reportDir);
  return OUTPUTS.map((name) => runner.setOutput(name, values[name])).every((set) => set);
}
function outputsOf(report, reportDir) {
  const run = report.report === "finished" ? report.run : void 0;
  const totals = run === void 0 ? void 0 : totalsOf(run);
  const failed = run === void 0 ? [] : checksOf(run).filter(({ check }) => hasFailed(check));
  return {
    verdict: verdictOf(report),
    total: String(totals?.total ?? 0),
    passed: String(totals?.passed ?? 0),
    failed: String(totals?.failed ?? 0),
    errored: String(totals?.errored ?? 0),
    warnings: String(totals?.warnings ?? 0),
    skipped: String(totals?.skipped ?? 0),
    "duration-ms": String(Math.round(run?.durationMs ?? 0)),
    "report-dir": reportDir,
    "failed-checks": JSON.stringify(failed.map(({ check }) => check.id ?? check.key))
  };
}
function hasFailed(check) {
  const standing = standingOf(check);
  return standing === "failed" || standing === "errored";
}

// src/action/trust.ts
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname, resolve as resolve2 } from "node:path";
import { promisify } from "node:util";
var GUARDED_EVENTS = ["pull_request_target", "workflow_run"];
async function refuseUntrusted(inputs) {
  const { settings, allowUntrustedChecklist } = inputs;
  const event = settings.environment.GITHUB_EVENT_NAME ?? "";
  if (allowUntrustedChecklist || !GUARDED_EVENTS.includes(event)) return [];
  const path = resolve2(settings.root, settings.checklist);
  if (!existsSync(path) || await isOfCommit(path, settings.environment.GITHUB_SHA)) return [];
  const source = { path: settings.checklist, text: "" };
  const message = `Under ${event} this checklist is refused: the side that is not trusted could have written it, and a checklist can run commands with the secrets of this repository.`;
  const hint = "Check out the commit of the event (actions/checkout without ref), or set allow-untrusted-checklist to true if the file comes from people you trust.";
  return [{ code: "untrusted-checklist", severity: "error", span: { source, start: 0, end: 0 }, message, hint }];
}
async function isOfCommit(path, commit) {
  if (!commit) return false;
  const folder = dirname(path);
  const file = basename(path);
  try {
    const head = await git(folder, ["rev-parse", "--verify", "HEAD"]);
    const tracked = await git(folder, ["ls-files", "--error-unmatch", "--", file]);
    const changed = await git(folder, ["status", "--porcelain", "--untracked-files=no", "--", ".", ":/"]);
    return head.trim() === commit && tracked.trim() !== "" && changed.trim() === "";
  } catch {
    return false;
  }
}
async function git(folder, words) {
  const guards = ["safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null"];
  const options = guards.flatMap((guard) => ["-c", guard]);
  const { stdout } = await promisify(execFile)("git", [...options, "-C", folder, ...words], {
    timeout: 1e4,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, GIT_OPTIONAL_LOCKS: "0" }
  });
  return stdout;
}

// src/action/run-action.ts
var LOG_WIDTH = 110;
async function runAction(context) {
  const { inputs, diagnostics } = readInputs(context.environment);
  const report = await reportOf(inputs, diagnostics, context);
  const options = { color: true, width: LOG_WIDTH };
  context.runner.print(renderTerminal(report, options).trimEnd());
  await deliver(report, inputs, context.runner);
  return exitCodeOf(report);
}
async function reportOf(inputs, faults, context) {
  const refusals = hasErrors(faults) ? faults : await refuseUntrusted(inputs);
  if (refusals.length > 0) return invalidReport(inputs, refusals);
  const log = createConsoleLog(context.runner, painter(true));
  try {
    const ports = { signal: context.signal, verbose: context.environment.RUNNER_DEBUG === "1" };
    return await withThriftyHeap(log, (observer) => verify(inputs.settings, { ...ports, observer }));
  } finally {
    log.finish();
  }
}
function invalidReport({ settings }, diagnostics) {
  return {
    report: "invalid",
    checklist: { name: settings.checklist, file: settings.checklist },
    diagnostics: diagnostics.map(({ span, ...rest }) => ({ ...rest, location: locate(span) }))
  };
}
async function deliver(report, inputs, runner) {
  const attempt = async (what, delivery) => {
    try {
      await delivery();
    } catch (error2) {
      runner.print(`${what} could not be delivered: ${messageOf(error2)}`);
    }
  };
  await attempt("The outputs", () => {
    if (!deliverOutputs(report, inputs.reportDir, runner)) {
      runner.print("There are no outputs: GITHUB_OUTPUT names no file.");
    }
  });
  await attempt("The report files", async () => {
    const { faults } = await writeReports(report, inputs.reportDirectory);
    for (const fault of faults) runner.print(fault);
  });
  if (inputs.summary) await attempt("The job summary", () => deliverJobSummary(report, runner));
  await attempt("The annotations", () => deliverAnnotations(report, runner));
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve3) {
      resolve3(value);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/action/runner.ts
function createRunner(environment) {
  return {
    print(text) {
      process.stdout.write(`${logLines(text)}
`);
    },
    openGroup: (name) => startGroup(breakCommands(name)),
    closeGroup: () => endGroup(),
    mask: (value) => setSecret(value),
    annotate({ level, title, message, location }) {
      const issue2 = { error, warning, notice }[level];
      issue2(breakCommands(message), { title: breakCommands(title), ...placeOf(location) });
    },
    setOutput(name, value) {
      if (!environment.GITHUB_OUTPUT) return false;
      setOutput(name, value);
      return true;
    },
    async addSummary(markdown) {
      await summary.addRaw(markdown, true).write();
    }
  };
}
function logLines(text) {
  return text.split(/\r\n|\n|\r/).map((line) => `\u2502 ${breakCommands(line)}`).join("\n");
}
function breakCommands(text) {
  return text.replaceAll("##[", "## [");
}
function placeOf(location) {
  if (location === void 0) return {};
  const { file, line, column, endLine, endColumn } = location;
  const lines = { file, startLine: line, endLine };
  return line === endLine ? { ...lines, startColumn: column, endColumn: Math.max(column, endColumn - 1) } : lines;
}

// src/action/start.ts
var EXIT_OWN_FAULT = 70;
async function start() {
  const environment = Object.freeze({ ...process.env });
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
  const runner = createRunner(environment);
  const stop = createStopSignal((name) => runner.print(`${name}: cancelling, cleaning up \u2026`));
  let code;
  try {
    code = await runAction({ environment, runner, signal: stop.signal });
  } catch (error2) {
    code = EXIT_OWN_FAULT;
    const stack = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
    process.stderr.write(`${logLines(`This is a fault of verify-deploy itself; please report it.
${stack}`)}
`);
  }
  await new Promise((resolve3) => process.stdout.write("", () => resolve3()));
  process.exit(code);
}
export {
  start
};
