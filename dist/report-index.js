import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  checksOf,
  codeFrame,
  count,
  cutToWidth,
  isFlaky,
  placeOf,
  plain,
  renderDiagnostics,
  standingOf,
  totalsOf,
  totalsSentence,
  verdictOf,
  verdictSentence,
  wrap
} from "./report-diagnostics-text.js";
import {
  VERSION
} from "./model-suggest.js";
import {
  oneLine,
  shorten,
  visible,
  visibleJson
} from "./model-visible.js";
import {
  formatDuration,
  formatSize
} from "./model-duration.js";

// src/edge/report-files.ts
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/format/attempts.ts
var SHOWN = 8;
var MESSAGE_LIMIT = 500;
function attemptLines(check) {
  if (check.attempts.length < 2) return [];
  const all = streaksOf(check.attempts);
  const worth = check.repeated ? all.filter(({ first }) => first.status !== "passed") : all;
  const shown = worth.length <= SHOWN ? worth : worth.slice(-SHOWN);
  const total = attemptsTold(check);
  const title = shown.length < worth.length ? `${total}, the last of them` : total;
  const numbers = shown.map(
    ({ first, last }) => first === last ? String(first.number) : `${first.number}\u2013${last.number}`
  );
  const width = Math.max(0, ...numbers.map((number) => number.length));
  const lines = shown.map(({ first }, at) => {
    const when = `+${formatDuration(first.offsetMs - (check.offsetMs ?? 0))}`;
    const told = shorten(oneLine(first.message), MESSAGE_LIMIT);
    return `  ${(numbers[at] ?? "").padStart(width)}  ${when.padStart(9)}  ${first.status}  ${told}`.trimEnd();
  });
  return [title, ...lines];
}
function attemptMarks(attempts) {
  const shown = attempts.slice(-20).map((attempt) => attempt.status === "passed" ? "\u2713" : "\u2717");
  return (attempts.length > shown.length ? ["\u2026", ...shown] : shown).join(" ");
}
function attemptsTold(check) {
  return count(attemptCount(check), check.repeated ? "observation" : "attempt");
}
function attemptCount({ attempts }) {
  return attempts.reduce((most, attempt) => Math.max(most, attempt.number), 0);
}
function streaksOf(attempts) {
  const streaks = [];
  for (const attempt of attempts) {
    const current = streaks.at(-1);
    const next = current?.last.number === attempt.number - 1;
    const alike = next && current?.first.status === attempt.status && current.first.message === attempt.message;
    if (current !== void 0 && alike) streaks[streaks.length - 1] = { first: current.first, last: attempt };
    else streaks.push({ first: attempt, last: attempt });
  }
  return streaks;
}

// src/report/format/failure.ts
var VALUE_LIMIT = 1e3;
function outcomeLine(check) {
  const { outcome } = check;
  switch (outcome.status) {
    case "passed":
      return "";
    case "failed": {
      const [first, ...more] = outcome.failures;
      const rest = more.length === 0 ? "" : ` (and ${more.length} more)`;
      return `${shorten(oneLine(first?.message ?? "An expectation does not hold."), VALUE_LIMIT)}${rest}`;
    }
    case "errored":
      return shorten(oneLine(outcome.fault.message), VALUE_LIMIT);
    case "skipped":
      return outcome.reason.because === "not ready" || outcome.reason.because === "not selected" ? outcome.reason.because : shorten(oneLine(outcome.reason.message), VALUE_LIMIT);
    case "open":
      return shorten(oneLine(outcome.instruction), VALUE_LIMIT);
  }
}
function outcomeParagraph(check) {
  const { outcome } = check;
  if (outcome.status === "skipped") return shorten(oneLine(outcome.reason.message), VALUE_LIMIT);
  if (outcome.status !== "failed" && outcome.status !== "errored") return outcomeLine(check);
  const lines = outcome.status === "failed" ? outcome.failures.flatMap(failureParagraph) : faultParagraph(outcome.fault);
  if (check.fix !== void 0) lines.push(`Fix: ${oneLine(check.fix)}`);
  return lines.join("\n");
}
function expectedText(failure) {
  const { matcher, expected } = failure;
  if (matcher === "" || matcher === "equals" || expected.startsWith(matcher)) return expected;
  return matcher.endsWith(expected) ? matcher : `${matcher} ${expected}`;
}
function byDefaultText(check) {
  return `Every \`${check.kind}\` check expects this unless the checklist says otherwise.`;
}
function outcomeWords(check) {
  const { status } = check.outcome;
  const bad = status === "failed" || status === "errored";
  const words = [bad && check.severity === "warning" ? `warning (${status})` : status];
  if (isFlaky(check)) words.push("flaky");
  if (check.attempts.length > 1) words.push(attemptsTold(check));
  return words.filter((word) => word !== "passed").join(" \xB7 ");
}
function saysMore(instruction, check) {
  const bare = (text) => oneLine(text).replace(/[.!]$/, "");
  return bare(instruction) !== bare(check.name);
}
function failureParagraph(failure) {
  return [
    shorten(oneLine(failure.message), VALUE_LIMIT),
    `  expected: ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT)}`,
    `  actual:   ${shorten(oneLine(failure.actual), VALUE_LIMIT)}`,
    `  at ${placeOf(failure.location)}`
  ];
}
function faultParagraph(fault) {
  const lines = [shorten(oneLine(fault.message), VALUE_LIMIT)];
  if (fault.endpoint !== void 0) lines.push(`  endpoint: ${oneLine(fault.endpoint)}`);
  for (const [name, value] of Object.entries(fault.details)) {
    lines.push(`  ${oneLine(name)}: ${shorten(oneLine(value), VALUE_LIMIT)}`);
  }
  lines.push(`  at ${placeOf(fault.location)} (${oneLine(fault.code)})`);
  if (fault.hint !== "") lines.push(`Hint: ${oneLine(fault.hint)}`);
  return lines;
}
function isAtSamePlace({ location }, before) {
  const other = before?.location;
  return other !== void 0 && other.line === location.line && other.column === location.column;
}

// src/report/format/whole-run.ts
function wholeRunFault(report) {
  const verdict = verdictOf(report);
  if (verdict === "passed") return void 0;
  const message = verdictSentence(report);
  if (report.report === "invalid") {
    const text = renderDiagnostics(report.diagnostics, { color: false });
    return { name: "The checklist is valid", verdict, message, text };
  }
  const red = checksOf(report.run).some(({ check }) => isRed(check, report.run.failOn));
  return red ? void 0 : { name: "The run as a whole", verdict, message, text: message };
}
function isRed(check, failOn) {
  const standing = standingOf(check);
  return standing === "failed" || standing === "errored" || standing === "warning" && failOn === "warning";
}

// src/report/ctrf/ctrf-test.ts
function ctrfTest({ check, sections: sections2 }, report, runStart) {
  const { outcome } = check;
  const start = startOf(check, runStart);
  const line2 = outcome.status === "skipped" ? outcomeParagraph(check) : outcomeLine(check);
  const retried = !check.repeated && check.attempts.length > 1;
  return {
    name: check.name === "" ? check.description : check.name,
    status: statusOf(check, report),
    duration: Math.round(check.durationMs),
    start,
    stop: start === void 0 ? void 0 : start + Math.round(check.durationMs),
    suite: sections2.length === 0 ? void 0 : sections2,
    message: line2 === "" ? void 0 : line2,
    trace: outcome.status === "failed" || outcome.status === "errored" ? outcomeParagraph(check) : void 0,
    snippet: snippetOf(check),
    line: check.location.line,
    rawStatus: outcome.status,
    tags: check.tags.length === 0 ? void 0 : check.tags,
    type: check.kind,
    filePath: check.location.file,
    retries: retried ? attemptCount(check) - 1 : void 0,
    retryAttempts: retried ? check.attempts.map((attempt) => retryAttempt(attempt, runStart)) : void 0,
    // CTRF calls a test flaky when it passed in the end; `extra.flaky` knows the others as well.
    flaky: isFlaky(check) && outcome.status === "passed" ? true : void 0,
    extra: checkExtra(check)
  };
}
function testOfWholeRun(fault, file) {
  return {
    name: fault.name,
    status: "failed",
    duration: 0,
    message: fault.message,
    trace: fault.text,
    rawStatus: fault.verdict,
    filePath: file
  };
}
function checkExtra(check) {
  const { outcome } = check;
  return {
    key: check.key,
    id: check.id,
    kind: check.kind,
    description: check.description,
    severity: check.severity,
    fix: check.fix,
    location: check.location,
    startedAt: check.startedAt,
    offsetMs: check.offsetMs,
    flaky: isFlaky(check) ? true : void 0,
    repeated: check.repeated ? true : void 0,
    expectations: check.expectations,
    captured: check.captured.length === 0 ? void 0 : check.captured,
    failures: outcome.status === "failed" ? outcome.failures : void 0,
    fault: outcome.status === "errored" ? outcome.fault : void 0,
    reason: outcome.status === "skipped" ? outcome.reason : void 0,
    reproduce: outcome.status === "failed" || outcome.status === "errored" ? outcome.reproduce : void 0,
    attempts: check.attempts.length === 0 ? void 0 : check.attempts,
    evidence: evidenceOf(check)
  };
}
function statusOf(check, report) {
  if (isRed(check, report.run.failOn)) return "failed";
  const { status } = check.outcome;
  return status === "passed" || status === "skipped" ? status : "other";
}
function startOf(check, runStart) {
  return check.offsetMs === void 0 ? void 0 : runStart + Math.round(check.offsetMs);
}
function snippetOf({ outcome }) {
  if (outcome.status === "errored") return outcome.fault.location.lineText;
  return outcome.status === "failed" ? outcome.failures[0]?.location.lineText : void 0;
}
function retryAttempt(attempt, runStart) {
  const start = runStart + Math.round(attempt.offsetMs);
  return {
    attempt: attempt.number,
    status: attempt.status === "passed" ? "passed" : "failed",
    duration: Math.round(attempt.durationMs),
    message: attempt.message === "" ? void 0 : attempt.message,
    start,
    stop: start + Math.round(attempt.durationMs)
  };
}
function evidenceOf({ outcome }) {
  if (outcome.status !== "failed" && outcome.status !== "errored") return void 0;
  return outcome.evidence.length === 0 ? void 0 : outcome.evidence;
}

// src/report/ctrf.ts
var SPEC_VERSION = "1.0.0";
var SHAPE = "verify-deploy/1";
var TESTS = '\n    "tests": [\n      null\n    ]';
function* renderCtrf(report) {
  const startedAt = startOf2(report);
  const document = indented({
    reportFormat: "CTRF",
    specVersion: SPEC_VERSION,
    generatedBy: `verify-deploy ${VERSION}`,
    results: {
      tool: { name: "verify-deploy", version: VERSION },
      summary: summaryOf(report, startedAt),
      tests: [null],
      environment: environmentOf(report),
      extra: extraOf(report)
    }
  });
  const at = document.indexOf(TESTS);
  let lead = `${document.slice(0, at)}
    "tests": [`;
  let end = "]";
  for (const test of testsOf(report, startedAt)) {
    yield `${lead}
      ${indented(test).replaceAll("\n", "\n      ")}`;
    lead = ",";
    end = "\n    ]";
  }
  yield `${lead === "," ? "" : lead}${end}${document.slice(at + TESTS.length)}
`;
}
function indented(value) {
  return visibleJson(JSON.stringify(value, void 0, 2));
}
function* testsOf(report, startedAt) {
  if (report.report === "finished") {
    for (const placed of checksOf(report.run)) yield ctrfTest(placed, report, startedAt);
  }
  const fault = wholeRunFault(report);
  if (fault !== void 0) yield testOfWholeRun(fault, report.checklist.file);
}
function startOf2(report) {
  const start = report.report === "finished" ? Date.parse(report.run.facts.startedAt) : Number.NaN;
  return Number.isNaN(start) ? 0 : start;
}
function summaryOf(report, start) {
  const counts = { tests: 0, passed: 0, failed: 0, pending: 0, skipped: 0, other: 0, flaky: 0 };
  const suites = /* @__PURE__ */ new Set();
  for (const { status, flaky: flaky2, suite } of testsOf(report, start)) {
    counts.tests += 1;
    counts[status] += 1;
    if (flaky2 === true) counts.flaky += 1;
    if (suite !== void 0) suites.add(JSON.stringify(suite));
  }
  const duration = report.report === "finished" ? Math.round(report.run.durationMs) : 0;
  return { ...counts, suites: suites.size, start, stop: start + duration, duration };
}
function environmentOf(report) {
  const healthy = verdictOf(report) === "passed";
  if (report.report === "invalid") return { reportName: report.checklist.name, healthy };
  const { facts } = report.run;
  const number = Number(facts.number ?? Number.NaN);
  return {
    reportName: report.checklist.name,
    buildNumber: Number.isSafeInteger(number) ? number : void 0,
    buildUrl: facts.url ?? void 0,
    repositoryName: facts.repository ?? void 0,
    commit: facts.sha ?? void 0,
    branchName: facts.ref ?? void 0,
    testEnvironment: facts.target ?? void 0,
    healthy
  };
}
function extraOf(report) {
  return {
    shape: SHAPE,
    verdict: verdictOf(report),
    message: verdictSentence(report),
    checklist: report.checklist,
    diagnostics: report.diagnostics.length === 0 ? void 0 : report.diagnostics,
    ...report.report === "finished" ? runExtra(report.run) : {}
  };
}
function runExtra(run) {
  const facts = Object.entries(run.facts).filter(([, value]) => value !== null);
  return {
    totals: totalsOf(run),
    failOn: run.failOn,
    run: Object.fromEntries(facts),
    ready: run.ready?.rounds,
    stopped: run.stopped,
    notices: run.notices.length === 0 ? void 0 : run.notices,
    cleanup: run.cleanup.length === 0 ? void 0 : run.cleanup.map(({ of, check }) => ({
      of,
      name: check.name,
      status: check.outcome.status,
      ...checkExtra(check)
    }))
  };
}

// src/report/format/failure-block.ts
var LABEL = 11;
function failureBlock(check, look) {
  const { outcome } = check;
  if (outcome.status !== "failed" && outcome.status !== "errored") return [];
  const parts = outcome.status === "failed" ? outcome.failures.map((failure, index) => failureLines(failure, outcome.failures[index - 1], { check, look })) : [faultLines(outcome.fault, look)];
  const actions = [
    ...labelled("fix", check.fix, look),
    ...outcome.reproduce === void 0 ? [] : [`${look.paint("bold", label("reproduce"))}${oneLine(outcome.reproduce)}`]
  ];
  const evidence = outcome.evidence.map((piece) => evidenceLines(piece, look));
  return joined([...parts, attemptLines(check).map((line2) => cutToWidth(line2, look.width)), actions, ...evidence]);
}
function failureLines(failure, before, { check, look }) {
  const again = isAtSamePlace(failure, before);
  return [
    ...wrap(oneLine(failure.message), look.width),
    ...again ? [] : codeFrame(failure.location, look),
    `${look.paint("green", label("expected"))}${valueText(expectedText(failure), look)}`,
    `${look.paint("red", label("actual"))}${valueText(failure.actual, look)}`,
    ...failure.byDefault && !(again && before?.byDefault) ? [look.paint("dim", byDefaultText(check))] : []
  ];
}
function faultLines(fault, look) {
  return [
    ...wrap(oneLine(fault.message), look.width),
    ...codeFrame(fault.location, look),
    ...labelled("endpoint", fault.endpoint, look),
    ...Object.entries(fault.details).flatMap(([name, value]) => labelled(shorten(oneLine(name), 40), value, look)),
    ...labelled("hint", fault.hint === "" ? void 0 : fault.hint, look)
  ];
}
function evidenceLines(evidence, look) {
  const lines = visible(evidence.text).replaceAll("	", "  ").trimEnd().split("\n");
  const shown = lines.slice(0, look.evidenceLines);
  const notes = [
    shown.length < lines.length ? `first ${shown.length} of ${lines.length} lines` : "",
    evidence.fullLength === void 0 ? "" : `cut from ${evidence.fullLength} characters`
  ].filter((note) => note !== "");
  const title = `${shorten(oneLine(evidence.title), 200)}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
  return [title, ...shown.map((line2) => `${look.paint("dim", "\u2502")} ${cutToWidth(line2, look.width - 2)}`.trimEnd())];
}
function labelled(name, text, look) {
  if (text === void 0) return [];
  const [first = "", ...rest] = wrap(oneLine(text), look.width - LABEL);
  return [`${look.paint("bold", label(name))}${first}`, ...rest.map((line2) => `${" ".repeat(LABEL)}${line2}`)];
}
function label(name) {
  return name.length < LABEL ? name.padEnd(LABEL) : `${name}  `;
}
function valueText(value, look) {
  return shorten(oneLine(value), Math.max(20, (look.width - LABEL) * 2));
}
function joined(parts) {
  const lines = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(...part);
  }
  return lines;
}

// src/report/format/outline.ts
var PATH_LIMIT = 300;
function placedIn(entries, sections2 = []) {
  return entries.flatMap(
    (entry) => entry.result === "check" ? [{ check: entry, sections: sections2 }] : placedIn(entry.entries, [...sections2, entry.name])
  );
}
function pathOf({ check, sections: sections2 }) {
  return shorten([...sections2, check.name].map(oneLine).join(" \u203A "), PATH_LIMIT);
}
function topEntries(run) {
  return run.ready === void 0 ? run.entries : [run.ready, ...run.entries];
}
function troublesOf(run) {
  const of = (...standings) => checksOf(run).filter(({ check }) => standings.includes(standingOf(check)));
  return [...of("failed", "errored"), ...of("warning")];
}
function slowestOf(run, limit) {
  const ran = checksOf(run).filter(({ check }) => check.attempts.length > 0);
  return ran.length <= limit ? [] : ran.toSorted((a, b) => b.check.durationMs - a.check.durationMs).slice(0, limit);
}
function elapsedOf(checks) {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { offsetMs, durationMs } of checks) {
    if (offsetMs === void 0) continue;
    first = Math.min(first, offsetMs);
    last = Math.max(last, offsetMs + durationMs);
  }
  return first === Number.POSITIVE_INFINITY ? void 0 : last - first;
}
function roundsOf(section) {
  if (section.rounds === void 0) return void 0;
  const rounds = section.rounds.count === 1 ? "1 round" : `${section.rounds.count} rounds`;
  return section.rounds.held ? rounds : `not ready after ${rounds}`;
}
var SAME_REASON = 3;
function runsOf(entries) {
  const runs = [];
  for (let at = 0; at < entries.length; ) {
    const alike = skippedAlike(entries, at);
    const entry = entries[at];
    if (alike.length >= SAME_REASON) runs.push(alike);
    else if (entry !== void 0) runs.push(entry);
    at += alike.length >= SAME_REASON ? alike.length : 1;
  }
  return runs;
}
function skippedAlike(entries, from) {
  const reason = reasonOf(entries[from]);
  const alike = [];
  for (const entry of reason === void 0 ? [] : entries.slice(from)) {
    if (entry.result !== "check" || reasonOf(entry) !== reason) break;
    alike.push(entry);
  }
  return alike;
}
function reasonOf(entry) {
  return entry?.result === "check" && entry.outcome.status === "skipped" ? outcomeLine(entry) : void 0;
}

// src/report/format/xml.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "	": "&#9;"
};
function escapeXml(text) {
  return visible(text).replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
function element(name, attributes, children = "") {
  const written = Object.entries(attributes).flatMap(
    ([key, value]) => value === void 0 ? [] : [` ${key}="${escapeAttribute(String(value))}"`]
  );
  return children === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${children}</${name}>`;
}
function escapeAttribute(text) {
  return visible(text).replace(/[&<>"\n\t]/g, (character) => ENTITIES[character] ?? character);
}

// src/report/junit.ts
var EVIDENCE_LINES = 200;
function renderJunit(report) {
  const suites = report.report === "finished" ? suitesOf(report) : [];
  const fault = wholeRunFault(report);
  if (fault !== void 0) suites.push(suiteOfWholeRun(fault, report));
  const cases = suites.flatMap((suite) => suite.cases);
  const elapsedMs = report.report === "finished" ? report.run.durationMs : 0;
  const { skipped: _, ...counts } = countsOf(cases);
  const body = suites.map((suite) => suiteXml(suite, report)).join("\n");
  const root = element("testsuites", { name: nameOf(report), ...counts, time: seconds(elapsedMs) }, `
${body}
`);
  return `<?xml version="1.0" encoding="UTF-8"?>
${root}
`;
}
function suitesOf(report) {
  const { run } = report;
  const entries = topEntries(run);
  const sections2 = entries.filter((entry) => entry.result === "section");
  const loose = placedIn(entries.filter((entry) => entry.result === "check"));
  const suites = [
    ...sections2.map((section) => suiteOf(section.name, placedIn([section]), report)),
    ...loose.length === 0 ? [] : [suiteOf(nameOf(report), loose, report)]
  ];
  return run.cleanup.length === 0 ? suites : [...suites, cleanupSuite(report)];
}
function suiteOf(name, checks, report) {
  return {
    name: oneLine(name),
    cases: checks.map((placed) => caseOf(placed, report)),
    elapsedMs: elapsedOf(checks.map(({ check }) => check)) ?? 0,
    output: ""
  };
}
function cleanupSuite({ run }) {
  const lines = run.cleanup.flatMap(({ of, check }) => {
    const line2 = outcomeLine(check);
    const told = line2 === "" ? "" : `: ${line2}`;
    return [`${check.outcome.status}: ${oneLine(check.name)} (of ${oneLine(of)})${told}`, ...blockOf(check)];
  });
  const elapsedMs = elapsedOf(run.cleanup.map(({ check }) => check)) ?? 0;
  return { name: "Cleanup", cases: [], elapsedMs, output: lines.join("\n") };
}
function suiteOfWholeRun(fault, report) {
  const text = element("error", { message: fault.message, type: fault.verdict }, escapeXml(fault.text));
  const xml = element("testcase", { name: fault.name, classname: nameOf(report), time: seconds(0) }, text);
  return { name: nameOf(report), cases: [{ state: "error", xml }], elapsedMs: 0, output: "" };
}
function suiteXml(suite, report) {
  const attributes = {
    name: suite.name,
    ...countsOf(suite.cases),
    time: seconds(suite.elapsedMs),
    timestamp: report.report === "finished" ? report.run.facts.startedAt : void 0,
    file: report.checklist.file
  };
  const output = suite.output === "" ? [] : [element("system-out", {}, escapeXml(suite.output))];
  const children = [...propertiesOf(report), ...suite.cases.map(({ xml }) => xml), ...output];
  return element("testsuite", attributes, `
${children.join("\n")}
`);
}
function propertiesOf(report) {
  if (report.report === "invalid") return [];
  const properties = Object.entries(report.run.facts).flatMap(
    ([name, value]) => value === null ? [] : [element("property", { name: `run.${name}`, value })]
  );
  return [element("properties", {}, properties.join(""))];
}
function caseOf({ check, sections: sections2 }, report) {
  const attributes = {
    name: oneLine(check.name) || oneLine(check.description),
    classname: sections2.map(oneLine).join(" \u203A ") || nameOf(report),
    time: seconds(check.durationMs)
  };
  const { state, content } = contentOf(check, report);
  const output = outputOf(check);
  const told = output === "" ? "" : element("system-out", {}, escapeXml(output));
  return { state, xml: element("testcase", attributes, `${content}${told}`) };
}
function contentOf(check, report) {
  const { outcome } = check;
  const message = outcome.status === "skipped" ? outcomeParagraph(check) : outcomeLine(check);
  if (outcome.status === "passed") return { state: "passed", content: "" };
  if (isRed(check, report.run.failOn)) {
    const [state, type2] = outcome.status === "errored" ? ["error", outcome.fault.code] : ["failure", outcome.status === "failed" ? outcome.failures[0]?.subject : void 0];
    return { state, content: element(state, { message, type: type2 }, escapeXml(blockOf(check).join("\n"))) };
  }
  const type = outcome.status === "skipped" ? outcome.reason.because : standingOf(check);
  const told = type === "warning" ? `Warning, ${outcome.status}: ${message}` : message;
  return {
    state: "skipped",
    content: element("skipped", { message: told, type }, escapeXml(blockOf(check).join("\n")))
  };
}
function blockOf(check) {
  return failureBlock(check, { paint: plain, width: 120, evidenceLines: EVIDENCE_LINES });
}
function outputOf(check) {
  if (check.outcome.status !== "passed" || check.attempts.length < 2) return "";
  return `${outcomeWords(check)}${isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : ""}`;
}
function countsOf(cases) {
  const having = (state) => cases.filter((one) => one.state === state).length;
  return { tests: cases.length, failures: having("failure"), errors: having("error"), skipped: having("skipped") };
}
function nameOf(report) {
  return oneLine(report.checklist.name) || oneLine(report.checklist.file);
}
function seconds(milliseconds) {
  return (milliseconds / 1e3).toFixed(3);
}

// src/report/format/blocks.ts
function block(text) {
  return { text, item: false };
}
function list(items) {
  return items.map((text, at) => ({ text: `- ${text}`, item: at > 0 }));
}
function joinBlocks(blocks) {
  return `${blocks.map(({ text, item: item2 }, at) => (at === 0 ? "" : item2 ? "\n" : "\n\n") + text).join("")}
`;
}
function cutBlocks(blocks, limit, note) {
  const room = limit - Buffer.byteLength(note(blocks.length)) - 4;
  let used = 0;
  let kept = 0;
  for (const { text } of blocks) {
    used += Buffer.byteLength(text) + 2;
    if (used > room) break;
    kept += 1;
  }
  return joinBlocks([...blocks.slice(0, kept), block(note(blocks.length - kept))]);
}

// src/report/format/markdown.ts
var BREAK = "&#8203;";
function escapeMarkdown(text) {
  return oneLine(text).replace(/[&<>\\`*[\]|~$^]/g, entity).replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "&#95;").replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits, mark) => digits + entity(mark)).replace(/^(?:[-+=]|#(?=#*(?:\s|$)))/, entity).replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`).replace(/(?<!&)#(?=\d)/g, `#${BREAK}`).replace(/\b(GH-)(?=\d)/gi, `$1${BREAK}`).replace(/:(?=\/\/)/g, `:${BREAK}`).replace(/\b(www)\./gi, `$1${BREAK}.`).replace(/\b(mailto|xmpp):/gi, `$1:${BREAK}`).replace(/:(?=[a-z+-][\w+-]*:)/gi, `:${BREAK}`).replace(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)([0-9a-f]{4})([0-9a-f]{3,36})\b/gi, `$1${BREAK}$2`);
}
function fence(text, language = "") {
  const shown = visible(text).trimEnd();
  const ticks = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${ticks}${language}
${shown}
${ticks}`;
}
function proseMarkdown(text) {
  return oneLine(text).split(/(`[^`]+`)/).map((part, at) => at % 2 === 1 ? codeSpan(part.slice(1, -1)) : betweenCode(part)).join("");
}
function betweenCode(text) {
  const [, before = "", middle = "", after = ""] = /^( *)(.*?)( *)$/.exec(text) ?? [];
  return before + escapeMarkdown(middle) + after;
}
function codeCell(text) {
  return codeSpan(text).replaceAll("|", "\\|");
}
function codeSpan(text) {
  const shown = oneLine(text);
  const ticks = "`".repeat(longestRun(shown) + 1);
  const padded = /^`|`$/.test(shown) || shown === "" ? ` ${shown} ` : shown;
  return `${ticks}${padded}${ticks}`;
}
function fold(title, body) {
  return `<details><summary>${escapeMarkdown(title)}</summary>

${body}

</details>`;
}
function evidenceFold(evidence, limit) {
  const { title, text, language, fullLength } = evidence;
  const shown = text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  const full = fullLength ?? text.length;
  const size = shown.length < full ? `first ${shown.length} of ${full} characters` : formatSize(Buffer.byteLength(text));
  return fold(`${title} \xB7 ${size}`, fence(shown, language === "text" ? "" : language));
}
function table(head, rows) {
  const line2 = (cells) => `| ${cells.join(" | ")} |`;
  return [line2(head), line2(head.map(() => "---")), ...rows.map(line2)].join("\n");
}
function longestRun(text) {
  return text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0;
}
function entity(character) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return named[character] ?? `&#${character.charCodeAt(0)};`;
}

// src/report/summary/what-to-fix.ts
var FRAME_WIDTH = 120;
var VALUE_LIMIT2 = 500;
function whatToFix(run, level) {
  const troubles = troublesOf(run);
  if (troubles.length === 0) return [];
  const title = block("## What to fix");
  if (level.details) return [title, ...troubles.flatMap((placed, at) => item(placed, at + 1, level))];
  return [title, ...list(troubles.map(line))];
}
function reasonBlocks(check, evidence) {
  const { outcome } = check;
  if (outcome.status !== "failed" && outcome.status !== "errored") return [];
  const reasons = outcome.status === "failed" ? outcome.failures.flatMap((failure, index) => failureBlocks(failure, outcome.failures[index - 1], check)) : faultBlocks(outcome.fault);
  const hint = outcome.status === "errored" && outcome.fault.hint !== "" ? outcome.fault.hint : void 0;
  const advice = [
    ...hint === void 0 ? [] : [`**Hint:** ${proseMarkdown(hint)}`],
    ...check.fix === void 0 ? [] : [`**Fix:** ${proseMarkdown(check.fix)}`]
  ];
  const folds = evidence > 0 ? [
    ...attemptsFold(check),
    ...outcome.evidence.map((piece) => evidenceFold(piece, evidence)),
    ...outcome.reproduce === void 0 ? [] : [fold("Reproduce", fence(oneLine(outcome.reproduce), "shell"))]
  ] : [];
  return [...reasons, ...advice.map(block), ...folds.map(block)];
}
function item(placed, number, level) {
  const { check } = placed;
  const mark = standingOf(check) === "warning" ? "\u26A0\uFE0F" : "\u274C";
  return [
    block(`### ${mark} ${number}. ${escapeMarkdown(pathOf(placed))}`),
    block(`${outcomeWords(check)} \xB7 ${formatDuration(check.durationMs)}`),
    ...reasonBlocks(check, level.evidence)
  ];
}
function line(placed) {
  const { check } = placed;
  const told = proseMarkdown(shorten(outcomeLine(check), 200));
  const fix = check.fix === void 0 ? "" : ` **Fix:** ${proseMarkdown(shorten(check.fix, 200))}`;
  return `**${escapeMarkdown(shorten(pathOf(placed), 300))}** \xB7 ${outcomeWords(check)}: ${told}${fix}`;
}
function failureBlocks(failure, before, check) {
  const again = isAtSamePlace(failure, before);
  const lines = [
    ...again ? [] : codeFrame(failure.location, { width: FRAME_WIDTH }),
    `expected  ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT2)}`,
    `actual    ${shorten(oneLine(failure.actual), VALUE_LIMIT2)}`
  ];
  const note = failure.byDefault && !(again && before?.byDefault) ? ` ${proseMarkdown(byDefaultText(check))}` : "";
  return [block(`${sentence(failure.message)}${note}`), block(fence(lines.join("\n")))];
}
function faultBlocks(fault) {
  const lines = [
    ...codeFrame(fault.location, { width: FRAME_WIDTH }),
    ...fault.endpoint === void 0 ? [] : [`endpoint  ${oneLine(fault.endpoint)}`],
    ...Object.entries(fault.details).map(
      ([name, value]) => `${shorten(oneLine(name), 40).padEnd(8)}  ${shorten(oneLine(value), VALUE_LIMIT2)}`
    )
  ];
  return [block(sentence(fault.message)), block(fence(lines.join("\n")))];
}
function sentence(message) {
  return proseMarkdown(shorten(oneLine(message), VALUE_LIMIT2));
}
function attemptsFold(check) {
  const [title, ...lines] = attemptLines(check);
  return title === void 0 || lines.length === 0 ? [] : [fold(title, fence(lines.join("\n")))];
}

// src/report/summary/closing.ts
var SLOWEST = 5;
var LINE_LIMIT = 300;
function openBoxes(run) {
  const boxes = checksOf(run).flatMap((placed) => {
    const { outcome } = placed.check;
    if (outcome.status !== "open") return [];
    const told = saysMore(outcome.instruction, placed.check) ? `: ${proseMarkdown(outcome.instruction)}` : "";
    return [`[ ] **${escapeMarkdown(pathOf(placed))}**${told}`];
  });
  return titled("For a person to look at", list(boxes));
}
function flaky(run) {
  const items = checksOf(run).filter(({ check }) => isFlaky(check)).map((placed) => {
    const { check } = placed;
    return `${escapeMarkdown(pathOf(placed))} \xB7 ${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`;
  });
  return titled("Flaky", list(items));
}
function slowest(run) {
  const rows = slowestOf(run, SLOWEST).map((placed) => [
    formatDuration(placed.check.durationMs),
    escapeMarkdown(shorten(pathOf(placed), LINE_LIMIT))
  ]);
  return rows.length === 0 ? [] : titled("Slowest", [block(table(["Time", "Check"], rows))]);
}
function cleanup(run, level) {
  const failed = run.cleanup.filter(({ check }) => ["failed", "errored"].includes(check.outcome.status));
  const note = failed.length === 0 ? [] : [block("What could not be undone does not change the verdict.")];
  const steps = level.passed ? run.cleanup : run.cleanup.filter(({ check }) => check.outcome.status !== "passed");
  const details = level.details ? failed.flatMap((step) => stepDetails(step, level)) : [];
  return titled("Cleanup", [...note, ...list(steps.map(stepItem)), ...details]);
}
function notices(report) {
  return titled("Notes", list(report.run.notices.map(proseMarkdown)));
}
function environment({ run, checklist }) {
  const { facts } = run;
  const rows = [
    ["Checklist", checklist.file],
    ["Target", facts.target],
    ["Started", facts.startedAt],
    ["Took", formatDuration(run.durationMs)],
    ["Run", facts.id],
    ["Repository", facts.repository],
    ["Ref", facts.ref],
    ["Commit", facts.sha],
    ["Actor", facts.actor],
    ["Workflow run", facts.url],
    ["verify-deploy", VERSION]
  ];
  const known = rows.flatMap(([name, value]) => value === null ? [] : [[name, codeCell(value)]]);
  return titled("Environment", [block(table(["", ""], known))]);
}
function stepDetails({ check }, level) {
  return [block(`### \u274C ${escapeMarkdown(check.name)}`), ...reasonBlocks(check, level.evidence)];
}
function stepItem({ of, check }) {
  const { status } = check.outcome;
  const box = status === "passed" ? "[x]" : "[ ]";
  const words = status === "passed" ? formatDuration(check.durationMs) : outcomeWords(check);
  const line2 = outcomeLine(check);
  const told = line2 === "" ? "" : `: ${proseMarkdown(shorten(line2, LINE_LIMIT))}`;
  return `${box} ${escapeMarkdown(check.name)} (of ${escapeMarkdown(of)}) \xB7 ${words}${told}`;
}
function titled(title, blocks) {
  return blocks.length === 0 ? [] : [block(`## ${title}`), ...blocks];
}

// src/report/summary/level.ts
var LEVELS = [
  { passed: true, evidence: 2e4, details: true, missing: "" },
  { passed: false, evidence: 2e4, details: true, missing: "passed checks are only counted" },
  {
    passed: false,
    evidence: 2e3,
    details: true,
    missing: "passed checks are only counted and evidence is shortened"
  },
  { passed: false, evidence: 0, details: true, missing: "passed checks are only counted and evidence is left out" },
  { passed: false, evidence: 0, details: false, missing: "passed checks are only counted and a failure is a line" }
];

// src/report/summary/sections.ts
var LINE_LIMIT2 = 300;
function sections(run, level) {
  const blocks = entryBlocks(topEntries(run), 3, "Other checks", level);
  return blocks.length === 0 ? [] : [block("## Checks"), ...blocks];
}
function entryBlocks(entries, depth, rest, level) {
  const blocks = [];
  let items = [];
  let afterSection = false;
  const endList = () => {
    if (items.length > 0 && afterSection) blocks.push(heading(depth, rest));
    blocks.push(...list(items));
    items = [];
  };
  const passed = level.passed ? 0 : entries.filter(isPassed).length;
  if (passed > 0) items.push(`[x] ${count(passed, "check")} passed`);
  for (const run of runsOf(entries)) {
    if (!("result" in run)) items.push(skippedTogether(run));
    else if (run.result === "check") items.push(...itemOf(run, level));
    else {
      endList();
      afterSection = true;
      blocks.push(...sectionBlocks(run, depth, level));
    }
  }
  endList();
  return blocks;
}
function sectionBlocks(section, depth, level) {
  const elapsed = elapsedOf(placedIn(section.entries).map(({ check }) => check));
  const notes = [roundsOf(section), elapsed === void 0 ? void 0 : formatDuration(elapsed)];
  const name = escapeMarkdown(section.name);
  const head = [name, ...notes.filter((note) => note !== void 0)].join(" \xB7 ");
  return [heading(depth, head), ...entryBlocks(section.entries, depth + 1, `${name}, continued`, level)];
}
function heading(depth, text) {
  return block(`${"#".repeat(Math.min(depth, 6))} ${text}`);
}
function itemOf(check, level) {
  const name = escapeMarkdown(shorten(check.name, LINE_LIMIT2));
  if (isPassed(check)) return level.passed ? [`[x] ${passedItem(name, check)}`] : [];
  const told = proseMarkdown(shorten(outcomeLine(check), LINE_LIMIT2));
  const { status } = check.outcome;
  if (status === "skipped") return [`[ ] ${name} \xB7 skipped: ${told}`];
  if (status === "open") return [`[ ] ${name} \xB7 open, for a person`];
  const mark = standingOf(check) === "warning" ? "\u26A0\uFE0F" : "\u274C";
  return [`[ ] ${mark} **${name}** \xB7 ${outcomeWords(check)} \xB7 ${formatDuration(check.durationMs)}: ${told}`];
}
function passedItem(name, check) {
  const words = outcomeWords(check);
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : "";
  return [name, formatDuration(check.durationMs), ...words === "" ? [] : [`${words}${marks}`]].join(" \xB7 ");
}
function skippedTogether(checks) {
  const names = shorten(checks.map((check) => check.name).join(", "), LINE_LIMIT2);
  const reason = proseMarkdown(shorten(reasonOf(checks[0]) ?? "", LINE_LIMIT2));
  return `[ ] ${checks.length} checks skipped: ${reason} (${escapeMarkdown(names)})`;
}
function isPassed(entry) {
  return entry.result === "check" && entry.outcome.status === "passed";
}

// src/report/summary.ts
var SUMMARY_LIMIT = 1e6;
var MARKS = { passed: "\u2705", failed: "\u274C", cancelled: "\u{1F6AB}", invalid: "\u274C" };
function renderSummary(report, limit = SUMMARY_LIMIT) {
  let blocks = [];
  for (const level of LEVELS) {
    blocks = blocksOf(report, level);
    const text = joinBlocks(blocks);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return cutBlocks(blocks, limit, (leftOut) => {
    return `**Cut here:** ${count(leftOut, "more line or block", "more lines and blocks")} did not fit into the summary. The report files hold everything.`;
  });
}
function blocksOf(report, level) {
  const note = level.missing === "" ? [] : [block(`> To fit the limit of a summary, ${level.missing}. The report files hold everything.`)];
  const diagnostics = report.diagnostics.flatMap(diagnosticBlocks);
  if (report.report === "invalid") return [...headBlocks(report), ...note, ...diagnostics];
  const { run } = report;
  return [
    ...headBlocks(report),
    ...note,
    ...whatToFix(run, level),
    ...openBoxes(run),
    ...flaky(run),
    ...sections(run, level),
    ...slowest(run),
    ...cleanup(run, level),
    ...notices(report),
    ...diagnostics.length === 0 ? [] : [block("## About the checklist"), ...diagnostics],
    ...environment(report)
  ];
}
function headBlocks(report) {
  const verdict = verdictOf(report);
  const title = block(`# ${MARKS[verdict]} ${escapeMarkdown(shorten(report.checklist.name, 300))}: ${verdict}`);
  const sentence2 = block(`**${proseMarkdown(shorten(verdictSentence(report), 1e3))}**`);
  if (report.report === "invalid") return [title, sentence2];
  const { run } = report;
  const target = run.facts.target === null ? [] : [`target ${escapeMarkdown(run.facts.target)}`];
  const totals = [totalsSentence(totalsOf(run)), formatDuration(run.durationMs), ...target].join(" \xB7 ");
  return [title, sentence2, block(totals)];
}
function diagnosticBlocks({ severity, message, hint, code, location }) {
  const mark = severity === "error" ? "\u274C" : "\u26A0\uFE0F";
  const frame = codeFrame(location, { width: 120 });
  const advice = hint === "" ? "" : `**Hint:** ${proseMarkdown(hint)} `;
  return [
    block(`${mark} ${proseMarkdown(message)}`),
    block(fence(frame.join("\n"))),
    block(`${advice}(${escapeMarkdown(code)})`)
  ];
}

// src/report/index.ts
var reporters = [
  { name: "ctrf", file: "report.json", render: renderCtrf },
  { name: "junit", file: "junit.xml", render: renderJunit },
  { name: "summary", file: "summary.md", render: (report) => renderSummary(report) }
];

// src/edge/report-files.ts
async function writeReports(report, directory, reporters2 = reporters) {
  const files = [];
  const faults = [];
  for (const reporter of reporters2) {
    const path = join(directory, reporter.file);
    try {
      await mkdir(directory, { recursive: true });
      await writeWhole(path, reporter, report);
      files.push(path);
    } catch (error) {
      faults.push(`The report ${reporter.file} could not be written: ${messageOf(error)}`);
    }
  }
  return { files, faults };
}
async function writeWhole(path, reporter, report) {
  await rm(path, { force: true });
  try {
    const text = reporter.render(report);
    await writeFile(path, typeof text === "string" ? text : inChunks(text));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
var CHUNK = 256 * 1024;
function* inChunks(pieces) {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  attemptMarks,
  outcomeLine,
  outcomeParagraph,
  outcomeWords,
  saysMore,
  isRed,
  failureBlock,
  placedIn,
  pathOf,
  topEntries,
  troublesOf,
  slowestOf,
  elapsedOf,
  roundsOf,
  runsOf,
  reasonOf,
  renderSummary,
  writeReports,
  messageOf
};
