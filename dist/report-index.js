import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  checksOf,
  codeFrame,
  count,
  cutToWidth,
  displayWidth,
  isFlaky,
  lineOf,
  markedLine,
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
import { rmSync } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/report/format/attempts.ts
var SHOWN = 8;
var MESSAGE_LIMIT = 500;
function attemptLines(check) {
  if (check.attempts.length < 2) return [];
  const all = streaksOf(check.attempts);
  const worth = check.repeated ? all.filter(({ first }) => first.status !== "passed") : all;
  const shown = worth.length <= SHOWN ? worth : worth.slice(-SHOWN);
  const total = attemptsTold(check);
  const some = worth.length > 0 && worth.length < all.length ? `${total}, those that do not hold` : total;
  const title = shown.length < worth.length ? `${total}, the last of them` : some;
  const numbers = shown.map(numberOf);
  const width = Math.max(0, ...numbers.map((number) => number.length));
  const lines = shown.map(({ first }, at) => {
    const when = `+${formatDuration(first.offsetMs - (check.offsetMs ?? 0))}`;
    const told2 = shorten(oneLine(first.message), MESSAGE_LIMIT);
    return `  ${(numbers[at] ?? "").padStart(width)}  ${when.padStart(9)}  ${first.status}  ${told2}`.trimEnd();
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
function numberOf({ first, last }) {
  return first === last ? String(first.number) : `${first.number}\u2013${last.number}`;
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
  const isSaid = ["", "equals", "exists", "is absent"].includes(matcher);
  if (isSaid || expected.startsWith(matcher)) return expected;
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
function faultFacts({ endpoint, code, details: details2 }) {
  const { code: said2, ...others } = details2;
  return [
    ...endpoint === void 0 ? [] : [["endpoint", endpoint]],
    ["code", said2 === void 0 ? code : `${code} (${said2})`],
    ...Object.entries(others)
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
  const line3 = outcome.status === "skipped" ? outcomeParagraph(check) : outcomeLine(check);
  const retried = !check.repeated && check.attempts.length > 1;
  return {
    name: check.name === "" ? check.description : check.name,
    status: statusOf(check, report),
    duration: Math.round(check.durationMs),
    start,
    stop: start === void 0 ? void 0 : start + Math.round(check.durationMs),
    suite: sections2.length === 0 ? void 0 : sections2,
    message: line3 === "" ? void 0 : line3,
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
  for (const { status, flaky: flaky3, suite } of testsOf(report, start)) {
    counts.tests += 1;
    counts[status] += 1;
    if (flaky3 === true) counts.flaky += 1;
    if (suite !== void 0) suites.add(JSON.stringify(suite));
  }
  const duration = report.report === "finished" ? Math.round(report.run.durationMs) : 0;
  return { ...counts, suites: suites.size, start, stop: start + duration, duration };
}
function environmentOf(report) {
  const healthy = verdictOf(report) === "passed";
  if (report.report === "invalid") return { reportName: report.checklist.name, healthy };
  const { facts: facts2 } = report.run;
  const number = Number(facts2.number ?? Number.NaN);
  return {
    reportName: report.checklist.name,
    buildNumber: Number.isSafeInteger(number) ? number : void 0,
    buildUrl: facts2.url ?? void 0,
    repositoryName: facts2.repository ?? void 0,
    commit: facts2.sha ?? void 0,
    branchName: facts2.ref ?? void 0,
    testEnvironment: facts2.target ?? void 0,
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
  const facts2 = Object.entries(run.facts).filter(([, value]) => value !== null);
  return {
    totals: totalsOf(run),
    failOn: run.failOn,
    run: Object.fromEntries(facts2),
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

// src/report/html.ts
import { createHash } from "node:crypto";

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
function elapsedOf(checks2) {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { offsetMs, durationMs } of checks2) {
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

// src/report/format/lanes.ts
function lanesOf(run) {
  const cleanup3 = { name: "Cleanup", checks: run.cleanup.map(({ check }) => check) };
  return [...lanesIn(topEntries(run), []), cleanup3].flatMap(({ name, checks: checks2 }) => {
    const elapsedMs = elapsedOf(checks2);
    return elapsedMs === void 0 ? [] : [{ name, checks: checks2, elapsedMs, beganMs: beganOf(checks2) }];
  }).toSorted((a, b) => a.beganMs - b.beganMs);
}
function spanOfRun(run) {
  let end = Math.max(1, run.durationMs);
  for (const { check } of checksOf(run)) end = Math.max(end, endOf(check));
  for (const { check } of run.cleanup) end = Math.max(end, endOf(check));
  return end;
}
function endOf(check) {
  return (check.offsetMs ?? 0) + check.durationMs;
}
function lanesIn(entries, path) {
  const checks2 = entries.filter((entry) => entry.result === "check");
  const name = path.length === 0 ? "Outside of sections" : path.map(oneLine).join(" \u203A ");
  const inner = entries.flatMap(
    (entry) => entry.result === "section" ? lanesIn(entry.entries, [...path, entry.name]) : []
  );
  return [...checks2.length === 0 ? [] : [{ name, checks: checks2 }], ...inner];
}
function beganOf(checks2) {
  return checks2.reduce((first, { offsetMs = first }) => Math.min(first, offsetMs), Number.POSITIVE_INFINITY);
}

// src/report/html/markup.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function html(parts, ...holes) {
  let markup = parts[0] ?? "";
  holes.forEach((hole, at) => {
    markup += written(hole) + (parts[at + 1] ?? "");
  });
  return { markup };
}
function prose(text) {
  return { markup: escapeHtml(text).replace(/`([^`\n]+)`/g, "<code>$1</code>") };
}
function own(text) {
  return { markup: text };
}
function written(content) {
  if (content === void 0) return "";
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escapeHtml(content);
  return "markup" in content ? content.markup : content.map(written).join("");
}
function escapeHtml(text) {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

// src/report/html/bars.ts
var NEAR = 1e-3;
var NARROWEST = 4e-3;
var NARROWEST_OF_ROW = 0.02;
var ROWS = 8;
var ROW_HEIGHT = 9;
function barOf(check, span) {
  if (check.offsetMs === void 0) return html`<span class="when"></span>`;
  const [start, width] = placeOf2(check.offsetMs / span, endOf(check) / span, NARROWEST_OF_ROW);
  return html`<svg class="when" aria-hidden="true"><rect class="${standingOf(check)}" x="${start}" width="${width}" height="6"></rect></svg>`;
}
function laneOf(checks2, span, label2) {
  const rows = [];
  const bars = checks2.flatMap((check) => check.offsetMs === void 0 ? [] : [barFor(check, check.offsetMs, span)]);
  for (const bar of bars.toSorted((a, b) => a.start - b.start)) put(rows, bar);
  const drawn = rows.flatMap((row2, at) => row2.map((bar) => rectOf(bar, at * ROW_HEIGHT)));
  const height = Math.max(1, rows.length) * ROW_HEIGHT - 2;
  return html`<svg class="lane" role="img" aria-label="${label2}" height="${height}">${drawn}</svg>`;
}
function barFor(check, offsetMs, span) {
  const { name, durationMs } = check;
  return { standing: standingOf(check), start: offsetMs / span, end: endOf(check) / span, name, durationMs, checks: 1 };
}
function put(rows, bar) {
  const free = rows.findIndex((row3) => (row3.at(-1)?.end ?? 0) <= bar.start);
  const at = free === -1 ? Math.min(rows.length, ROWS - 1) : free;
  const row2 = rows[at] ?? [];
  rows[at] = row2;
  const last = row2.at(-1);
  if (last === void 0 || last.standing !== bar.standing || bar.start - last.end > NEAR || !isNarrow(bar)) {
    row2.push(bar);
    return;
  }
  last.end = Math.max(last.end, bar.end);
  last.durationMs += bar.durationMs;
  last.checks += 1;
}
function isNarrow(bar) {
  return bar.end - bar.start < NARROWEST;
}
function rectOf(bar, y) {
  const [start, width] = placeOf2(bar.start, bar.end, NARROWEST);
  const told2 = bar.checks === 1 ? bar.name : count(bar.checks, "check");
  const title = html`<title>${told2}: ${bar.standing}, ${formatDuration(bar.durationMs)}</title>`;
  return html`<rect class="${bar.standing}" x="${start}" y="${y}" width="${width}" height="${ROW_HEIGHT - 2}">${title}</rect>`;
}
function placeOf2(start, end, narrowest) {
  const width = Math.max(narrowest, end - start);
  return [percent(Math.max(0, Math.min(start, 1 - width))), percent(width)];
}
function percent(share) {
  return `${(share * 100).toFixed(2).replace(/\.?0+$/, "")}%`;
}

// src/report/html/standing.ts
var GLYPHS = {
  passed: "\u2713",
  failed: "\u2717",
  errored: "!",
  warning: "\u25B2",
  skipped: "\u2013",
  open: "\u25CB",
  cancelled: "\u25A0",
  invalid: "\u2717"
};
var STANDINGS = ["failed", "errored", "warning", "skipped", "open", "passed"];
function mark(standing) {
  return html`<span class="mark ${standing}" role="img" aria-label="${standing}">${GLYPHS[standing]}</span>`;
}
function markOfCheck(check) {
  return mark(standingOf(check));
}
function tally(checks2) {
  const amounts = /* @__PURE__ */ new Map();
  for (const check of checks2) amounts.set(standingOf(check), (amounts.get(standingOf(check)) ?? 0) + 1);
  return STANDINGS.flatMap((standing) => amounts.has(standing) ? [`${amounts.get(standing)} ${standing}`] : []).join(
    ", "
  );
}
function amountOf(totals, standing) {
  return totals[standing === "warning" ? "warnings" : standing];
}
function anchorOf(check) {
  return `check-${check.key}`;
}

// src/report/html/banner.ts
var NAME_LIMIT = 300;
function banner(report) {
  const verdict = verdictOf(report);
  const name = shorten(oneLine(report.checklist.name) || oneLine(report.checklist.file), NAME_LIMIT);
  return html`<header class="banner ${verdict}">
<p class="product">verify-deploy</p>
<h1>${name}</h1>
<p class="verdict">${mark(verdict)}<strong>${verdict}</strong></p>
<p class="sentence">${prose(verdictSentence(report))}</p>
${report.report === "invalid" ? html`<p class="circumstances">${report.checklist.file}</p>` : ofRun(report.run)}</header>
`;
}
function ofRun(run) {
  const { target, startedAt, ref, sha } = run.facts;
  const told2 = [
    ...target === null ? [] : [`target ${oneLine(target)}`],
    `took ${formatDuration(run.durationMs)}`,
    oneLine(startedAt).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[:.\d]*Z$/, "$1 $2 UTC"),
    ...ref === null ? [] : [oneLine(ref).replace(/^refs\/(heads|tags)\//, "")],
    ...sha === null ? [] : [sha.slice(0, 8)]
  ];
  const items = told2.map((text) => html`<li>${shorten(text, NAME_LIMIT)}</li>`);
  return html`${totalsOfRun(run)}<ul class="circumstances" aria-label="Circumstances">${items}</ul>
`;
}
function totalsOfRun(run) {
  const totals = totalsOf(run);
  const items = STANDINGS.flatMap((standing) => {
    const amount = amountOf(totals, standing);
    const word = standing === "warning" && amount !== 1 ? "warnings" : standing;
    return amount === 0 ? [] : [html`<li class="${standing}"><b>${amount}</b> ${word}</li>`];
  });
  const flaky3 = totals.flaky === 0 ? [] : html`<li class="flaky"><b>${totals.flaky}</b> flaky</li>`;
  const all = html`<li><b>${totals.total}</b> ${count(totals.total, "check").replace(/^\d+ /, "")}</li>`;
  return html`<ul class="totals" aria-label="Totals">${all}${items}${flaky3}</ul>
${proportions(run)}`;
}
function proportions(run) {
  const totals = totalsOf(run);
  if (totals.total === 0) return [];
  let start = 0;
  const parts = STANDINGS.toReversed().map((standing) => {
    const share = amountOf(totals, standing) / totals.total;
    start += share;
    return share === 0 ? [] : html`<rect class="${standing}" x="${percent(start - share)}" width="${percent(share)}" height="6"></rect>`;
  });
  return html`<svg class="proportions" aria-hidden="true" height="6">${parts}</svg>
`;
}

// src/report/html/reason.ts
var FRAME_WIDTH = 160;
var EVERYTHING = { failures: Number.POSITIVE_INFINITY, value: Number.POSITIVE_INFINITY };
function reasons(check, extent) {
  const { outcome } = check;
  if (outcome.status !== "failed" && outcome.status !== "errored") return [];
  const told2 = outcome.status === "failed" ? outcome.failures.slice(0, extent.failures).map((failure, at) => failureReason(failure, outcome.failures[at - 1], { check, extent })) : faultReason(outcome.fault, extent);
  return [told2, ...advice("Hint", outcome.status === "errored" ? outcome.fault.hint : ""), ...advice("Fix", check.fix)];
}
function proofs(check) {
  const { outcome } = check;
  const told2 = outcome.status === "failed" || outcome.status === "errored";
  return [attemptsTable(check), told2 ? [reproduction(outcome.reproduce), outcome.evidence.map(evidenceFold)] : []];
}
function codeFrame2(location) {
  const place2 = html`<figcaption>${placeOf(location)}</figcaption>`;
  if (location.lineText.trim() === "") return html`<figure class="frame">${place2}</figure>`;
  const { before, marked, after } = markedLine(location, FRAME_WIDTH);
  const line3 = html`<code><span class="number">${location.line}</span>${before}<mark>${marked}</mark>${after}</code>`;
  return html`<figure class="frame">${place2}<pre>${line3}</pre></figure>`;
}
function failureReason(failure, before, { check, extent }) {
  const again = isAtSamePlace(failure, before);
  const note = failure.byDefault && !(again && before?.byDefault) ? html` ${prose(byDefaultText(check))}` : [];
  const values = [
    ["expected", shorten(expectedText(failure), extent.value)],
    ["actual", shorten(failure.actual, extent.value)]
  ];
  const compared = pairs(values, "compared");
  const sentence2 = prose(shorten(oneLine(failure.message), extent.value));
  return html`<div class="reason"><p>${sentence2}${note}</p>${compared}${again ? [] : codeFrame2(failure.location)}</div>`;
}
function faultReason(fault, extent) {
  const rows = faultFacts(fault).map(([name, value]) => [oneLine(name), shorten(value, extent.value)]);
  const told2 = pairs(rows, "known");
  const sentence2 = prose(shorten(oneLine(fault.message), extent.value));
  return html`<div class="reason"><p>${sentence2}</p>${told2}${codeFrame2(fault.location)}</div>`;
}
function pairs(rows, kind) {
  const told2 = rows.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`);
  return html`<dl class="pairs ${kind}">${told2}</dl>`;
}
function advice(title, text) {
  return text === void 0 || text === "" ? [] : [html`<p class="advice"><strong>${title}</strong> ${prose(text)}</p>`];
}
function reproduction(command) {
  if (command === void 0) return [];
  return html`<details class="proof"><summary>Reproduce</summary><pre class="command"><code>${oneLine(command)}</code></pre></details>`;
}
function tellingProofs({ outcome }) {
  const told2 = outcome.status === "failed" || outcome.status === "errored" ? outcome.evidence : [];
  return told2.filter(({ telling }) => telling).map(evidenceFold);
}
function evidenceFold({ title, text, telling, fullLength }) {
  const cut = fullLength === void 0 ? [] : html` <small>cut from ${thousands(fullLength)} characters</small>`;
  const shown = html`<pre><code>${text.trimEnd()}</code></pre>`;
  const open = telling ? html` open` : [];
  return html`<details class="proof"${open}><summary>${oneLine(title)}${cut}</summary>${shown}</details>`;
}
function attemptsTable(check) {
  if (check.attempts.length < 2) return [];
  const rows = streaksOf(check.attempts).map((streak) => {
    const { first } = streak;
    const began = formatDuration(first.offsetMs - (check.offsetMs ?? 0));
    const cells = html`<td>+${began}</td><td>${formatDuration(first.durationMs)}</td>`;
    const ended = html`<td>${mark(first.status)} ${first.status}</td><td>${prose(oneLine(first.message))}</td>`;
    return html`<tr><th scope="row">${numberOf(streak)}</th>${cells}${ended}</tr>`;
  });
  const head2 = ["No.", "Began", "Took", "Ended", "With"].map((title) => html`<th scope="col">${title}</th>`);
  const table2 = html`<div class="wide"><table><thead><tr>${head2}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<details class="proof"><summary>${attemptsTold(check)}</summary>${table2}</details>`;
}
function thousands(amount) {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ",");
}

// src/report/html/check-row.ts
var NAME_LIMIT2 = 300;
var LINE_LIMIT = 300;
function checkRow(check, { span, note = "", unfolded = false }) {
  const standing = standingOf(check);
  const status = isFlaky(check) ? `${standing} flaky` : standing;
  const name = html`<span class="name">${nameOf(check)}</span>${note === "" ? [] : html` <span class="note">${note}</span>`}`;
  const line3 = html`${markOfCheck(check)}<span class="what">${name}${told(check)}</span>${barOf(check, span)}<span class="took">${tookOf(check)}</span>`;
  const more = html`<div class="more" id="${anchorOf(check)}">${[...details(check.outcome), reasons(check, EVERYTHING)]}${proofs(check)}${facts(check)}</div>`;
  const open = unfolded ? html` open` : [];
  return html`<li class="check ${standing}" data-status="${status}"><details${open}><summary>${line3}</summary>${more}</details></li>
`;
}
function nameOf(check) {
  return shorten(oneLine(check.name) || oneLine(check.description), NAME_LIMIT2);
}
function told(check) {
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : "";
  const words = outcomeWords(check);
  const line3 = shorten(
    check.outcome.status === "open" && !saysMore(outcomeLine(check), check) ? "" : outcomeLine(check),
    LINE_LIMIT
  );
  if (words === "" && line3 === "") return [];
  return html` <span class="told"><b>${words}${marks}</b> ${prose(line3)}</span>`;
}
function tookOf(check) {
  return check.offsetMs === void 0 && check.attempts.length === 0 ? "" : formatDuration(check.durationMs);
}
function details(outcome) {
  if (outcome.status === "skipped")
    return [html`<p>Skipped (${outcome.reason.because}): ${prose(outcome.reason.message)}</p>`];
  return outcome.status === "open" ? [html`<p class="instruction">${prose(outcome.instruction)}</p>`] : [];
}
function facts(check) {
  const rows = [
    [check.kind, check.description],
    ["expectations", check.expectations === 0 ? void 0 : String(check.expectations)],
    ["captured", check.captured.length === 0 ? void 0 : check.captured.join(", ")],
    ["began", check.offsetMs === void 0 ? void 0 : `+${formatDuration(check.offsetMs)}`],
    ["severity", check.severity === "warning" ? "warning" : void 0],
    ["id", check.id],
    ["tags", check.tags.length === 0 ? void 0 : check.tags.join(", ")],
    ["written at", placeOf(check.location)]
  ];
  const known = rows.flatMap(
    ([name, value]) => value === void 0 ? [] : [html`<div><dt>${name}</dt><dd>${oneLine(value)}</dd></div>`]
  );
  return html`<dl class="facts">${known}</dl>`;
}

// src/report/html/checks.ts
var NAME_LIMIT3 = 300;
var UNFOLDED = 300;
var UNFOLDED_ROWS = 10;
function* checks(run) {
  const totals = totalsOf(run);
  const troubles = totals.failed + totals.errored + totals.warnings;
  const look = {
    span: spanOfRun(run),
    all: totals.total <= UNFOLDED,
    troubled: troubles <= UNFOLDED,
    unfoldRows: troubles <= UNFOLDED_ROWS
  };
  const many = look.all ? [] : html` class="many"`;
  yield html`<section id="checks"${many} aria-labelledby="checks-title"><h2 id="checks-title">Checks</h2>
${tools(run)}`.markup;
  yield* entriesOf(topEntries(run), 3, look);
  yield html`<p id="nothing" hidden>No check is like that.</p></section>
`.markup;
}
function* entriesOf(entries, level, look) {
  let listed = false;
  for (const entry of entries) {
    const begins = entry.result === "check" && !listed;
    if (begins) yield '<ul class="list">\n';
    if (entry.result === "section" && listed) yield "</ul>\n";
    listed = entry.result === "check";
    if (entry.result === "section") yield* sectionOf(entry, level, look);
    else yield checkRow(entry, { span: look.span, unfolded: look.unfoldRows && isTrouble(entry) }).markup;
  }
  if (listed) yield "</ul>\n";
}
function* sectionOf(section, level, look) {
  const inside = placedIn([section]).map(({ check }) => check);
  const worst = STANDINGS.find((standing) => inside.some((check) => standingOf(check) === standing)) ?? "skipped";
  const rounds = roundsOf(section);
  const told2 = [tally(inside), ...rounds === void 0 ? [] : [rounds]].filter((part3) => part3 !== "").join(" \xB7 ");
  const open = look.all || look.troubled && inside.some(isTrouble) ? html` open` : [];
  const title = heading(level, shorten(oneLine(section.name), NAME_LIMIT3));
  yield html`<details class="section"${open}><summary>${mark(worst)}${title}<span class="note">${told2}</span></summary>
`.markup;
  yield* entriesOf(section.entries, level + 1, look);
  yield "</details>\n";
}
function heading(level, name) {
  const levels = [html`<h3>${name}</h3>`, html`<h4>${name}</h4>`, html`<h5>${name}</h5>`];
  return levels[level - 3] ?? html`<h6>${name}</h6>`;
}
function isTrouble(check) {
  const { status } = check.outcome;
  return status === "failed" || status === "errored";
}
function tools(run) {
  const totals = totalsOf(run);
  const amounts = [
    ...STANDINGS.map((standing) => [standing, amountOf(totals, standing)]),
    ["flaky", totals.flaky]
  ];
  const chips = amounts.flatMap(([status, amount]) => amount === 0 ? [] : [chip(status, amount)]);
  const sections2 = topEntries(run).some((entry) => entry.result === "section");
  const folding = sections2 ? html`<div class="folding"><button type="button" id="unfold">Unfold sections</button><button type="button" id="fold">Fold sections</button></div>` : [];
  return html`<div id="tools" role="search" aria-label="Checks" hidden>
<div class="find"><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="keys"></div>
<div class="chips" role="group" aria-label="Show only">${chips}</div>
<div class="state"><p id="found" role="status">${count(totals.total, "check")}</p><p id="keys"><kbd>/</kbd> search · <kbd>Esc</kbd> all again · in the list <kbd>j</kbd> <kbd>k</kbd> next, previous, <kbd>n</kbd> next problem</p>${folding}</div></div>
`;
}
function chip(status, amount) {
  const sign = status === "flaky" ? html`<span class="mark flaky" aria-hidden="true">≈</span>` : mark(status);
  const name = status === "warning" && amount !== 1 ? "warnings" : status;
  return html`<button type="button" class="chip" aria-pressed="false" data-filter="${status}">${sign}${amount} ${name}</button>`;
}

// src/report/format/github-pages.ts
var RUN_URL = /^(https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+$/;
var FILE_URL = /^https?:\/\/[\w.-]+(?::\d+)?\/([\w.-]+\/[\w.-]+)\/blob\/[0-9a-f]{7,64}((?:\/(?:[\w.~-]|%[0-9A-F]{2})+)+)$/;
function repositoryUrl(runUrl) {
  return RUN_URL.exec(runUrl ?? "")?.[1];
}
function commitUrl(commit, repository) {
  const known = repository !== void 0 && commit !== null && /^[0-9a-f]{7,64}$/.test(commit);
  return known ? `${repository}/commit/${commit}` : void 0;
}
function fileUrl(page) {
  return page !== void 0 && FILE_URL.test(page) ? page : void 0;
}
function fileOf(page) {
  const [, repository, path] = FILE_URL.exec(page ?? "") ?? [];
  if (repository === void 0 || path === void 0) return void 0;
  return { repository, path: decodeURIComponent(path.slice(1)) };
}
function lineUrl(location, checklist) {
  const page = fileUrl(checklist.page);
  return page === void 0 || location.file !== checklist.file ? void 0 : `${page}#L${location.line}`;
}

// src/report/format/environment.ts
var PROGRAM = "verify-deploy";
function environmentRows({ run, checklist }) {
  const { facts: facts2 } = run;
  const repository = repositoryUrl(facts2.url);
  const runUrl = repository === void 0 || facts2.url === null ? void 0 : facts2.url;
  const rows = [
    ["Checklist", checklist.file, fileUrl(checklist.page)],
    ["Target", facts2.target],
    ["Started", facts2.startedAt],
    ["Took", formatDuration(run.durationMs)],
    ["Fails on", run.failOn],
    ["Run", facts2.id],
    ["Repository", facts2.repository, repository],
    ["Ref", facts2.ref],
    ["Commit", facts2.sha, commitUrl(facts2.sha, repository)],
    ["Actor", facts2.actor],
    ["Workflow run", facts2.url, runUrl],
    [PROGRAM, VERSION]
  ];
  return rows.flatMap(
    ([name, value, url]) => value === null ? [] : [{ name, value: oneLine(value), ...url === void 0 ? {} : { url } }]
  );
}

// src/report/html/part.ts
function part(id, title, content) {
  if (Array.isArray(content) && content.length === 0) return [];
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}</section>
`;
}

// src/report/html/closing.ts
var SLOWEST = 10;
var NAME_LIMIT4 = 200;
function openBoxes(run) {
  const boxes = checksOf(run).flatMap((placed) => {
    const { outcome } = placed.check;
    if (outcome.status !== "open") return [];
    const told2 = saysMore(outcome.instruction, placed.check) ? html` <span class="instruction">${prose(outcome.instruction)}</span>` : [];
    return [html`<li>${mark("open")}${linkTo(placed)}${told2}</li>\n`];
  });
  return part("open", "For a person to look at", list(boxes));
}
function flaky(run) {
  const items = checksOf(run).filter(({ check }) => isFlaky(check)).map((placed) => {
    const { check } = placed;
    const told2 = `${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`;
    return html`<li>${markOfCheck(check)}${linkTo(placed)} <span class="told">${told2}</span></li>\n`;
  });
  return part("flaky", "Flaky", list(items));
}
function slowest(run) {
  const items = slowestOf(run, SLOWEST).map(
    (placed) => html`<li>${markOfCheck(placed.check)}<span class="took">${formatDuration(placed.check.durationMs)}</span> ${linkTo(placed)}</li>\n`
  );
  return part("slowest", "Slowest", list(items));
}
function cleanup(run) {
  if (run.cleanup.length === 0) return [];
  const span = spanOfRun(run);
  const failed = run.cleanup.filter(({ check }) => isFailed(check)).length;
  const note = failed === 0 ? [] : html`<p>What could not be undone does not change the verdict.</p>`;
  return part("cleanup", "Cleanup", [note, html`<ul class="list">${run.cleanup.map((step) => stepRow(step, span))}</ul>`]);
}
function notices(run) {
  return part("notes", "Notes", list(run.notices.map((notice) => html`<li>${prose(oneLine(notice))}</li>\n`)));
}
function environment(report) {
  const rows = environmentRows(report).map(({ name, value, url }) => {
    const shown = url === void 0 ? value : html`<a href="${url}" rel="noreferrer noopener">${value}</a>`;
    return html`<tr><th scope="row">${name}</th><td>${shown}</td></tr>\n`;
  });
  return part("environment", "Environment", html`<table class="environment"><tbody>${rows}</tbody></table>`);
}
function stepRow({ of, check }, span) {
  const unfolded = isFailed(check);
  return checkRow(check, { span, note: `of ${shorten(oneLine(of), NAME_LIMIT4)}`, unfolded });
}
function isFailed({ outcome }) {
  return outcome.status === "failed" || outcome.status === "errored";
}
function linkTo(placed) {
  return html`<a href="#${anchorOf(placed.check)}">${pathOf(placed)}</a>`;
}
function list(items) {
  return items.length === 0 ? [] : html`<ul class="plain">${items}</ul>`;
}

// src/report/html/diagnostics.ts
function diagnostics(report) {
  const title = report.report === "invalid" ? "What to mend in the checklist" : "About the checklist";
  return part("checklist", title, report.diagnostics.map(card));
}
function card({ severity, code, message, hint, location }) {
  const standing = severity === "error" ? "failed" : "warning";
  const sign = severity === "error" ? mark("invalid") : mark("warning");
  const advice2 = hint === "" ? [] : html`<p class="advice"><strong>Hint</strong> ${prose(oneLine(hint))}</p>`;
  return html`<article class="card ${standing}"><h3>${sign}<span>${prose(oneLine(message))}</span></h3><p class="note">${severity} · ${code}</p>
${codeFrame2(location)}${advice2}</article>
`;
}

// src/report/html/script.ts
var SCRIPT = `
'use strict';
(function () {
  const tools = document.getElementById('tools');
  if (tools === null) return;
  const list = document.getElementById('checks');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const nothing = document.getElementById('nothing');
  const chips = Array.from(tools.querySelectorAll('.chip'));
  const rows = Array.from(list.querySelectorAll('li.check'));
  const sections = Array.from(list.querySelectorAll('details.section'));
  const titles = new Map();
  const texts = new Map();
  let unfolded = null;
  let asked = false;

  function titleOf(section) {
    if (section === null) return '';
    if (!titles.has(section)) {
      const own = section.querySelector('summary').textContent;
      titles.set(section, titleOf(section.parentElement.closest('details.section')) + ' ' + own);
    }
    return titles.get(section);
  }

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, (titleOf(row.closest('details.section')) + ' ' + row.textContent).toLowerCase());
    return texts.get(row);
  }

  function isWanted(row, words, wanted) {
    if (wanted.length > 0 && !row.dataset.status.split(' ').some(status => wanted.includes(status))) return false;
    return words.length === 0 || words.every(word => textOf(row).includes(word));
  }

  function apply() {
    asked = false;
    const words = search.value.toLowerCase().split(' ').filter(word => word !== '');
    const wanted = chips.filter(chip => chip.getAttribute('aria-pressed') === 'true').map(chip => chip.dataset.filter);
    const narrowed = words.length + wanted.length > 0;
    const kept = new Set();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !isWanted(row, words, wanted);
      if (row.hidden) continue;
      shown += 1;
      let section = row.closest('details.section');
      while (section !== null && !kept.has(section)) {
        kept.add(section);
        section = section.parentElement.closest('details.section');
      }
    }
    if (narrowed && unfolded === null) unfolded = new Set(sections.filter(section => section.open));
    for (const section of sections) {
      section.hidden = narrowed && !kept.has(section);
      if (narrowed) section.open = true;
      else if (unfolded !== null) section.open = unfolded.has(section);
    }
    if (!narrowed) unfolded = null;
    nothing.hidden = shown > 0;
    const all = rows.length + (rows.length === 1 ? ' check' : ' checks');
    found.textContent = narrowed ? shown + ' of ' + all : all;
  }

  function applySoon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(apply);
  }

  function clear() {
    search.value = '';
    for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
    apply();
  }

  function foldAll(open) {
    for (const section of sections) section.open = open;
  }

  function go(step, matches) {
    const stops = Array.from(list.querySelectorAll('summary')).filter(stop => stop.parentElement.closest('li.check, details.section') !== null);
    const row = document.activeElement.closest('li.check');
    const from = row === null ? document.activeElement : row.querySelector('summary');
    for (let at = stops.indexOf(from) + step; at >= 0 && at < stops.length; at += step) {
      const stop = stops[at];
      if (stop.closest('.more') !== null || !stop.matches(matches) || !stop.checkVisibility()) continue;
      stop.focus();
      return;
    }
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('input, textarea, select');
    if (event.key === 'Escape' && list.contains(event.target)) clear();
    else if (event.key === '/' && !typing) {
      search.focus();
      search.select();
    } else if (event.key === 'Enter' && event.target === search) go(1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'j') go(1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'k') go(-1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'n') go(1, '.failed summary, .errored summary, .warning summary');
    else return;
    event.preventDefault();
  }

  function followed(event) {
    const link = event.target.closest('a[href^="#check-"]');
    const to = link === null ? null : document.getElementById(link.getAttribute('href').slice(1));
    if (to !== null && to.closest('[hidden]') !== null) clear();
  }

  search.addEventListener('input', applySoon);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  for (const [id, open] of [['unfold', true], ['fold', false]]) {
    const button = document.getElementById(id);
    if (button !== null) button.addEventListener('click', () => foldAll(open));
  }
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', followed);
  tools.hidden = false;
  if (search.value !== '') apply();
})();
`;

// src/report/html/colours.ts
var COLOURS = {
  light: {
    ground: "#ffffff",
    raised: "#f6f6f3",
    line: "#d9dad4",
    text: "#1c1e1c",
    muted: "#575d58",
    link: "#0b57b8",
    passed: "#1a7339",
    failed: "#be1f2b",
    errored: "#8334b5",
    warning: "#855400",
    open: "#0b57b8",
    skipped: "#5d635f",
    flaky: "#9c3d6d",
    marked: "#fdeecb"
  },
  dark: {
    ground: "#131514",
    raised: "#1d201e",
    line: "#363a37",
    text: "#e7e9e6",
    muted: "#a5aba6",
    link: "#86bcff",
    passed: "#62c985",
    failed: "#ff8a83",
    errored: "#d3a3f3",
    warning: "#e5b657",
    open: "#86bcff",
    skipped: "#a5aba6",
    flaky: "#f09cc4",
    marked: "#443817"
  }
};
function propertiesOf(scheme) {
  return Object.entries(COLOURS[scheme]).map(([name, colour]) => `--${name}:${colour}`).join(";");
}

// src/report/html/style.ts
var ACCENTS = [
  ["passed", ".passed"],
  ["failed", ".failed, .invalid"],
  ["errored", ".errored"],
  ["warning", ".warning, .cancelled"],
  ["open", ".open"],
  ["skipped", ".skipped"],
  ["flaky", ".flaky"]
].map(([name, selectors]) => `:is(${selectors}) { --accent: var(--${name}); }`).join("\n");
var PAGE = `
:root { color-scheme: light dark; ${propertiesOf("light")}; --accent: var(--muted); }
@media screen and (prefers-color-scheme: dark) { :root { ${propertiesOf("dark")} } }
${ACCENTS}
*, *::before { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 6rem; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, p, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
ul { list-style: none; }
code, pre, kbd { font: 0.867em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre code { font-size: 1em; }
pre { white-space: pre-wrap; tab-size: 2; }
p > code, .told code, h3 code, .instruction code { background: var(--raised); border-radius: 3px; padding: 0.1em 0.3em; }
code, pre, .name, .told, .note, .took, h1, h3 span, dd, td, li a { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
main > section { margin-top: 3rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 0.9rem; letter-spacing: -0.01em; }
.note, small { color: var(--muted); font-size: 0.867rem; font-weight: 400; }
.took { color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.mark { flex: none; display: inline-block; width: 1.25rem; height: 1.25rem; line-height: 1.25rem; text-align: center;
  font-size: 0.8rem; font-weight: 700; color: var(--accent); border-radius: 4px;
  background: color-mix(in srgb, var(--accent) 13%, transparent); }
rect { fill: var(--accent); rx: 2px; }
svg { display: block; width: 100%; overflow: visible; }
`;
var BANNER = `
.banner { margin: 2.5rem 0 0; padding: 0.25rem 0 0.5rem 1.5rem; border-left: 5px solid var(--accent); }
.product { color: var(--muted); font-size: 0.8rem; letter-spacing: 0.04em; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.02em; margin: 0.15rem 0 0.7rem; }
.verdict { display: flex; align-items: center; gap: 0.5rem; font-size: 1.2rem; color: var(--accent); }
.verdict .mark { width: 1.6rem; height: 1.6rem; line-height: 1.6rem; font-size: 1rem; }
.verdict strong::first-letter { text-transform: uppercase; }
.sentence { margin-top: 0.35rem; font-size: 1.067rem; max-width: 60rem; }
.totals, .circumstances { display: flex; flex-wrap: wrap; gap: 0.25rem 1.4rem; }
.totals { margin-top: 1.3rem; }
.totals li { color: var(--muted); }
.totals b { color: var(--accent); font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; margin-right: 0.15rem; }
.totals li:first-child b { color: var(--text); }
.proportions { margin: 0.5rem 0 1rem; max-width: 44rem; border-radius: 3px; overflow: hidden; }
.proportions rect { rx: 0; stroke: var(--ground); stroke-width: 1; }
.circumstances { color: var(--muted); font-size: 0.867rem; gap: 0.25rem 0; }
.circumstances li + li::before { content: "\xB7"; content: "\xB7" / ""; margin: 0 0.6rem; }
nav { margin: 1.6rem 0 0; padding: 0.6rem 0; border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
`;
var REASONS = `
.card { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; padding: 1rem 1.25rem 1.1rem;
  break-inside: avoid-page; }
.card + .card { margin-top: 1rem; }
.card h3 { display: flex; gap: 0.6rem; font-size: 1.067rem; line-height: 1.4; font-weight: 600; }
.card h3 .mark { margin-top: 0.1rem; }
.card > :not(h3) { margin-left: 1.85rem; }
.card > .note { margin-bottom: 0.4rem; }
.reason { margin: 0.4rem 0 0.9rem; }
.pairs { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1rem; margin: 0.4rem 0; }
.pairs dt { color: var(--muted); font-size: 0.867rem; max-width: 12rem; }
.pairs dd { white-space: pre-wrap; max-height: 16rem; overflow: auto; }
.compared dd:nth-of-type(1) code { color: var(--passed); }
.compared dd:nth-of-type(2) code { color: var(--failed); }
.frame { margin: 0.5rem 0; border-radius: 5px; background: var(--raised); padding: 0.45rem 0.8rem 0.5rem; }
.frame figcaption { color: var(--muted); font-size: 0.8rem; }
.number { color: var(--muted); margin-right: 1rem; user-select: none; }
mark { background: var(--marked); color: inherit; text-decoration: underline; text-decoration-color: var(--accent);
  text-decoration-thickness: 2px; text-underline-offset: 0.25em; border-radius: 2px; }
.advice { margin-top: 0.5rem; padding-left: 0.8rem; border-left: 3px solid var(--line); }
.advice strong { margin-right: 0.35rem; }
.onward { margin-top: 0.7rem; font-size: 0.933rem; }
.plain li { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; padding: 0.3rem 0; }
#notes li { display: block; }
.card + .plain { margin-top: 1rem; }
.instruction { white-space: pre-wrap; }
.plain .instruction, .plain .told { flex-basis: 100%; margin-left: 1.85rem; color: var(--muted); }
`;
var CHECKS = `
summary { cursor: pointer; }
#checks summary { scroll-margin-top: 8rem; }
.section { margin: 0.2rem 0; }
.section > summary { display: flex; align-items: baseline; gap: 0.6rem; padding: 0.45rem 0.4rem; border-radius: 5px; }
.section > summary > :is(h3, h4, h5, h6) { font-size: 1.033rem; font-weight: 600; }
.section .section, .section > .list { margin-left: 0.95rem; padding-left: 0.85rem; border-left: 1px solid var(--line); }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; align-self: center; width: 0.4rem; height: 0.4rem; margin: 0 0.25rem 0 0.15rem;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 0.1s; }
details[open] > summary::before { transform: rotate(45deg); }
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
summary:hover { background: var(--raised); }
.many .check { content-visibility: auto; contain-intrinsic-size: auto 2.1rem; }
.check > details > summary { display: grid; grid-template-columns: 0.8rem 1.25rem minmax(0, 1fr) 8rem 4.5rem; gap: 0 0.6rem;
  align-items: baseline; padding: 0.28rem 0.4rem; border-radius: 5px; }
.check > details > summary::before { align-self: start; margin-top: 0.5rem; }
.check .when { margin-top: 0.5rem; align-self: start; height: 6px; border-radius: 3px; background: var(--raised); }
.check .when:empty { background: none; }
.check .took { text-align: right; font-size: 0.867rem; }
.what .told { display: block; color: var(--muted); font-size: 0.9rem; }
.what .told b { color: var(--accent); font-weight: 600; }
.passed .what .told, .skipped .what .told, .open .what .told { display: inline; margin-left: 0.5rem; }
.failed > details > summary .name, .errored > details > summary .name, .warning > details > summary .name { font-weight: 600; }
.more { margin: 0.3rem 0 0.8rem 3.1rem; padding: 0.2rem 0 0.2rem 0.2rem; scroll-margin-top: 9rem; }
.more:target { outline: 2px solid var(--line); outline-offset: 0.5rem; border-radius: 4px; }
.facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.4rem; font-size: 0.867rem; margin-top: 0.5rem; }
.facts div { display: flex; gap: 0.45rem; min-width: 0; }
.facts dt { color: var(--muted); white-space: nowrap; }
.proof { margin: 0.4rem 0; }
.proof > summary { display: inline-flex; gap: 0.4rem; padding: 0.1rem 0.4rem; border-radius: 4px; font-size: 0.933rem; }
.proof > pre { background: var(--raised); border-radius: 5px; padding: 0.6rem 0.8rem; margin: 0.3rem 0 0.6rem 1.3rem; }
.command { user-select: all; }
#tools { position: sticky; top: 0; z-index: 1; background: var(--ground); padding: 0.7rem 0; margin-bottom: 0.6rem;
  border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0.7rem 1.2rem; align-items: center; }
.find { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.6rem; flex: 1 1 20rem; }
.find label { font-weight: 600; }
.find input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--muted); border-radius: 5px;
  padding: 0.3rem 0.6rem; flex: 1 1 12rem; min-width: 0; max-width: 30rem; }
#keys { color: var(--muted); font-size: 0.8rem; flex: 1; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 0.3em; background: var(--raised); }
.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
button { font: inherit; font-size: 0.867rem; color: inherit; background: none; border: 1px solid var(--line); border-radius: 5px;
  padding: 0.2rem 0.6rem; cursor: pointer; }
button:hover { background: var(--raised); }
.chip { display: inline-flex; align-items: center; gap: 0.35rem; border-radius: 1rem; padding: 0.12rem 0.7rem 0.12rem 0.3rem; }
.chip .mark { border-radius: 50%; }
.chip[aria-pressed="true"] { border-color: var(--text); box-shadow: inset 0 0 0 1px var(--text); background: var(--raised); font-weight: 600; }
.state { flex-basis: 100%; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.4rem; }
.folding { display: flex; gap: 0.4rem; }
#found { color: var(--muted); font-variant-numeric: tabular-nums; }
`;
var TABLES = `
table { border-collapse: collapse; font-size: 0.933rem; }
th { overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: baseline; padding: 0.3rem 1rem 0.3rem 0; font-weight: 400; }
.environment th { white-space: nowrap; }
thead th, .environment th { color: var(--muted); font-size: 0.867rem; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.wide { overflow-x: auto; margin: 0.3rem 0 0.6rem 1.3rem; }
.wide td, .wide th { font-variant-numeric: tabular-nums; padding-block: 0.2rem; }
.timeline { width: 100%; table-layout: fixed; }
.timeline th:first-child { width: 26%; }
.timeline tr > :last-child { width: 6.5rem; text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.timeline td { vertical-align: middle; color: var(--muted); }
.scale text { fill: var(--muted); font-size: 0.733rem; }
.lane { background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / 25% 100%; border-right: 1px solid var(--line); }
#slowest .took { min-width: 4.5rem; text-align: right; }
@media (max-width: 44rem) {
  body { padding: 0 1rem 4rem; }
  .banner { margin-top: 1.2rem; padding-left: 1rem; }
  h1 { font-size: 1.5rem; }
  #tools { position: static; }
  #keys { display: none; }
  .circumstances { column-gap: 1.2rem; }
  .circumstances li + li::before { content: none; }
  #found { flex: 1; }
  .card > :not(h3) { margin-left: 0; }
  .check > details > summary { grid-template-columns: 0.8rem 1.25rem minmax(0, 1fr) auto; }
  .check .when { display: none; }
  .more { margin-left: 0.6rem; }
  .section .section, .section > .list { margin-left: 0.3rem; padding-left: 0.4rem; }
  .section > summary { flex-wrap: wrap; }
  .timeline th:first-child { width: 38%; }
  .timeline tr > :last-child { width: 4.5rem; }
  .scale text:nth-child(even) { display: none; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  #tools, nav, .onward { display: none; }
  .section::details-content, .check:is(.failed, .errored, .warning) > details::details-content { content-visibility: visible; block-size: auto; }
  .many .check { content-visibility: visible; }
  .pairs dd { max-height: none; }
  .check { break-inside: avoid-page; }
  .mark, rect { print-color-adjust: exact; }
}
`;
var STYLE = [PAGE, BANNER, REASONS, CHECKS, TABLES].join("");

// src/report/html/timeline.ts
var NAME_LIMIT5 = 120;
var UNFOLDED2 = 40;
var QUARTERS = [0, 0.25, 0.5, 0.75, 1];
function timeline(run) {
  const lanes = lanesOf(run);
  if (lanes.length === 0) return [];
  const span = spanOfRun(run);
  const titles = html`<th scope="col">Section</th><th scope="col">${scale(span)}</th><th scope="col">Took</th>`;
  const rows = lanes.map((lane) => row(lane, span));
  const table2 = html`<table class="timeline"><thead><tr>${titles}</tr></thead><tbody>
${rows}</tbody></table>`;
  const fold2 = html`<details class="proof"><summary>${lanes.length} rows</summary>${table2}</details>`;
  return part("timeline", "Timeline", lanes.length > UNFOLDED2 ? fold2 : table2);
}
function row({ name, checks: checks2, beganMs, elapsedMs }, span) {
  const bars = laneOf(checks2, span, `began at ${formatDuration(beganMs)}: ${tally(checks2)}`);
  return html`<tr><th scope="row">${shorten(name, NAME_LIMIT5)}</th><td>${bars}</td><td>${formatDuration(elapsedMs)}</td></tr>
`;
}
function scale(span) {
  const ticks = QUARTERS.map((share) => {
    const anchor = share === 0 ? "start" : share === 1 ? "end" : "middle";
    return html`<text x="${percent(share)}" y="11" text-anchor="${anchor}">${formatDuration(span * share)}</text>`;
  });
  return html`<svg class="scale" role="img" aria-label="from 0 to ${formatDuration(span)}" height="14">${ticks}</svg>`;
}

// src/report/html/what-to-fix.ts
var IN_FULL = 30;
var EXTENT = { failures: 3, value: 500 };
var LINE_LIMIT2 = 300;
function whatToFix(run) {
  const troubles = troublesOf(run);
  const rest = troubles.slice(IN_FULL);
  const more = rest.length === 0 ? [] : html`<ul class="plain">${rest.map(line)}</ul>`;
  return part("fix", "What to fix", troubles.length === 0 ? [] : [...troubles.slice(0, IN_FULL).map(card2), more]);
}
function card2(placed) {
  const { check } = placed;
  const standing = standingOf(check);
  const words = [outcomeWords(check), check.kind, formatDuration(check.durationMs)].join(" \xB7 ");
  const left = check.outcome.status === "failed" ? check.outcome.failures.length - EXTENT.failures : 0;
  const more = left > 0 ? `${left} more and the evidence` : "Evidence and details";
  return html`<article class="card ${standing}"><h3>${mark(standing)}<span>${pathOf(placed)}</span></h3><p class="note">${words}</p>
${reasons(check, EXTENT)}${tellingProofs(check)}<p class="onward"><a href="#${anchorOf(check)}" aria-label="${more} of ${pathOf(placed)}">${more}</a></p></article>
`;
}
function line(placed) {
  const { check } = placed;
  const told2 = prose(shorten(check.fix ?? outcomeLine(check), LINE_LIMIT2));
  return html`<li>${mark(standingOf(check))}<a href="#${anchorOf(check)}">${pathOf(placed)}</a> <span class="told">${told2}</span></li>
`;
}

// src/report/html.ts
function* renderHtml(report) {
  yield `<!doctype html>
<html lang="en">
${head(report).markup}<body>
`;
  yield banner(report).markup;
  yield* report.report === "invalid" ? inMain(diagnostics(report)) : partsOf(report);
  yield `<script>${SCRIPT}</script>
</body>
</html>
`;
}
function* partsOf(report) {
  const { run } = report;
  const before = [whatToFix(run), openBoxes(run), flaky(run)];
  const after = [timeline(run), slowest(run), cleanup(run), notices(run), diagnostics(report), environment(report)];
  yield html`${navigation(before, after)}<main id="main">
${before}`.markup;
  yield* checks(run);
  yield html`${after}</main>
`.markup;
}
function* inMain(content) {
  yield html`<main id="main">
${content}</main>
`.markup;
}
function navigation(before, after) {
  const names = [
    ["fix", "What to fix", before[0]],
    ["open", "For a person", before[1]],
    ["flaky", "Flaky", before[2]],
    ["checks", "Checks", void 0],
    ["timeline", "Timeline", after[0]],
    ["slowest", "Slowest", after[1]],
    ["cleanup", "Cleanup", after[2]],
    ["notes", "Notes", after[3]],
    ["checklist", "About the checklist", after[4]],
    ["environment", "Environment", after[5]]
  ];
  const links = names.flatMap(
    ([id, name, content]) => Array.isArray(content) ? [] : [html`<li><a href="#${id}">${name}</a></li>`]
  );
  return html`<nav aria-label="Parts of the report"><ul>${links}</ul></nav>
`;
}
function head(report) {
  const policy = [
    `default-src 'none'`,
    `style-src '${hashOf(STYLE)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    `base-uri 'none'`,
    `form-action 'none'`
  ].join("; ");
  const title = `${verdictOf(report)}: ${shorten(oneLine(report.checklist.name), 200)}`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(STYLE)}</style>
</head>
`;
}
function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
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
  return joined([...parts, attemptLines(check).map((line3) => cutToWidth(line3, look.width)), actions, ...evidence]);
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
    ...faultFacts(fault).flatMap(([name, value]) => labelled(shorten(oneLine(name), 40), value, look)),
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
  return [title, ...shown.map((line3) => `${look.paint("dim", "\u2502")} ${cutToWidth(line3, look.width - 2)}`.trimEnd())];
}
function labelled(name, text, look) {
  if (text === void 0) return [];
  const [first = "", ...rest] = wrap(oneLine(text), look.width - LABEL);
  return [`${look.paint("bold", label(name))}${first}`, ...rest.map((line3) => `${" ".repeat(LABEL)}${line3}`)];
}
function label(name) {
  return name.length < LABEL ? name.padEnd(LABEL) : `${name}  `;
}
function valueText(value, look) {
  return shorten(oneLine(value), Math.max(20, (look.width - LABEL) * 2));
}
function joined(parts) {
  const lines = [];
  for (const part3 of parts) {
    if (part3.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(...part3);
  }
  return lines;
}

// src/report/format/xml.ts
var ENTITIES2 = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "	": "&#9;"
};
function escapeXml(text) {
  return visible(text).replace(/[&<>]/g, (character) => ENTITIES2[character] ?? character);
}
function element(name, attributes, children = "") {
  const written2 = Object.entries(attributes).flatMap(
    ([key, value]) => value === void 0 ? [] : [` ${key}="${escapeAttribute(String(value))}"`]
  );
  return children === "" ? `<${name}${written2.join("")}/>` : `<${name}${written2.join("")}>${children}</${name}>`;
}
function escapeAttribute(text) {
  return visible(text).replace(/[&<>"\n\t]/g, (character) => ENTITIES2[character] ?? character);
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
  const root = element("testsuites", { name: nameOf2(report), ...counts, time: seconds(elapsedMs) }, `
${body}
`);
  return `<?xml version="1.0" encoding="UTF-8"?>
${root}
`;
}
function suitesOf(report) {
  const { run } = report;
  const unlike = unlikeNames();
  const entries = topEntries(run);
  const sections2 = entries.filter((entry) => entry.result === "section");
  const loose = placedIn(entries.filter((entry) => entry.result === "check"));
  const suites = [
    ...sections2.map((section) => suiteOf(section.name, placedIn([section]), { report, unlike })),
    ...loose.length === 0 ? [] : [suiteOf(nameOf2(report), loose, { report, unlike })]
  ];
  return run.cleanup.length === 0 ? suites : [...suites, cleanupSuite(report)];
}
function unlikeNames() {
  const next = /* @__PURE__ */ new Map();
  return (classname, name) => {
    let number = next.get(`${classname}
${name}`) ?? 1;
    const numbered = () => number === 1 ? name : `${name} (${number})`;
    while (next.has(`${classname}
${numbered()}`)) number += 1;
    const unlike = numbered();
    next.set(`${classname}
${unlike}`, 2);
    next.set(`${classname}
${name}`, number + 1);
    return unlike;
  };
}
function suiteOf(name, checks2, around) {
  return {
    name: oneLine(name),
    cases: checks2.map((placed) => caseOf(placed, around)),
    elapsedMs: elapsedOf(checks2.map(({ check }) => check)) ?? 0,
    output: ""
  };
}
function cleanupSuite({ run }) {
  const lines = run.cleanup.flatMap(({ of, check }) => {
    const line3 = outcomeLine(check);
    const told2 = line3 === "" ? "" : `: ${line3}`;
    return [`${check.outcome.status}: ${oneLine(check.name)} (of ${oneLine(of)})${told2}`, ...blockOf(check)];
  });
  const elapsedMs = elapsedOf(run.cleanup.map(({ check }) => check)) ?? 0;
  return { name: "Cleanup", cases: [], elapsedMs, output: lines.join("\n") };
}
function suiteOfWholeRun(fault, report) {
  const text = element("error", { message: fault.message, type: fault.verdict }, escapeXml(fault.text));
  const xml = element("testcase", { name: fault.name, classname: nameOf2(report), time: seconds(0) }, text);
  return { name: nameOf2(report), cases: [{ state: "error", xml }], elapsedMs: 0, output: "" };
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
  const children = [...propertiesOf2(report), ...suite.cases.map(({ xml }) => xml), ...output];
  return element("testsuite", attributes, `
${children.join("\n")}
`);
}
function propertiesOf2(report) {
  if (report.report === "invalid") return [];
  const properties = Object.entries(report.run.facts).flatMap(
    ([name, value]) => value === null ? [] : [element("property", { name: `run.${name}`, value })]
  );
  return [element("properties", {}, properties.join(""))];
}
function caseOf({ check, sections: sections2 }, { report, unlike }) {
  const classname = sections2.map(oneLine).join(" \u203A ") || nameOf2(report);
  const attributes = {
    name: unlike(classname, oneLine(check.name) || oneLine(check.description)),
    classname,
    time: seconds(check.durationMs)
  };
  const { state, content } = contentOf(check, report);
  const output = outputOf(check);
  const told2 = output === "" ? "" : element("system-out", {}, escapeXml(output));
  return { state, xml: element("testcase", attributes, `${content}${told2}`) };
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
  const told2 = type === "warning" ? `Warning, ${outcome.status}: ${message}` : message;
  return {
    state: "skipped",
    content: element("skipped", { message: told2, type }, escapeXml(blockOf(check).join("\n")))
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
function nameOf2(report) {
  return oneLine(report.checklist.name) || oneLine(report.checklist.file);
}
function seconds(milliseconds) {
  return (milliseconds / 1e3).toFixed(3);
}

// src/report/format/blocks.ts
function block(text) {
  return { text, item: false };
}
function list2(items) {
  return items.map((text, at) => ({ text: `- ${text}`, item: at > 0 }));
}
function joinBlocks(blocks) {
  return `${blocks.map(({ text, item: item2 }, at) => (at === 0 ? "" : item2 ? "\n" : "\n\n") + text).join("")}
`;
}
function cutBlocks(blocks, limit, note, measure = Buffer.byteLength) {
  const room = limit - measure(note(blocks.length)) - 4;
  let used = 0;
  let kept = 0;
  for (const { text } of blocks) {
    used += measure(text) + 2;
    if (used > room) break;
    kept += 1;
  }
  return joinBlocks([...blocks.slice(0, kept), block(note(blocks.length - kept))]);
}

// src/report/format/markdown.ts
var BREAK = "&#8203;";
function escapeMarkdown(text) {
  return oneLine(text).replace(/[&<>\\`*[\]|~$^]/g, entity).replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "&#95;").replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits, mark2) => digits + entity(mark2)).replace(/^(?:[-+=]|#(?=#*(?:\s|$)))/, entity).replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`).replace(/(?<!&)#(?=\d)/g, `#${BREAK}`).replace(/\b(GH-)(?=\d)/gi, `$1${BREAK}`).replace(/:(?=\/\/)/g, `:${BREAK}`).replace(/\b(www)\./gi, `$1${BREAK}.`).replace(/\b(mailto|xmpp):/gi, `$1:${BREAK}`).replace(/:(?=(?:[a-z+-][\w+-]*|100|1234|8ball|[123](?:st|nd|rd)_place_medal)(?::|$))/gi, `:${BREAK}`).replace(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)([0-9a-f]{4})([0-9a-f]{3,36})\b/gi, `$1${BREAK}$2`);
}
function fence(text, language = "") {
  const shown = visible(text).trimEnd();
  const ticks = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${ticks}${language}
${shown}
${ticks}`;
}
function proseMarkdown(text) {
  return oneLine(text).split(/(`[^`]+`)/).map((part3, at) => at % 2 === 1 ? codeSpan(part3.slice(1, -1)) : betweenCode(part3)).join("");
}
function betweenCode(text) {
  const [, before = "", middle = "", after = ""] = /^( *)(.*?)( *)$/.exec(text) ?? [];
  return before + escapeMarkdown(middle) + after;
}
function codeCell(text) {
  return codeSpan(text).replace(/\\(?=\|)/g, "\\\u200B").replaceAll("|", "\\|");
}
function codeSpan(text) {
  const shown = oneLine(text);
  const ticks = "`".repeat(longestRun(shown) + 1);
  const padded = /^`|`$/.test(shown) || shown === "" ? ` ${shown} ` : shown;
  return `${ticks}${padded}${ticks}`;
}
function fold(title, body, open = false) {
  return `<details${open ? " open" : ""}><summary>${escapeMarkdown(title)}</summary>

${body}

</details>`;
}
function evidenceFold2(evidence, limit) {
  const { title, text, language, telling, fullLength } = evidence;
  const shown = text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  const full = fullLength ?? text.length;
  const size = shown.length < full ? `first ${shown.length} of ${full} characters` : formatSize(Buffer.byteLength(text));
  return fold(`${title} \xB7 ${size}`, fence(shown, language === "text" ? "" : language), telling);
}
function table(head2, rows) {
  const line3 = (cells) => `| ${cells.join(" | ")} |`;
  return [line3(head2), line3(head2.map(() => ":---")), ...rows.map(line3)].join("\n");
}
function longestRun(text) {
  return text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0;
}
function entity(character) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return named[character] ?? `&#${character.charCodeAt(0)};`;
}

// src/report/format/verdict-marks.ts
var VERDICT_MARKS = {
  passed: "\u2705",
  failed: "\u274C",
  cancelled: "\u{1F6AB}",
  invalid: "\u274C"
};

// src/report/summary/place.ts
var FRAME_WIDTH2 = 120;
var NAME_LIMIT6 = 200;
function place(location, checklist) {
  const words = codeSpan(`${shorten(oneLine(location.file), NAME_LIMIT6)}:${location.line}`);
  const url = lineUrl(location, checklist);
  return url === void 0 ? words : `[${words}](${url})`;
}
function placedLine(location, below) {
  const lines = [...location === void 0 ? [] : lineOf(location, { width: FRAME_WIDTH2 }), ...below];
  return lines.length === 0 ? [] : [block(fence(lines.join("\n")))];
}

// src/report/summary/what-to-fix.ts
var VALUE_LIMIT2 = 500;
var ADVICE_LIMIT = 4e3;
function whatToFix2({ run, checklist: { page, ...named } }, level) {
  const checklist = level.linked && page !== void 0 ? { ...named, page } : named;
  const troubles = troublesOf(run);
  const warnings = troubles.filter(({ check }) => standingOf(check) === "warning");
  const failures = troubles.slice(0, troubles.length - warnings.length);
  return [
    ...part2("What to fix", failures, { checklist, level, before: 0 }),
    ...part2("Warnings", warnings, { checklist, level, before: failures.length })
  ];
}
function reasonBlocks(check, checklist, evidence) {
  const { outcome } = check;
  if (outcome.status !== "failed" && outcome.status !== "errored") return [];
  const reasons2 = outcome.status === "failed" ? outcome.failures.flatMap(
    (failure, at) => failureBlocks(failure, outcome.failures[at - 1], { check, checklist })
  ) : faultBlocks(outcome.fault, checklist);
  const hint = outcome.status === "errored" && outcome.fault.hint !== "" ? outcome.fault.hint : void 0;
  const advice2 = [
    ...hint === void 0 ? [] : [`**Hint:** ${proseMarkdown(shorten(oneLine(hint), ADVICE_LIMIT))}`],
    ...check.fix === void 0 ? [] : [`**Fix:** ${proseMarkdown(shorten(oneLine(check.fix), ADVICE_LIMIT))}`]
  ];
  const folds = evidence > 0 ? [
    ...attemptsFold(check),
    ...outcome.evidence.map((piece) => evidenceFold2(piece, evidence)),
    ...outcome.reproduce === void 0 ? [] : [fold("Reproduce", fence(oneLine(outcome.reproduce), "shell"))]
  ] : [];
  return [...reasons2, ...advice2.map(block), ...folds.map(block)];
}
function part2(title, troubles, look) {
  if (troubles.length === 0) return [];
  const { details: details2, full } = look.level;
  const inFull = details2 ? troubles.slice(0, Math.max(0, full - look.before)) : [];
  const rest = troubles.slice(inFull.length);
  return [
    block(`### ${title}`),
    ...inFull.flatMap((placed, at) => item(placed, look.before + at + 1, look)),
    ...inFull.length > 0 && rest.length > 0 ? [block(`#### ${markOf(rest)} And ${rest.length} more`)] : [],
    ...list2(rest.map((placed) => line2(placed, look)))
  ];
}
function markOf([first]) {
  return first !== void 0 && standingOf(first.check) === "warning" ? "\u26A0\uFE0F" : "\u274C";
}
function item(placed, number, { checklist, level }) {
  const { check } = placed;
  return [
    block(`#### ${markOf([placed])} ${number}. ${escapeMarkdown(pathOf(placed))}`),
    block(`${outcomeWords(check)} \xB7 ${formatDuration(check.durationMs)}`),
    ...reasonBlocks(check, checklist, level.evidence)
  ];
}
function line2(placed, { checklist, level }) {
  const { check } = placed;
  const named = `**${escapeMarkdown(pathOf(placed))}** \xB7 ${outcomeWords(check)}`;
  if (level.told === 0) return named;
  const told2 = proseMarkdown(shorten(outcomeLine(check), level.told));
  const where = ` (${placeOfOutcome(check, checklist)})`;
  const fix = check.fix === void 0 ? "" : ` **Fix:** ${proseMarkdown(shorten(check.fix, level.told))}`;
  return `${named}: ${told2}${where}${fix}`;
}
function placeOfOutcome({ outcome, location }, checklist) {
  if (outcome.status === "errored") return place(outcome.fault.location, checklist);
  const first = outcome.status === "failed" ? outcome.failures[0] : void 0;
  return place(first?.location ?? location, checklist);
}
function failureBlocks(failure, before, { check, checklist }) {
  const again = isAtSamePlace(failure, before);
  const values = [
    `expected  ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT2)}`,
    `actual    ${shorten(oneLine(failure.actual), VALUE_LIMIT2)}`
  ];
  const note = failure.byDefault && !(again && before?.byDefault) ? ` ${proseMarkdown(byDefaultText(check))}` : "";
  const where = again ? "" : `${place(failure.location, checklist)} \xB7 `;
  return [
    block(`${where}${sentence(failure.message)}${note}`),
    ...placedLine(again ? void 0 : failure.location, values)
  ];
}
function faultBlocks(fault, checklist) {
  const facts2 = faultFacts(fault).map(([name, value]) => [shorten(oneLine(name), 40), value]);
  const width = Math.min(20, Math.max(8, ...facts2.map(([name]) => name.length)));
  const known = facts2.map(([name, value]) => `${name.padEnd(width)}  ${shorten(oneLine(value), VALUE_LIMIT2)}`);
  const where = place(fault.location, checklist);
  return [block(`${where} \xB7 ${sentence(fault.message)}`), ...placedLine(fault.location, known)];
}
function sentence(message) {
  return proseMarkdown(shorten(oneLine(message), VALUE_LIMIT2));
}
function attemptsFold(check) {
  const [title, ...lines] = attemptLines(check);
  const mute = check.attempts.every(({ message }) => message === "");
  if (mute && lines.length === 1) return [];
  return title === void 0 || lines.length === 0 ? [] : [fold(title, fence(lines.join("\n")))];
}

// src/report/summary/closing.ts
var SLOWEST2 = 5;
var LINE_LIMIT3 = 300;
var FALLS = 5;
var NAMES = 20;
var NAMES_LIMIT = 1e3;
var BRIEF_ITEMS = 50;
var BRIEF_LIMIT = 200;
var BRIEF_DETAILS = 5;
function openBoxes2(run, level) {
  const boxes = checksOf(run).flatMap((placed) => {
    const { outcome } = placed.check;
    if (outcome.status !== "open") return [];
    const told2 = saysMore(outcome.instruction, placed.check) ? `: ${said(outcome.instruction, level)}` : "";
    return [`[ ] **${escapeMarkdown(pathOf(placed))}**${told2}`];
  });
  return titled("For a person to look at", listOf(boxes, level));
}
function flaky2(run, level) {
  const items = checksOf(run).filter(({ check }) => isFlaky(check)).map((placed) => {
    const { check } = placed;
    const head2 = `**${escapeMarkdown(pathOf(placed))}** \xB7 ${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`;
    return [head2, ...falls(check).map((fall) => `  - ${fall}`)].join("\n");
  });
  return titled("Flaky", listOf(items, level));
}
function falls(check) {
  const numbers = /* @__PURE__ */ new Map();
  for (const { status, number, message } of check.attempts) {
    if (status === "passed") continue;
    numbers.set(message, [...numbers.get(message) ?? [], number]);
  }
  return [...numbers].slice(-FALLS).map(([message, all]) => {
    const which = shorten(all.join(", "), 60);
    return `${all.length === 1 ? "attempt" : "attempts"} ${which}: ${proseMarkdown(shorten(oneLine(message), LINE_LIMIT3))}`;
  });
}
function skippedChecks(run, level) {
  const byReason = /* @__PURE__ */ new Map();
  for (const placed of checksOf(run)) {
    const { outcome } = placed.check;
    if (outcome.status !== "skipped") continue;
    const same = byReason.get(outcome.reason.message);
    if (same === void 0) byReason.set(outcome.reason.message, [placed]);
    else same.push(placed);
  }
  const items = [...byReason].map(([reason, checks2]) => {
    const names = checks2.slice(0, NAMES).map(pathOf).join(", ");
    const rest = checks2.length > NAMES ? ` and ${checks2.length - NAMES} more` : "";
    const why = proseMarkdown(shorten(oneLine(reason), LINE_LIMIT3));
    return `**${count(checks2.length, "check")}:** ${why} (${escapeMarkdown(shorten(names, NAMES_LIMIT))}${rest})`;
  });
  return titled("Skipped", listOf(items, level));
}
function slowest2(run) {
  const rows = slowestOf(run, SLOWEST2).map((placed) => [
    formatDuration(placed.check.durationMs),
    escapeMarkdown(shorten(pathOf(placed), LINE_LIMIT3))
  ]);
  return rows.length === 0 ? [] : titled("Slowest", [block(table(["Time", "Check"], rows))]);
}
function cleanup2({ run, checklist }, level) {
  const failed = run.cleanup.filter(({ check }) => ["failed", "errored"].includes(check.outcome.status));
  const note = failed.length === 0 ? [] : [block("What could not be undone does not change the verdict.")];
  const steps = level.passed ? run.cleanup : run.cleanup.filter(({ check }) => check.outcome.status !== "passed");
  const detailed = level.brief ? failed.slice(0, BRIEF_DETAILS) : failed;
  const details2 = level.details ? detailed.flatMap((step) => stepDetails(step, checklist, level)) : [];
  return titled("Cleanup", [...note, ...listOf(steps.map(stepItem), level), ...details2]);
}
function notices2(report, level) {
  const notes = report.run.notices.map((notice) => said(notice, level));
  return titled("Notes", listOf(notes, level));
}
function environment2(report) {
  const cells = environmentRows(report).map(({ name, value, url }) => {
    const shown = codeCell(shorten(value, LINE_LIMIT3));
    return [name, url === void 0 ? shown : `[${shown}](${url})`];
  });
  const head2 = cells.find(([name]) => name === PROGRAM) ?? [];
  return titled("Environment", [
    block(
      table(
        head2,
        cells.filter((row2) => row2 !== head2)
      )
    )
  ]);
}
function stepDetails({ check }, checklist, level) {
  return [block(`#### \u274C ${escapeMarkdown(check.name)}`), ...reasonBlocks(check, checklist, level.evidence)];
}
function stepItem({ of, check }) {
  const { status } = check.outcome;
  const box = status === "passed" ? "[x]" : "[ ]";
  const words = status === "passed" ? formatDuration(check.durationMs) : outcomeWords(check);
  const line3 = outcomeLine(check);
  const told2 = line3 === "" ? "" : `: ${proseMarkdown(shorten(line3, LINE_LIMIT3))}`;
  return `${box} ${escapeMarkdown(check.name)} (of ${escapeMarkdown(of)}) \xB7 ${words}${told2}`;
}
function said(text, level) {
  return proseMarkdown(level.brief ? shorten(oneLine(text), BRIEF_LIMIT) : text);
}
function listOf(items, level) {
  const rest = items.length - BRIEF_ITEMS;
  return list2(level.brief && rest > 0 ? [...items.slice(0, BRIEF_ITEMS), `and ${rest} more`] : items);
}
function titled(title, blocks) {
  return blocks.length === 0 ? [] : [block(`### ${title}`), ...blocks];
}

// src/report/summary/diagnostics.ts
var LINE_LIMIT4 = 200;
function diagnosticBlocks({ diagnostics: diagnostics2, checklist }, level) {
  return level.details ? diagnostics2.flatMap((diagnostic) => blocksOf(diagnostic, checklist)) : list2(diagnostics2.map(lineOfDiagnostic));
}
function lineOfDiagnostic({ severity, message, code, location }) {
  const where = place(location, { name: "", file: location.file });
  return `${markOf2(severity)} ${where} \xB7 ${proseMarkdown(shorten(message, LINE_LIMIT4))} (${escapeMarkdown(code)})`;
}
function markOf2(severity) {
  return severity === "error" ? "\u274C" : "\u26A0\uFE0F";
}
function blocksOf({ severity, message, hint, code, location }, checklist) {
  const advice2 = hint === "" ? "" : `**Hint:** ${proseMarkdown(hint)} `;
  return [
    block(`${markOf2(severity)} ${place(location, checklist)} \xB7 ${proseMarkdown(message)}`),
    ...placedLine(location, []),
    block(`${advice2}(${escapeMarkdown(code)})`)
  ];
}

// src/report/summary/level.ts
var ALL = {
  timeline: true,
  passed: true,
  brief: false,
  evidence: 2e4,
  details: true,
  full: Number.POSITIVE_INFINITY,
  told: 200,
  linked: true,
  missing: ""
};
var FAILURES = {
  ...ALL,
  timeline: false,
  passed: false,
  missing: "the timeline is left out and passed checks are only counted"
};
var BRIEF = { ...FAILURES, brief: true };
var LINES = { ...BRIEF, evidence: 0, details: false, linked: false };
var LEVELS = [
  ALL,
  FAILURES,
  { ...BRIEF, missing: "the timeline is left out, passed checks are only counted and long lists end early" },
  {
    ...BRIEF,
    evidence: 2e3,
    missing: "the timeline is left out, passed checks are only counted and evidence is shortened"
  },
  {
    ...BRIEF,
    evidence: 0,
    missing: "the timeline and evidence are left out and passed checks are only counted"
  },
  {
    ...LINES,
    missing: "the timeline and evidence are left out, passed checks are only counted and a failure is a line"
  },
  {
    ...LINES,
    told: 0,
    missing: "the timeline and evidence are left out, passed checks are only counted and failures are only named"
  }
];

// src/report/summary/sections.ts
var LINE_LIMIT5 = 300;
var CAPTURED_LIMIT = 100;
function sections(run, level) {
  const blocks = entryBlocks(topEntries(run), 4, "Other checks", level);
  return blocks.length === 0 ? [] : [block("### Checks"), ...blocks];
}
function entryBlocks(entries, depth, rest, level) {
  const blocks = [];
  let items = [];
  let afterSection = false;
  const endList = () => {
    if (items.length > 0 && afterSection) blocks.push(heading2(depth, rest));
    blocks.push(...list2(items));
    items = [];
  };
  const passed = level.passed ? 0 : entries.filter(isPassed).length;
  if (passed > 0) items.push(`[x] ${count(passed, "check")} passed`);
  const skipped = level.brief ? entries.filter(isSkipped).length : 0;
  if (skipped > 0) items.push(`[ ] ${count(skipped, "check")} skipped`);
  for (const run of runsOf(entries)) {
    if (!("result" in run)) items.push(...level.brief ? [] : [skippedTogether(run)]);
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
  const name = escapeMarkdown(shorten(section.name, LINE_LIMIT5));
  const head2 = [name, ...notes.filter((note) => note !== void 0)].join(" \xB7 ");
  return [heading2(depth, head2), ...entryBlocks(section.entries, depth + 1, `${name}, continued`, level)];
}
function heading2(depth, text) {
  return block(`${"#".repeat(Math.min(depth, 6))} ${text}`);
}
function itemOf(check, level) {
  const name = escapeMarkdown(shorten(check.name, LINE_LIMIT5));
  if (isPassed(check)) return level.passed ? [`[x] ${passedItem(name, check)}`] : [];
  const { status } = check.outcome;
  if (status === "skipped" && level.brief) return [];
  const told2 = proseMarkdown(shorten(outcomeLine(check), LINE_LIMIT5));
  if (status === "skipped") return [`[ ] ${name} \xB7 skipped: ${told2}`];
  if (status === "open") return [`[ ] ${name} \xB7 open, for a person`];
  const mark2 = standingOf(check) === "warning" ? "\u26A0\uFE0F" : "\u274C";
  const line3 = `[ ] ${mark2} **${name}** \xB7 ${outcomeWords(check)} \xB7 ${formatDuration(check.durationMs)}`;
  return [level.details ? `${line3}: ${told2}` : line3];
}
function passedItem(name, check) {
  const words = outcomeWords(check);
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : "";
  const captured = shorten(check.captured.join(", "), CAPTURED_LIMIT);
  const told2 = [
    formatDuration(check.durationMs),
    ...words === "" ? [] : [`${words}${marks}`],
    ...check.expectations > 1 ? [`${check.expectations} expectations held`] : [],
    ...captured === "" ? [] : [`captured ${escapeMarkdown(captured)}`]
  ];
  return [name, ...told2].join(" \xB7 ");
}
function skippedTogether(checks2) {
  const names = shorten(checks2.map((check) => check.name).join(", "), LINE_LIMIT5);
  const reason = proseMarkdown(shorten(reasonOf(checks2[0]) ?? "", LINE_LIMIT5));
  return `[ ] ${checks2.length} checks skipped: ${reason} (${escapeMarkdown(names)})`;
}
function isSkipped(entry) {
  return entry.result === "check" && entry.outcome.status === "skipped";
}
function isPassed(entry) {
  return entry.result === "check" && entry.outcome.status === "passed";
}

// src/report/summary/gantt.ts
var NAME_LIMIT7 = 30;
var LABEL_LIMIT = 60;
var NARROWEST2 = 3e-3;
var LETTER = 6.5;
var MARGIN = 30;
var MINUTE_PARTS = [1, 2, 5, 10, 15, 20, 30];
var UNITS = [
  { ms: 1, upTo: 4e3, format: "%Q ms", tick: "millisecond", steps: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
  { ms: 1e3, upTo: 18e4, format: "%s s", tick: "second", steps: MINUTE_PARTS },
  { ms: 6e4, upTo: 108e5, format: "%s min", tick: "second", steps: MINUTE_PARTS },
  { ms: 36e5, upTo: Number.POSITIVE_INFINITY, format: "%s h", tick: "second", steps: MINUTE_PARTS }
];
var MOST_TICKS = 9;
function ganttOf(sections2, spanMs) {
  const unit = UNITS.find(({ upTo }) => spanMs < upTo) ?? UNITS[0];
  if (unit === void 0) return "";
  const step = unit.steps.find((candidate) => spanMs / unit.ms / candidate <= MOST_TICKS) ?? unit.steps.at(-1) ?? 1;
  const scaled = (ms) => Math.round(unit.tick === "second" ? ms * 1e3 / unit.ms : ms);
  const narrowest = Math.max(1, scaled(spanMs * NARROWEST2));
  const names = sections2.map(({ name }) => ganttText(name, NAME_LIMIT7));
  const widest = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0);
  const config = { gantt: { leftPadding: Math.round(widest * LETTER) + MARGIN } };
  const lines = sections2.flatMap(({ bars }, at) => [
    ...names[at] === "" ? [] : [`  section ${names[at]}`],
    ...bars.map(({ label: label2, state, startMs, durationMs }) => {
      const data = [...state === "" ? [] : [state], scaled(startMs), `${Math.max(narrowest, scaled(durationMs))}ms`];
      return `  ${ganttText(label2, LABEL_LIMIT)} :${data.join(", ")}`;
    })
  ]);
  return [
    `%%{init: ${JSON.stringify(config)}}%%`,
    "gantt",
    "  dateFormat x",
    `  axisFormat ${unit.format}`,
    `  tickInterval ${step}${unit.tick}`,
    "  todayMarker off",
    ...lines
  ].join("\n");
}
var LOOKALIKES = {
  ":": "\u2236",
  ";": "\u204F",
  "#": "\uFF03",
  "%": "\uFF05",
  '"': "\u2033",
  "`": "\u2032",
  "<": "\u2039",
  ">": "\u203A",
  "{": "(",
  "}": ")",
  "[": "(",
  "]": ")",
  "\\": "\u2216",
  "|": "\u2223",
  "&": "\uFF06",
  $: "\uFF04",
  "~": "\u223C",
  "^": "\u02C6"
};
function ganttText(text, limit) {
  const name = shorten(oneLine(text), limit).replace(
    /[:;#%"`<>{}[\]\\|&$~^]/g,
    (character) => LOOKALIKES[character] ?? " "
  );
  return name === "__proto__" ? "\uFF3F_proto__" : name;
}

// src/report/summary/timeline.ts
var BARS = 32;
var NAME_LIMIT8 = 45;
var WORTH_MS = 20;
var LOOKS = {
  failed: ["\u2717", "crit"],
  errored: ["\u2717", "crit"],
  warning: ["\u25B2", "crit, done"],
  skipped: ["\u2013", ""],
  open: ["\u2013", ""],
  passed: ["\u2713", "done"]
};
var WORST = ["failed", "errored", "warning", "skipped", "open", "passed"];
function timeline2(run) {
  const lanes = lanesOf(run);
  const checks2 = lanes.flatMap((lane) => lane.checks.filter(hasBegun));
  const span = spanOfRun(run);
  if (checks2.length < 2 || span < WORTH_MS) return [];
  const title = block("### Timeline");
  if (checks2.length <= BARS) return [title, picture(sectionsOf(lanes))];
  const longest = lanes.toSorted((a, b) => b.elapsedMs - a.elapsedMs).slice(0, BARS);
  const shown = lanes.filter((lane) => longest.includes(lane));
  if (shown.length < 2) return [title, ...longestChecks(lanes, checks2)];
  const note = shown.length === lanes.length ? [] : [block(`The ${BARS} longest of ${lanes.length} sections.`)];
  return [title, picture([{ name: "", bars: shown.map(barOfLane) }]), ...note];
}
function longestChecks(lanes, checks2) {
  const longest = checks2.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, BARS);
  const shown = lanes.map((lane) => ({ ...lane, checks: lane.checks.filter((check) => longest.includes(check)) }));
  return [picture(sectionsOf(shown)), block(`The ${BARS} longest of ${checks2.length} checks.`)];
}
function picture(sections2) {
  const bars = sections2.flatMap((section) => section.bars);
  const from = Math.min(...bars.map(({ startMs }) => startMs));
  const to = Math.max(...bars.map(({ startMs, durationMs }) => startMs + durationMs));
  return block(fence(ganttOf(sections2, Math.max(1, to - from)), "mermaid"));
}
function sectionsOf(lanes) {
  return lanes.map(({ name, checks: checks2 }) => ({
    name: lanes.length === 1 ? "" : name,
    bars: checks2.filter(hasBegun).map(barOfCheck)
  }));
}
function barOfCheck(check) {
  const { offsetMs = 0, durationMs } = check;
  const [sign, state] = LOOKS[standingOf(check)];
  return { label: labelOf(sign, check.name, durationMs), state, startMs: offsetMs, durationMs };
}
function barOfLane({ name, checks: checks2, beganMs, elapsedMs }) {
  const standings = new Set(checks2.map(standingOf));
  const [sign, state] = LOOKS[WORST.find((standing) => standings.has(standing)) ?? "passed"];
  return { label: labelOf(sign, name, elapsedMs), state, startMs: beganMs, durationMs: elapsedMs };
}
function labelOf(sign, name, durationMs) {
  return `${sign} ${shorten(oneLine(name), NAME_LIMIT8)} \xB7 ${formatDuration(durationMs)}`;
}
function hasBegun({ offsetMs }) {
  return offsetMs !== void 0;
}

// src/report/summary.ts
var SUMMARY_LIMIT = 1e6;
function renderSummary(report, limit = SUMMARY_LIMIT) {
  let blocks = [];
  for (const level of LEVELS) {
    blocks = blocksOf2(report, level);
    const text = joinBlocks(blocks);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return cutBlocks(blocks, limit, (leftOut) => {
    return `**Cut here:** ${count(leftOut, "more line or block", "more lines and blocks")} did not fit into the summary. The report files hold everything.`;
  });
}
function blocksOf2(report, level) {
  const note = level.missing === "" ? [] : [block(`> To fit the limit of a summary, ${level.missing}. The report files hold everything.`)];
  const diagnostics2 = diagnosticBlocks(report, level);
  if (report.report === "invalid") return [...headBlocks(report), ...note, ...diagnostics2];
  const { run } = report;
  return [
    ...headBlocks(report),
    ...note,
    ...whatToFix2(report, level),
    ...openBoxes2(run, level),
    ...flaky2(run, level),
    ...sections(run, level),
    ...skippedChecks(run, level),
    ...level.timeline ? timeline2(run) : [],
    ...slowest2(run),
    ...cleanup2(report, level),
    ...notices2(report, level),
    ...diagnostics2.length === 0 ? [] : [block("### About the checklist"), ...diagnostics2],
    ...environment2(report)
  ];
}
function headBlocks(report) {
  const verdict = verdictOf(report);
  const title = block(`## ${VERDICT_MARKS[verdict]} ${escapeMarkdown(shorten(report.checklist.name, 300))}: ${verdict}`);
  const sentence2 = block(`**${proseMarkdown(shorten(verdictSentence(report), 1e3))}**`);
  if (report.report === "invalid") return [title, sentence2];
  const { run } = report;
  const target = run.facts.target === null ? [] : [`target ${escapeMarkdown(run.facts.target)}`];
  const totals = [totalsSentence(totalsOf(run)), formatDuration(run.durationMs), ...target].join(" \xB7 ");
  return [title, sentence2, block(totals)];
}

// src/report/index.ts
var reporters = [
  { name: "ctrf", file: "report.json", render: renderCtrf },
  { name: "junit", file: "junit.xml", render: renderJunit },
  { name: "summary", file: "summary.md", render: (report) => renderSummary(report) },
  { name: "html", file: "report.html", render: renderHtml }
];

// src/edge/report-files.ts
async function writeReports(report, directory, reporters2 = reporters) {
  const files = [];
  const faults = [];
  for (const reporter of reporters2) {
    const path = join(directory, reporter.file);
    try {
      await writeText(path, () => reporter.render(report));
      files.push(path);
    } catch (error) {
      faults.push(`The report ${reporter.file} could not be written: ${messageOf(error)}`);
    }
  }
  return { files, faults };
}
async function writeText(path, render) {
  await makeFolder(dirname(path));
  const part3 = join(dirname(path), `.${basename(path)}.part`);
  await Promise.all([path, part3].map((file) => rm(file, { force: true })));
  const removeNow = () => rmSync(part3, { force: true });
  process.once("exit", removeNow);
  try {
    const text = render();
    await writeFile(part3, typeof text === "string" ? text : inChunks(text));
    await rename(part3, path);
  } catch (error) {
    await rm(part3, { force: true });
    throw error;
  } finally {
    process.off("exit", removeNow);
  }
}
async function makeFolder(path) {
  const codeOf = (error) => error instanceof Error && "code" in error ? error.code : void 0;
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path);
    } else if (!await isFolder(path)) throw error;
  }
}
async function isFolder(path) {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  );
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
  placedIn,
  pathOf,
  topEntries,
  troublesOf,
  slowestOf,
  elapsedOf,
  roundsOf,
  runsOf,
  reasonOf,
  repositoryUrl,
  commitUrl,
  fileOf,
  failureBlock,
  block,
  joinBlocks,
  cutBlocks,
  escapeMarkdown,
  proseMarkdown,
  VERDICT_MARKS,
  whatToFix2 as whatToFix,
  cleanup2 as cleanup,
  notices2 as notices,
  diagnosticBlocks,
  renderSummary,
  writeReports,
  writeText,
  messageOf
};
