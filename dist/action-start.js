import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  createStopSignal,
  exchangeLines,
  finishedLines,
  renderTerminal,
  withThriftyHeap
} from "./edge-progress-text.js";
import {
  VERDICT_MARKS,
  attemptMarks,
  block,
  cleanup,
  commitUrl,
  cutBlocks,
  diagnosticBlocks,
  escapeMarkdown,
  fileOf,
  isRed,
  joinBlocks,
  messageOf,
  notices,
  outcomeParagraph,
  outcomeWords,
  pathOf,
  proseMarkdown,
  renderSummary,
  repositoryUrl,
  troublesOf,
  whatToFix,
  writeReports,
  writeText
} from "./report-index.js";
import {
  ApiFault,
  apiFaultOf
} from "./action-deliver-api-fault.js";
import {
  checklistPage,
  eventFacts,
  hasErrors,
  locate,
  readSettings,
  verify
} from "./edge-settings-reader.js";
import {
  checksOf,
  count,
  countUndone,
  exitCodeOf,
  isFlaky,
  isOfInput,
  painter,
  plain,
  standingOf,
  totalsOf,
  totalsSentence,
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
import {
  isObject,
  parseJson
} from "./model-json.js";
import "./transport-secure.js";
import {
  formatDuration
} from "./model-duration.js";
import "./model-error-code.js";
import "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";

// src/action/run-action.ts
import { readFile as readFile3, rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/report/comment/marker.ts
import { createHash } from "node:crypto";
var VERDICTS = ["passed", "failed", "cancelled", "invalid"];
var MARKER = /^<!-- verify-deploy:comment key=(\S*) runs=([A-Za-z0-9+/=]*) -->/;
var LONGEST_KEY = 120;
function writeMarker(key, runs) {
  const rows = runs.map((run2) => [run2.verdict, run2.at, run2.commit, run2.workflow, run2.id, run2.number, run2.attempt]);
  return `<!-- verify-deploy:comment key=${keyWord(key)} runs=${Buffer.from(JSON.stringify(rows)).toString("base64")} -->`;
}
function readMarker(body, key) {
  const [, found, runs = ""] = MARKER.exec(body) ?? [];
  return found === keyWord(key) ? readRuns(runs) : void 0;
}
function writtenMarker(body) {
  return MARKER.exec(body)?.[0] ?? "";
}
function keyWord(key) {
  const word = encodeURIComponent(key.toWellFormed()).replaceAll("-", "%2D");
  return word.length <= LONGEST_KEY ? word : createHash("sha256").update(key).digest("hex");
}
function readRuns(text) {
  try {
    const rows = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    return Array.isArray(rows) ? rows.slice(0, 100).flatMap(readRun) : [];
  } catch {
    return [];
  }
}
function readRun(row) {
  if (!Array.isArray(row)) return [];
  const [word, at, commit, workflow, id, number, attempt] = row;
  const verdict = VERDICTS.find((known) => known === word);
  if (verdict === void 0 || !isTime(at)) return [];
  return [
    {
      verdict,
      at,
      commit: typeof commit === "string" && /^[0-9a-f]{7,64}$/.test(commit) ? commit : null,
      workflow: typeof workflow === "string" ? workflow : null,
      id: countOf(id),
      number: countOf(number),
      attempt: countOf(attempt)
    }
  ];
}
function isTime(value) {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));
}
function countOf(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

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
    cleanupStarted(count2) {
      if (count2 > 0) group(`Cleanup (${count2} ${count2 === 1 ? "step" : "steps"})`);
    },
    exchange: (check, evidence, reproduce) => runner.print(exchangeLines(check.name, evidence, reproduce).join("\n")),
    secret: (value) => runner.mask(value),
    finish: close
  };
}
function plural(total) {
  return total === 1 ? "check" : "checks";
}

// src/report/format/public-run.ts
var WHOLE = /^(?:(?:all|any|first|last)\.)?(?:body|json|`\.`|stdout|stderr|rows|row|events|messages)$/;
var ONE_OF = /^(?:(?:all|any|first|last)\.)?(?:(?:json|rows|events|messages)\[\d+\]|`\.\[\d+\]`)$/;
var ROW_DETAILS = ["detail", "where"];
var LOG_DETAILS = ["engine"];
var ELSEWHERE = "in the report";
function withoutWholes(check) {
  const { outcome } = check;
  if (outcome.status === "errored") return { ...check, outcome: { ...outcome, fault: publicFault(outcome.fault) } };
  if (outcome.status !== "failed") return check;
  const failures = outcome.failures.map(
    (failure) => isWhole(failure) ? { ...failure, actual: ELSEWHERE, message: withoutActual(failure) } : failure
  );
  return { ...check, outcome: { ...outcome, failures } };
}
function sentenceWithoutWholes(report) {
  const failures = checksOf(report.run).flatMap(
    ({ check: { outcome } }) => outcome.status === "failed" ? outcome.failures.filter(isWhole) : []
  );
  return failures.reduce(
    (sentence, failure) => sentence.replaceAll(oneLine(failure.message), () => withoutActual(failure)),
    verdictSentence(report)
  );
}
function publicRun(run2) {
  const entries = run2.entries.map(publicEntry);
  const cleanup2 = run2.cleanup.map(({ of, check }) => ({ of, check: publicCheck(check) }));
  const { ready } = run2;
  if (ready === void 0) return { ...run2, entries, cleanup: cleanup2 };
  return { ...run2, entries, cleanup: cleanup2, ready: { ...ready, entries: ready.entries.map(publicEntry) } };
}
function publicEntry(entry) {
  return entry.result === "check" ? publicCheck(entry) : { ...entry, entries: entry.entries.map(publicEntry) };
}
function publicCheck(check) {
  const { outcome, ...rest } = withoutWholes(check);
  const attempts = check.attempts.map((attempt) => ({ ...attempt, message: "" }));
  if (outcome.status !== "failed" && outcome.status !== "errored") return { ...rest, outcome, attempts };
  const evidence = outcome.evidence.filter(({ outside }) => !outside);
  return { ...rest, outcome: { ...outcome, evidence }, attempts };
}
function isWhole({ subject, actual }) {
  if (actual === "absent") return false;
  return WHOLE.test(subject) || ONE_OF.test(subject) && /^[[{]/.test(actual);
}
function publicFault(fault) {
  const hidden = fault.code.startsWith("log-") ? [...ROW_DETAILS, ...LOG_DETAILS] : ROW_DETAILS;
  const details = Object.entries(fault.details).map(([name, text]) => [name, hidden.includes(name) ? ELSEWHERE : text]);
  return { ...fault, details: Object.fromEntries(details) };
}
function withoutActual({ subject }) {
  return `${subject} is not as expected.`;
}

// src/report/annotations.ts
var TITLE_LIMIT = 255;
var MESSAGE_LIMIT = 4096;
function annotationsOf(report, evidence = "limited") {
  const diagnostics = report.diagnostics.map(ofDiagnostic);
  const errors = diagnostics.filter((annotation2) => annotation2.level === "error");
  const remarks = diagnostics.filter((annotation2) => annotation2.level !== "error");
  if (report.report === "invalid") return [...errors, ...remarks];
  const { run: run2 } = report;
  const shown = evidence === "full" ? (check) => check : withoutWholes;
  const troubles = troublesOf(run2).map((placed) => ofTrouble(placed, report, shown));
  return [
    ...errors,
    ...troubles.filter((annotation2) => annotation2.level === "error"),
    ...ofRun(report, evidence),
    ...troubles.filter((annotation2) => annotation2.level !== "error"),
    ...ofCleanup(report, shown),
    ...remarks,
    ...checksOf(run2).filter(({ check }) => isFlaky(check) && check.outcome.status === "passed").map(ofFlaky)
  ];
}
function ofDiagnostic(diagnostic) {
  const { severity, location, message, hint, code } = diagnostic;
  const title = `${isOfInput(diagnostic) ? "Input" : "Checklist"}: ${code}`;
  return annotation(severity, location, title, hint === "" ? message : `${message}
${hint}`);
}
function ofTrouble(placed, { run: run2 }, shown) {
  const { check } = placed;
  const level = isRed(check, run2.failOn) ? "error" : "warning";
  const told = outcomeParagraph(shown(check));
  return annotation(level, placeOfTrouble(placed), `${pathOf(placed)}: ${outcomeWords(check)}`, told);
}
function placeOfTrouble({ check }) {
  const { outcome } = check;
  if (outcome.status === "errored") return outcome.fault.location;
  return (outcome.status === "failed" ? outcome.failures[0]?.location : void 0) ?? check.location;
}
function ofRun(report, evidence) {
  const { stopped } = report.run;
  const nothingRan = verdictOf(report) === "failed" && checksOf(report.run).every(({ check }) => check.attempts.length === 0);
  if (stopped === void 0 && !nothingRan) return [];
  const title = stopped === void 0 ? "Nothing ran" : `The run ended early: ${stopped.reason}`;
  const top = { file: report.checklist.file, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
  const sentence = evidence === "full" ? verdictSentence(report) : sentenceWithoutWholes(report);
  return [annotation("error", top, title, sentence)];
}
function ofCleanup({ run: run2 }, shown) {
  return run2.cleanup.flatMap(({ of, check }) => {
    const { status } = check.outcome;
    if (status !== "failed" && status !== "errored") return [];
    const title = `Cleanup of ${oneLine(of)}, ${oneLine(check.name)}: ${status}`;
    return [annotation("warning", placeOfTrouble({ check, sections: [] }), title, outcomeParagraph(shown(check)))];
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
var COMMENT_WHEN = ["auto", "always", "failure", "never"];
var EVIDENCE = ["limited", "full"];
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
  comment: "auto",
  "comment-key": "",
  evidence: "limited",
  // Spelt so because linters take the plain form for a template that lost its backticks.
  "github-token": "${{ github.token }}",
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
var TOKEN = "INPUT_GITHUB-TOKEN";
var SOURCE_PREFIX = "input ";
var WORDS_FOR_CHECKLIST = ["vars", "select", "skip"];
function isInputSource(path) {
  return path.startsWith(SOURCE_PREFIX) || WORDS_FOR_CHECKLIST.includes(path);
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
  const page = checklistPage(resolve(root, settings.checklist), environment);
  const inputs = Object.freeze({
    settings: Object.freeze({
      ...settings,
      root,
      environment: withoutToken(environment),
      event: eventFacts(environment),
      ...page === void 0 ? {} : { checklistPage: page }
    }),
    reportDir: read("report-dir"),
    reportDirectory: resolve(root, read("report-dir")),
    summary: readBoolean("summary"),
    comment: Object.freeze({
      when: readWord("comment", { text: read("comment"), words: COMMENT_WHEN }, diagnostics) ?? INPUTS.comment,
      key: read("comment-key") || [settings.checklist, settings.target].filter(Boolean).join(" \xB7 "),
      // The default of the input is an expression that only the runner can evaluate.
      token: environment[TOKEN]?.trim() ?? ""
    }),
    evidence: readWord("evidence", { text: read("evidence"), words: EVIDENCE }, diagnostics) ?? INPUTS.evidence,
    allowUntrustedChecklist: readBoolean("allow-untrusted-checklist")
  });
  return { inputs, diagnostics };
}
function withoutToken({ [TOKEN]: _, ...others }) {
  return others;
}
function readWord(name, { text, words }, diagnostics) {
  const known = words.find((word) => word === text);
  if (known !== void 0) return known;
  const near = suggest(text, words);
  const all = `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  const hint = near === void 0 ? `Write ${all}.` : `Did you mean ${near}?`;
  const message = `The input ${name} cannot be read: Expected ${all}, not "${text.slice(0, 60)}".`;
  diagnostics.push(inputDiagnostic("invalid-input", name, text, message, hint));
  return void 0;
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
var MOST = { error: 10, warning: 9, notice: 10 };
function deliverAnnotations(report, runner, { repository = null, evidence = "limited" } = {}) {
  const all = annotationsOf(report, evidence);
  for (const level of ["error", "warning", "notice"]) {
    const ofLevel = all.filter((annotation2) => annotation2.level === level);
    const shown = ofLevel.length > MOST[level] ? MOST[level] - 1 : ofLevel.length;
    for (const { title, message, location } of ofLevel.slice(0, shown)) {
      runner.annotate({ level, title, message, location: placeOf(location, report, repository) });
    }
    const left = ofLevel.length - shown;
    if (left > 0) {
      const message = `${left} more are in the job summary and in the report files.`;
      runner.annotate({ level, title: `${left} more ${level}s`, message, location: void 0 });
    }
  }
}
function placeOf(location, { checklist }, repository) {
  if (isInputSource(location.file)) return void 0;
  const known = location.file === checklist.file ? fileOf(checklist.page) : void 0;
  if (known === void 0 || repository === null) return location;
  return known.repository.toLowerCase() === repository.toLowerCase() ? { ...location, file: known.path } : void 0;
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
  "open",
  "flaky",
  "cleanup-failed",
  "duration-ms",
  "report-dir",
  "failed-checks"
];
function deliverOutputs(report, reportDir, runner) {
  const values = outputsOf(report, reportDir);
  return OUTPUTS.map((name) => runner.setOutput(name, values[name])).every((set) => set);
}
function outputsOf(report, reportDir) {
  const run2 = report.report === "finished" ? report.run : void 0;
  const totals = run2 === void 0 ? void 0 : totalsOf(run2);
  const failed = run2 === void 0 ? [] : checksOf(run2).filter(({ check }) => hasFailed(check));
  return {
    verdict: verdictOf(report),
    total: String(totals?.total ?? 0),
    passed: String(totals?.passed ?? 0),
    failed: String(totals?.failed ?? 0),
    errored: String(totals?.errored ?? 0),
    warnings: String(totals?.warnings ?? 0),
    skipped: String(totals?.skipped ?? 0),
    open: String(totals?.open ?? 0),
    flaky: String(totals?.flaky ?? 0),
    "cleanup-failed": String(run2 === void 0 ? 0 : countUndone(run2)),
    "duration-ms": String(Math.round(run2?.durationMs ?? 0)),
    "report-dir": reportDir,
    "failed-checks": JSON.stringify(failed.map(({ check }) => check.id ?? check.key))
  };
}
function hasFailed(check) {
  const standing = standingOf(check);
  return standing === "failed" || standing === "errored";
}

// src/action/deliver/sticky-comment.ts
import { readFile } from "node:fs/promises";

// src/report/comment/history.ts
function historyLine(runs, repository) {
  if (runs.length < 2) return "";
  const told = runs.map(({ verdict, id, commit, at }) => {
    const words = `${VERDICT_MARKS[verdict]} ${verdict}`;
    const run2 = repository === void 0 || id === null ? words : `[${words}](${repository}/actions/runs/${id})`;
    return [run2, ...commit === null ? [] : [commitMarkdown(commit, repository)], minuteOf(at)].join(" ");
  });
  return `**Last runs:** ${told.join(" \xB7 ")}`;
}
function commitMarkdown(commit, repository) {
  const short = `\`${commit.slice(0, 7)}\``;
  const url = commitUrl(commit, repository);
  return url === void 0 ? short : `[${short}](${url})`;
}
function minuteOf(at) {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// src/report/comment/level.ts
var IN_FULL = 10;
var ALL = {
  timeline: false,
  passed: false,
  brief: false,
  evidence: 2e3,
  details: true,
  full: IN_FULL,
  told: 200,
  linked: true,
  missing: ""
};
var BRIEF = { ...ALL, brief: true };
var LINES = { ...BRIEF, evidence: 0, linked: false, details: false, missing: "a failure is a line" };
var COMMENT_LEVELS = [
  ALL,
  { ...BRIEF, missing: "long lists end early" },
  { ...BRIEF, evidence: 0, missing: "evidence is left out" },
  { ...BRIEF, evidence: 0, linked: false, missing: "evidence and links to lines are left out" },
  LINES,
  { ...LINES, told: 60, missing: "a failure is a short line" },
  { ...LINES, told: 0, missing: "failures are only named" }
];

// src/report/comment.ts
var COMMENT_LIMIT = 65536;
function renderComment(report, facts, limit = COMMENT_LIMIT) {
  let blocks = [];
  for (const level of COMMENT_LEVELS) {
    blocks = [...headBlocks(report, facts), ...detailBlocks(report, facts, level)];
    const text = joinBlocks(blocks);
    if (text.length <= limit) return text;
  }
  const note = (leftOut) => `**Cut here:** ${count(leftOut, "more line or block", "more lines and blocks")} did not fit into the comment. The workflow run holds everything.`;
  return cutBlocks(blocks, limit, note, (text) => text.length);
}
function headBlocks(report, { key, runs, url, evidence }) {
  const verdict = verdictOf(report);
  const repository = repositoryUrl(url);
  const whole = report.report === "invalid" || evidence === "full";
  const sentence = whole ? verdictSentence(report) : sentenceWithoutWholes(report);
  const history = historyLine(runs, repository);
  return [
    block(writeMarker(key, runs)),
    block(`## ${VERDICT_MARKS[verdict]} ${escapeMarkdown(shorten(report.checklist.name, 300))}: ${verdict}`),
    block(`**${proseMarkdown(shorten(sentence, 1e3))}**`),
    ...[totalsLine(report), whereLine(runs[0], url, repository), history].filter((text) => text !== "").map(block)
  ];
}
function totalsLine(report) {
  if (report.report === "invalid") return "";
  const { run: run2 } = report;
  const target = run2.facts.target === null ? [] : [`target ${escapeMarkdown(shorten(run2.facts.target, 200))}`];
  return [totalsSentence(totalsOf(run2)), formatDuration(run2.durationMs), ...target].join(" \xB7 ");
}
function whereLine(run2, url, repository) {
  const told = [
    ...repository === void 0 ? [] : [`[The whole report](${url})`],
    ...run2?.commit == null ? [] : [`commit ${commitMarkdown(run2.commit, repository)}`],
    ...run2 === void 0 ? [] : [minuteOf(run2.at)]
  ];
  return told.join(" \xB7 ");
}
function detailBlocks(report, { evidence }, level) {
  const note = level.missing === "" ? [] : [block(`> To fit the limit of a comment, ${level.missing}. The workflow run holds everything.`)];
  const diagnostics = diagnosticBlocks(report, level);
  if (report.report === "invalid") return [...note, ...diagnostics];
  const run2 = evidence === "full" ? report.run : publicRun(report.run);
  const told = { ...report, run: run2 };
  return [
    ...note,
    ...whatToFix(told, level),
    ...run2.cleanup.some(({ check }) => check.outcome.status !== "passed") ? cleanup(told, level) : [],
    ...notices(told, level),
    ...diagnostics.length === 0 ? [] : [block("### About the checklist"), ...diagnostics]
  ];
}

// src/action/deliver/api-budget.ts
import { setTimeout } from "node:timers/promises";
var REQUEST_MS = 1e4;
var MOST_TRIES = 5;
var FIRST_PAUSE_MS = 500;
function systemApiClock() {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: (milliseconds) => setTimeout(milliseconds),
    timeout: (milliseconds) => AbortSignal.timeout(milliseconds)
  };
}
function createApiBudget(milliseconds, clock) {
  const deadline = clock.elapsed() + milliseconds;
  const left = () => deadline - clock.elapsed();
  const once = async (request) => {
    if (left() <= 0) throw new ApiFault("timeout", "GitHub did not answer in time.");
    try {
      return await request(clock.timeout(Math.ceil(Math.min(REQUEST_MS, left()))));
    } catch (error2) {
      throw apiFaultOf(error2, clock.now());
    }
  };
  const pause = async (fault, tries) => {
    const wait = fault.waitMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1);
    if (!fault.passes || tries >= MOST_TRIES || wait >= left()) throw fault;
    await clock.sleep(wait);
  };
  return {
    once,
    pause,
    async call(request) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(request);
        } catch (error2) {
          await pause(apiFaultOf(error2, clock.now()), tries);
        }
      }
    }
  };
}

// src/action/deliver/comment-fault.ts
var SAID_LIMIT = 300;
function commentFaultText(fault, facts) {
  return `${reasonOf(fault, facts)} Its text is in ${facts.reportDir}/comment.md; verdict and job summary are as they are.`;
}
function reasonOf(fault, facts) {
  const said = saidOf(fault, facts.token);
  switch (fault.kind) {
    case "unauthorized":
      return `GitHub does not take the token of the input github-token${said}. Leave the input out, or give it a token that is valid.`;
    case "forbidden":
      return permissionText(facts);
    case "locked":
      return "The conversation of the pull request is locked, so that nobody can comment.";
    case "missing":
      return `GitHub shows this token no such pull request${said}. A token of another repository needs the permission \`pull-requests: write\` there.`;
    case "refused":
      return `GitHub refused the comment${said}.`;
    case "limited": {
      const wait = fault.waitMs === void 0 ? "" : ` and asks to wait ${formatDuration(fault.waitMs)}`;
      return `GitHub limits the requests of this token${wait}${said}.`;
    }
    case "server":
      return `GitHub has a fault of its own${said}, and still had it after several tries.`;
    case "timeout":
      return `${facts.baseUrl} did not answer in time, after several tries.`;
    case "strange":
      return `${facts.baseUrl} answers, but not as GitHub does, after several tries.`;
    case "unreachable":
      return `There is no connection to ${facts.baseUrl}${said}, after several tries.`;
  }
}
function permissionText({ fromFork, dependabot }) {
  const missing = "The token lacks the permission `pull-requests: write`";
  if (fromFork) {
    return `${missing}, which GitHub gives to no run for a pull request from a fork. A second workflow can write the comment: see "Pull requests from forks" in docs/reports.md.`;
  }
  const whose = dependabot ? ", which runs that Dependabot begins do not have by default" : "";
  return `${missing}${whose}. Give it to the job: \`permissions: { contents: read, pull-requests: write }\`.`;
}
function saidOf({ status, message }, token) {
  const words = [status === void 0 ? "" : String(status), oneLine(message.replaceAll(token, "***"))];
  const said = words.filter((word) => word !== "").join(": ");
  return said === "" ? "" : ` (${shorten(said, SAID_LIMIT)})`;
}

// src/action/deliver/pull-request.ts
function subjectOf(payload, sha) {
  const text = (...path) => textOf(valueAt(payload, path));
  const number = (...path) => numberOf(valueAt(payload, path));
  const none = { pull: void 0, head: void 0, fromFork: false };
  if (isObject(valueAt(payload, ["pull_request"]))) {
    const from = text("pull_request", "head", "repo", "full_name");
    const fromFork = from !== text("pull_request", "base", "repo", "full_name");
    const commit = text("pull_request", "head", "sha") ?? sha;
    return { ...none, pull: number("pull_request", "number"), commit, fromFork };
  }
  if (isObject(valueAt(payload, ["issue", "pull_request"]))) {
    return { ...none, pull: number("issue", "number"), commit: null };
  }
  if (isObject(valueAt(payload, ["workflow_run"]))) {
    const owner = text("workflow_run", "head_repository", "owner", "login");
    const branch = text("workflow_run", "head_branch");
    const head = owner === void 0 || branch === void 0 ? void 0 : `${owner}:${branch}`;
    const commit = text("workflow_run", "head_sha") ?? sha;
    return { ...none, pull: pullOfWorkflowRun(payload), commit, head };
  }
  return { ...none, commit: text("deployment", "sha") ?? sha };
}
async function findPull({ pull, commit, head }, api) {
  if (pull !== void 0 || commit === null) return pull;
  const byCommit = choosePull(await api.pullsOf(commit), commit);
  if (byCommit !== void 0 || head === void 0) return byCommit;
  return (await api.pullsFrom(head)).find((candidate) => candidate.head === commit)?.number;
}
function choosePull(pulls, commit) {
  const rank = ({ open, head }) => open ? head === commit ? 0 : 1 : 2;
  return pulls.filter(({ open, merged }) => open || merged).toSorted((a, b) => rank(a) - rank(b) || a.number - b.number).at(0)?.number;
}
function pullOfWorkflowRun(payload) {
  const pulls = valueAt(payload, ["workflow_run", "pull_requests"]);
  const own = numberOf(valueAt(payload, ["repository", "id"]));
  const found = (Array.isArray(pulls) ? pulls : []).find(
    (pull) => own === void 0 || numberOf(valueAt(pull, ["base", "repo", "id"])) === own
  );
  return numberOf(valueAt(found, ["number"]));
}
function valueAt(value, path) {
  return path.reduce((inner, key) => isObject(inner) ? inner[key] : void 0, value);
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function numberOf(value) {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : void 0;
}

// src/report/comment/past-run.ts
var KEPT = 10;
function compareRuns(a, b) {
  if (a.workflow === b.workflow && a.number !== null && b.number !== null) {
    const byNumber = a.number - b.number || (a.attempt ?? 1) - (b.attempt ?? 1);
    if (byNumber !== 0) return byNumber;
  }
  return Date.parse(a.at) - Date.parse(b.at);
}
function mergeRuns(...lists) {
  const known = /* @__PURE__ */ new Map();
  for (const run2 of lists.flat()) if (!known.has(identityOf(run2))) known.set(identityOf(run2), run2);
  return [...known.values()].toSorted((a, b) => compareRuns(b, a)).slice(0, KEPT);
}
function identityOf({ workflow, id, attempt, at }) {
  return JSON.stringify([workflow, id, attempt, at]);
}

// src/action/deliver/comment-step.ts
function nextStep(found, say) {
  const [oldest, ...others] = found.toSorted((a, b) => a.id - b.id);
  if (oldest === void 0) {
    return say.anew ? { step: "create", body: say.render([say.run]) } : { step: "none", because: "not wanted" };
  }
  const latest = others.reduce((best, comment) => isNewer(comment.runs[0], best.runs[0]) ? comment : best, oldest);
  const newer = isNewer(latest.runs[0], say.run);
  const body = newer ? latest.body : say.render(runsWith(say.run, found));
  if (writtenMarker(oldest.body) !== writtenMarker(body)) return { step: "update", id: oldest.id, body };
  const superfluous = others.at(-1);
  if (superfluous !== void 0) return { step: "remove", id: superfluous.id };
  return { step: "none", because: newer ? "newer" : "done" };
}
function isNewer(run2, than) {
  if (run2 === void 0 || than === void 0) return run2 !== void 0;
  return compareRuns(run2, than) > 0;
}
function runsWith(run2, found) {
  return mergeRuns([run2], ...found.map(({ runs }) => runs));
}

// src/action/deliver/settle-comment.ts
var MOST_STEPS = 12;
async function settleComment(pull, key, say, tools) {
  const thread = createThread(pull, key, tools);
  let outcome = "updated";
  for (let steps = 1; ; steps += 1) {
    const found = await thread.look();
    const next = nextStep(found, say);
    const url = thread.urlOf(found);
    if (next.step === "none") return { outcome: next.because === "done" ? outcome : next.because, url };
    if (steps === MOST_STEPS) return { outcome, url };
    if (next.step === "create") outcome = "created";
    await thread.take(next, steps);
  }
}
function createThread(pull, key, { api, budget }) {
  const gone = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Map();
  const fresh = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  let login;
  const own = async (listed) => {
    const marked = listed.filter(({ body }) => readMarker(body, key) !== void 0);
    if (marked.length === 0) return marked;
    login ??= await api.login();
    return marked.filter(({ author }) => author === login);
  };
  const create = async (body, steps) => {
    try {
      const comment = await api.create(pull, body);
      login = comment.author;
      made.set(comment.id, comment);
    } catch (error2) {
      if (!(error2 instanceof ApiFault)) throw error2;
      await budget.pause(error2, steps);
    }
  };
  const update = async (id, body) => {
    const current = await api.comment(id);
    if (writtenMarker(current.body) === writtenMarker(seen.get(id)?.body ?? "")) await api.update(id, body);
    else fresh.set(id, current);
  };
  return {
    async look() {
      const listed = await own(await api.comments(pull));
      const known = [...made.values(), ...listed, ...fresh.values()].filter(({ id }) => !gone.has(id));
      fresh.clear();
      seen.clear();
      for (const comment of known) seen.set(comment.id, comment);
      return [...seen.values()].map(({ id, body }) => ({ id, body, runs: readMarker(body, key) ?? [] }));
    },
    urlOf: (found) => seen.get(Math.min(...found.map(({ id }) => id)))?.url,
    async take(change, steps) {
      if (change.step === "create") return create(change.body, steps);
      try {
        await (change.step === "remove" ? api.remove(change.id) : update(change.id, change.body));
        if (change.step === "remove") gone.add(change.id);
      } catch (error2) {
        if (!(error2 instanceof ApiFault) || error2.kind !== "missing") throw error2;
        gone.add(change.id);
      }
    }
  };
}

// src/action/deliver/sticky-comment.ts
var BUDGET_MS = 3e4;
var CANCELLED_BUDGET_MS = 3e3;
async function createStickyComment(report, inputs, { clock = systemApiClock(), signal = new AbortController().signal } = {}) {
  const { comment, evidence, settings } = inputs;
  if (comment.when === "never") return void 0;
  const { environment, event } = settings;
  const payload = await readPayload(environment);
  const subject = subjectOf(payload, event.sha);
  const run2 = runOf(report, { environment, commit: subject.commit, now: clock.now() });
  const facts = (runs) => ({ key: comment.key, runs, url: event.url, evidence });
  const render = (runs) => renderComment(report, facts(runs));
  return {
    render: () => render([run2]),
    async deliver(runner) {
      const worth = worthOf(report, comment);
      if (worth === "nothing") return;
      const say = { run: run2, render, anew: worth === "anew" };
      const cancelled = signal.aborted || verdictOf(report) === "cancelled";
      await deliverTo({ inputs, subject, say, runner, clock, signal, cancelled });
    }
  };
}
async function deliverTo({ inputs, subject, say, runner, clock, signal, cancelled }) {
  const { comment, settings } = inputs;
  const { token } = comment;
  const { repository } = settings.event;
  if (token === "" || repository === null) {
    const missing = token === "" ? "the input github-token is empty" : "GITHUB_REPOSITORY is not set";
    return runner.print(`Pull-request comment: none, because ${missing}.`);
  }
  const baseUrl = (settings.environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  let { pull } = subject;
  try {
    const { createGitHubApi } = await import("./action-deliver-github-api.js");
    const budget = createApiBudget(cancelled ? CANCELLED_BUDGET_MS : BUDGET_MS, clock);
    const api = createGitHubApi({ token, baseUrl, repository }, budget);
    pull = await soonAfter(signal, clock, findPull(subject, api));
    if (pull === void 0) return runner.print(`Pull-request comment: none, because ${nowhere(subject)}.`);
    const settled = await soonAfter(signal, clock, settleComment(pull, comment.key, say, { api, budget }));
    runner.print(settledText(settled, pull));
  } catch (error2) {
    if (!(error2 instanceof ApiFault)) throw error2;
    const dependabot = settings.event.actor === "dependabot[bot]";
    const facts = { fromFork: subject.fromFork, dependabot, baseUrl, token, reportDir: inputs.reportDir };
    const text = commentFaultText(error2, facts);
    if (comment.when === "auto" && (!say.anew || pull === void 0))
      runner.print(`Pull-request comment: none. ${text}`);
    else runner.annotate({ level: "warning", title: "No pull-request comment", message: text, location: void 0 });
  }
}
async function soonAfter(signal, clock, work) {
  const { promise, reject } = Promise.withResolvers();
  const hurry = async () => {
    await clock.sleep(CANCELLED_BUDGET_MS);
    reject(new ApiFault("timeout", "The job was cancelled."));
  };
  signal.addEventListener("abort", hurry, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", hurry);
  }
}
function worthOf(report, { when }) {
  if (when === "always") return "anew";
  const verdict = verdictOf(report);
  if (verdict === "cancelled") return "nothing";
  if (verdict !== "passed") return "anew";
  return when === "auto" ? "again" : "nothing";
}
function runOf(report, given) {
  const { environment, commit, now } = given;
  return {
    verdict: verdictOf(report),
    at: report.report === "finished" ? report.run.facts.startedAt : new Date(now).toISOString(),
    commit,
    // `owner/name/.github/workflows/verify.yml@refs/heads/main`
    workflow: environment.GITHUB_WORKFLOW_REF?.replace(/@.*$/, "") || environment.GITHUB_WORKFLOW || null,
    id: countOf2(environment.GITHUB_RUN_ID),
    number: countOf2(environment.GITHUB_RUN_NUMBER),
    attempt: countOf2(environment.GITHUB_RUN_ATTEMPT)
  };
}
function countOf2(text = "") {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
async function readPayload({ GITHUB_EVENT_PATH: path }) {
  if (!path) return null;
  try {
    return parseJson(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
function settledText({ outcome, url }, pull) {
  const where = url === void 0 ? "" : `: ${url}`;
  switch (outcome) {
    case "created":
      return `Pull-request comment: written under #${pull}${where}`;
    case "updated":
      return `Pull-request comment: updated under #${pull}${where}`;
    case "newer":
      return `Pull-request comment: left as it is under #${pull}, since it tells of a newer run${where}`;
    case "not wanted":
      return `Pull-request comment: none, because the run passed and there was none before under #${pull}.`;
  }
}
function nowhere({ commit }) {
  return commit === null ? "the event names no commit" : `no pull request has the commit ${commit.slice(0, 7)}`;
}

// src/action/trust.ts
import { existsSync as existsSync2 } from "node:fs";
import { resolve as resolve3 } from "node:path";

// src/action/commit-files.ts
import { execFile } from "node:child_process";
import { createHash as createHash2 } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile as readFile2, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve as resolve2, sep } from "node:path";
import { promisify } from "node:util";
var PATIENCE_MS = 6e4;
var BRANCH = "refs/heads/commit";
var GUARDS = ["safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null"];
async function isOfCommit(file, commit) {
  let scratch;
  try {
    const real = await realpath(file);
    const top = topOf(dirname(real));
    if (top === void 0 || await ask(top, "rev-parse", "--verify", "HEAD") !== commit) return false;
    scratch = await mkdtemp(join(tmpdir(), "verify-deploy-trust-"));
    const own = await honestCopy(top, commit, scratch);
    const entry = await git(["--git-dir", own, "rev-parse", `${commit}:${relative(top, real).split(sep).join("/")}`]);
    if (!blobIds(await readFile2(real), commit).includes(entry)) return false;
    return !await isStaged(top, own, commit) && (await changesIn(top, own, commit)).length === 0;
  } catch {
    return false;
  } finally {
    if (scratch !== void 0) await rm(scratch, { recursive: true, force: true });
  }
}
function topOf(folder) {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? void 0 : topOf(above);
}
async function honestCopy(top, commit, scratch) {
  const [lender, own] = [join(scratch, "lender"), join(scratch, "own")];
  const form = ["--bare", "--template=", `--object-format=${algorithmOf(commit)}`, "--initial-branch=commit"];
  for (const folder of [lender, own]) await git(["init", "--quiet", ...form, folder]);
  const objects = resolve2(top, await ask(top, "rev-parse", "--git-path", "objects"));
  await writeFile(join(lender, "objects", "info", "alternates"), `${objects}
`);
  await writeFile(join(lender, "shallow"), `${commit}
`);
  await git(["--git-dir", lender, "update-ref", BRANCH, commit]);
  await git(["--git-dir", own, "fetch", "--quiet", "--depth=1", "--no-tags", lender, `${BRANCH}:${BRANCH}`]);
  return own;
}
async function isStaged(top, own, commit) {
  const index = resolve2(top, await ask(top, "rev-parse", "--git-path", "index"));
  const copy = join(own, "index-of-theirs");
  await copyFile(index, copy);
  const words = ["diff-index", "--cached", "--name-only", "--ignore-submodules=all", commit];
  return await git(["--git-dir", own, ...words], { GIT_INDEX_FILE: copy }) !== "";
}
async function changesIn(top, own, commit) {
  const place = ["--git-dir", own, "--work-tree", top];
  await git([...place, "read-tree", commit]);
  const words = ["status", "--porcelain", "--no-renames", "--untracked-files=no", "--ignore-submodules=all"];
  const listed = await git([...place, ...words]);
  return listed.split("\n").filter((line) => line.trim() !== "" && !/^ ?D /.test(line));
}
function blobIds(bytes, commit) {
  const asCommitted = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return [bytes, asCommitted].map(
    (content) => createHash2(algorithmOf(commit)).update(`blob ${content.length}\0`).update(content).digest("hex")
  );
}
function algorithmOf(commit) {
  return commit.length === 64 ? "sha256" : "sha1";
}
function ask(folder, ...words) {
  return git([...GUARDS.flatMap((guard) => ["-c", guard]), "-C", folder, ...words]);
}
async function git(words, more = {}) {
  const { PATH, HOME } = process.env;
  const { stdout } = await promisify(execFile)("git", words, {
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH, HOME, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", ...more }
  });
  return stdout.replace(/\n$/, "");
}

// src/action/trust.ts
var GUARDED_EVENTS = ["pull_request_target", "workflow_run", "issue_comment"];
async function refuseUntrusted(inputs) {
  const { settings, allowUntrustedChecklist } = inputs;
  const event = settings.environment.GITHUB_EVENT_NAME ?? "";
  if (allowUntrustedChecklist || !GUARDED_EVENTS.includes(event)) return [];
  const path = resolve3(settings.root, settings.checklist);
  if (!existsSync2(path)) return [];
  const commit = settings.environment.GITHUB_SHA ?? "";
  if (/^[0-9a-f]{40,64}$/.test(commit) && await isOfCommit(path, commit)) return [];
  const source = { path: settings.checklist, text: "" };
  const message = `Under ${event} this checklist is refused: the side that is not trusted could have written it, and a checklist can run commands with the secrets of this repository.`;
  const hint = "Check out the commit of the event (actions/checkout without ref), or set allow-untrusted-checklist to true if the file comes from people you trust.";
  return [{ code: "untrusted-checklist", severity: "error", span: { source, start: 0, end: 0 }, message, hint }];
}

// src/action/run-action.ts
var LOG_WIDTH = 110;
var GRACE_MS = 5e3;
async function runAction(context) {
  const { inputs, diagnostics } = readInputs(context.environment);
  if (inputs.comment.token !== "") context.runner.mask(inputs.comment.token);
  const report = await reportOf(inputs, diagnostics, context);
  const options = { color: true, width: LOG_WIDTH };
  context.runner.print(renderTerminal(report, options).trimEnd());
  await deliver(report, inputs, context);
  return exitCodeOf(report);
}
async function reportOf(inputs, faults, context) {
  const refusals = hasErrors(faults) ? faults : await refuseUntrusted(inputs);
  if (refusals.length > 0) return invalidReport(inputs, refusals);
  const log = createConsoleLog(context.runner, painter(true));
  try {
    const ports = { signal: context.signal, graceMs: GRACE_MS, verbose: context.environment.RUNNER_DEBUG === "1" };
    return await withThriftyHeap(log, (observer) => verify(inputs.settings, { ...ports, observer }));
  } finally {
    log.finish();
  }
}
function invalidReport({ settings }, diagnostics) {
  const page = settings.checklistPage === void 0 ? {} : { page: settings.checklistPage };
  return {
    report: "invalid",
    checklist: { name: settings.checklist, file: settings.checklist, ...page },
    diagnostics: diagnostics.map(({ span, ...rest }) => ({ ...rest, location: locate(span) }))
  };
}
async function deliver(report, inputs, { runner, signal }) {
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
  const { repository } = inputs.settings.event;
  const facts = { repository, evidence: inputs.evidence };
  await attempt("The annotations", () => deliverAnnotations(report, runner, facts));
  await attempt("The pull-request comment", async () => {
    const comment = await createStickyComment(report, inputs, { signal });
    const file = join2(inputs.reportDirectory, "comment.md");
    if (comment === void 0) return removeOurs(file);
    await attempt("The report comment.md", () => writeText(file, comment.render));
    await comment.deliver(runner);
  });
}
async function removeOurs(file) {
  const text = await readFile3(file, "utf8").catch(() => "");
  if (writtenMarker(text) !== "") await rm2(file, { force: true });
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
    return value instanceof P ? value : new P(function(resolve4) {
      resolve4(value);
    });
  }
  return new (P || (P = Promise))(function(resolve4, reject) {
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
      result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile: writeFile2 } = promises;
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
      const writeFunc = overwrite ? writeFile2 : appendFile;
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
      issue2(breakCommands(message), { title: breakCommands(title), ...placeOf2(location) });
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
function placeOf2(location) {
  if (location === void 0) return {};
  const { file, line, column, endLine, endColumn } = location;
  const lines = { file, startLine: line, endLine };
  return line === endLine ? { ...lines, startColumn: column, endColumn: Math.max(column, endColumn - 1) } : lines;
}

// src/action/start.ts
var EXIT_OWN_FAULT = 70;
async function start(cancelledBy) {
  await run(cancelledBy);
  process.exit();
}
async function run(cancelledBy = () => void 0) {
  const environment = Object.freeze({ ...process.env });
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
  const runner = createRunner(environment);
  const stop = createStopSignal((name) => runner.print(`${name}: cancelling, cleaning up \u2026`));
  const early = cancelledBy();
  if (early !== void 0) process.emit(early, early);
  try {
    process.exitCode = await runAction({ environment, runner, signal: stop.signal });
  } catch (error2) {
    process.exitCode = EXIT_OWN_FAULT;
    const stack = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
    process.stderr.write(`${logLines(`This is a fault of verify-deploy itself; please report it.
${stack}`)}
`);
  }
  await new Promise((resolve4) => process.stdout.write("", () => resolve4()));
  stop.dispose();
}
export {
  run,
  start
};
