import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  inertLine,
  oneLine,
  shorten,
  visible
} from "./model-visible.js";

// src/model/verdict.ts
function checksOf(run) {
  const found = [];
  const visit = (entries, sections) => {
    for (const entry of entries) {
      if (entry.result === "check") found.push({ check: entry, sections });
      else visit(entry.entries, [...sections, entry.name]);
    }
  };
  visit(run.ready === void 0 ? [] : [run.ready], []);
  visit(run.entries, []);
  return found;
}
function standingOf(check) {
  const { status } = check.outcome;
  return (status === "failed" || status === "errored") && check.severity === "warning" ? "warning" : status;
}
function isBlockedCheck({ outcome }) {
  return outcome.status === "skipped" && outcome.reason.because === "needs" && outcome.reason.blocked;
}
function countBlocked(run) {
  return checksOf(run).filter(({ check }) => check.severity === "failure" && isBlockedCheck(check)).length;
}
function countUndone({ cleanup }) {
  return cleanup.filter(({ check: { outcome } }) => outcome.status === "failed" || outcome.status === "errored").length;
}
function isFlaky(check) {
  if (check.repeated) return false;
  const firstHeld = check.attempts.findIndex((attempt) => attempt.status === "passed");
  return firstHeld !== -1 && check.attempts.slice(firstHeld).some((attempt) => attempt.status !== "passed");
}
function totalsOf(run) {
  const totals = { total: 0, passed: 0, failed: 0, errored: 0, warnings: 0, skipped: 0, open: 0, flaky: 0 };
  for (const { check } of checksOf(run)) {
    const standing = standingOf(check);
    totals.total += 1;
    totals[standing === "warning" ? "warnings" : standing] += 1;
    if (isFlaky(check)) totals.flaky += 1;
  }
  return totals;
}
function verdictOf(report) {
  if (report.report === "invalid") return "invalid";
  const { run } = report;
  if (run.stopped?.reason === "cancelled") return "cancelled";
  const { passed, failed, errored, warnings } = totalsOf(run);
  const nothingRan = passed + failed + errored + warnings === 0;
  if (nothingRan || run.stopped !== void 0 || failed + errored > 0 || countBlocked(run) > 0) return "failed";
  return run.failOn === "warning" && warnings > 0 ? "failed" : "passed";
}
function mustFail(report) {
  const verdict = verdictOf(report);
  const letThrough = verdict === "failed" && report.report === "finished" && report.run.failOn === "never";
  return verdict !== "passed" && !letThrough;
}

// src/edge/exit-code.ts
var EXIT = { passed: 0, failed: 1, invalid: 2, cancelled: 130 };
function exitCodeOf(report) {
  return mustFail(report) ? EXIT[verdictOf(report)] : EXIT.passed;
}

// src/report/format/totals.ts
function count(amount, one, many = `${one}s`) {
  return `${amount} ${amount === 1 ? one : many}`;
}
function totalsSentence(totals) {
  const parts = [
    [totals.passed, "passed"],
    [totals.failed, "failed"],
    [totals.errored, "errored"],
    [totals.warnings, totals.warnings === 1 ? "warning" : "warnings"],
    [totals.skipped, "skipped"],
    [totals.open, "open"],
    [totals.flaky, "flaky"]
  ];
  const told = parts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`);
  return [count(totals.total, "check"), told.join(", ")].filter((part) => part !== "").join(": ");
}
function verdictSentence(report) {
  return report.report === "invalid" ? invalidSentence(report) : finishedSentence(report);
}
function verdictRemark(report) {
  if (report.report === "invalid") return invalidSentence(report);
  const { run } = report;
  const { passed, failed, errored, warnings, open } = totalsOf(run);
  const told = failed + errored > 0 || countBlocked(run) === 0;
  const plain2 = run.stopped === void 0 && run.failOn === "failure" && open === 0 && told;
  return plain2 && passed + failed + errored + warnings > 0 ? "" : finishedSentence(report);
}
function invalidSentence(report) {
  const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (errors.length === 0) return "The checklist could not be read. Nothing was sent.";
  const holder = errors.every(isOfInput) ? "The inputs have" : "The checklist has";
  return `${holder} ${count(errors.length, "error")}. Nothing was sent.`;
}
function isOfInput({ code }) {
  return code === "invalid-input" || code === "unknown-input";
}
function finishedSentence(report) {
  const { run } = report;
  const totals = totalsOf(run);
  const sentences = [outcomeSentence(report, totals)];
  if (run.stopped !== void 0 && run.stopped.reason !== "cancelled") sentences.push(oneLine(run.stopped.message));
  const undone = countUndone(run);
  if (undone > 0) sentences.push(`${count(undone, "step")} of cleanup failed.`);
  if (totals.open > 0) sentences.push(`${count(totals.open, "box is", "boxes are")} left for a person to tick.`);
  if (run.failOn === "never" && verdictOf(report) === "failed")
    sentences.push("It is only reported: `fail-on` is `never`.");
  return sentences.join(" ");
}
function outcomeSentence({ run }, totals) {
  const ran = totals.passed + totals.failed + totals.errored + totals.warnings;
  if (run.stopped?.reason === "cancelled") {
    return `${oneLine(run.stopped.message)} ${ran} of ${count(totals.total, "check")} had ended.`;
  }
  if (ran === 0) return "Nothing ran, so nothing is verified.";
  const { warnings } = totals;
  const warned = warnings === 0 ? "" : ` There ${warnings === 1 ? "is 1 warning" : `are ${warnings} warnings`}.`;
  const bad = totals.failed + totals.errored;
  if (bad > 0) return `${troubles(totals)}.${warned}`;
  const blocked = countBlocked(run);
  if (blocked > 0) {
    return `${count(blocked, "check")} could not run, because something ${blocked === 1 ? "it needs" : "they need"} ended in a warning.${warned}`;
  }
  if (totals.warnings > 0 && run.failOn === "warning") {
    return `${count(totals.warnings, "warning counts", "warnings count")} as failed: \`fail-on\` is \`warning\`.`;
  }
  if (run.stopped !== void 0) return `The run ended early: ${ran} of ${count(totals.total, "check")} ran.`;
  if (totals.warnings > 0) return `Nothing failed, with ${count(totals.warnings, "warning")}.`;
  if (totals.passed === 1) return totals.total === 1 ? "The check passed." : "The one check that ran passed.";
  return totals.passed === totals.total ? `All ${ran} checks passed.` : `All ${ran} checks that ran passed.`;
}
function troubles(totals) {
  const of = `of ${count(totals.total, "check")}`;
  if (totals.errored === 0) return `${totals.failed} ${of} failed`;
  const errored = "could not be carried out";
  return totals.failed === 0 ? `${totals.errored} ${of} ${errored}` : `${totals.failed} ${of} failed and ${totals.errored} ${errored}`;
}

// src/report/format/paint.ts
var CODES = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 };
function painter(color) {
  return color ? (style, text) => text === "" ? "" : `\x1B[${CODES[style]}m${text}\x1B[0m` : plain;
}
function plain(_style, text) {
  return text;
}

// src/report/format/width.ts
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var NONE = new RegExp("\\p{Mn}|\\p{Me}|\\u200c|\\u200d", "u");
function characterWidth(character) {
  if (character >= " " && character <= "~") return 1;
  if (NONE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
function displayWidth(text) {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
function padEnd(text, width) {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
function cutToWidth(line, width) {
  if (displayWidth(line) <= width) return line;
  let kept = "";
  let used = 1;
  for (const character of line) {
    used += characterWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

// src/report/format/code-frame.ts
function placeOf(location) {
  return `${shorten(oneLine(location.file), 200)}:${location.line}:${location.column}`;
}
function codeFrame(location, options) {
  const gutter = " ".repeat(String(location.line).length);
  return [`${gutter} ${(options.paint ?? plain)("cyan", placeOf(location))}`, ...lineOf(location, options)];
}
function lineOf(location, options) {
  if (location.lineText.trim() === "") return [];
  const paint = options.paint ?? plain;
  const number = String(location.line);
  const gutter = " ".repeat(number.length);
  const shown = shownCells(location, options.width - number.length - 3);
  const first = shown.findIndex((cell) => cell.marked);
  const before = shown.slice(0, first === -1 ? shown.length : first);
  const carets = "^".repeat(Math.max(1, widthOf(shown.filter((cell) => cell.marked))));
  return [
    `${paint("dim", `${number} \u2502`)} ${shown.map((cell) => cell.text).join("")}`.trimEnd(),
    `${paint("dim", `${gutter} \u2502`)} ${" ".repeat(widthOf(before))}${paint("red", carets)}`
  ];
}
function markedLine(location, width) {
  const shown = shownCells(location, width);
  const first = shown.findIndex((cell) => cell.marked);
  const start = first === -1 ? shown.length : first;
  const end = shown.findLastIndex((cell) => cell.marked) + 1;
  const text = (from, to) => shown.slice(from, to).map((cell) => cell.text).join("");
  return { before: text(0, start), marked: text(start, end), after: text(Math.max(start, end), shown.length) };
}
function shownCells(location, width) {
  return around(cellsOf(location), Math.max(20, width));
}
function cellsOf(location) {
  const line = location.lineText.trimEnd();
  const from = location.column - 1;
  const to = location.endLine > location.line ? line.length : Math.max(location.endColumn - 1, from + 1);
  const cells = [];
  let offset = 0;
  let indentation = true;
  for (const character of line) {
    indentation &&= offset < from && /\s/.test(character);
    const text = character === "	" ? "  " : visible(character);
    const width = text === character ? characterWidth(character) : displayWidth(text);
    if (!indentation) cells.push({ text, width, marked: offset >= from && offset < to });
    offset += character.length;
  }
  return cells;
}
function around(cells, width) {
  if (widthOf(cells) <= width) return cells;
  const ellipsis = { text: "\u2026", width: 1, marked: false };
  const first = cells.findIndex((cell) => cell.marked);
  let start = first === -1 ? cells.length : first;
  for (let room = Math.floor(width / 3); start > 0 && room > 0; start -= 1) room -= cells[start - 1]?.width ?? 0;
  if (start <= 1) start = 0;
  let end = start;
  for (let room = width - 2; end < cells.length; end += 1) {
    room -= cells[end]?.width ?? 0;
    if (room < 0) break;
  }
  return [...start > 0 ? [ellipsis] : [], ...cells.slice(start, end), ...end < cells.length ? [ellipsis] : []];
}
function widthOf(cells) {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

// src/report/diagnostics-text.ts
function renderDiagnostics(diagnostics, options) {
  const paint = painter(options.color);
  const width = Math.max(40, options.width ?? 100);
  const blocks = diagnostics.map(({ severity, code, message, hint, location }) => {
    const [first = "", ...rest] = wrap(`${severity}: ${oneLine(message)}`, width - 2);
    const head = paint(severity === "error" ? "red" : "yellow", `${severity}:`) + first.slice(severity.length + 1);
    return [
      head,
      ...rest.map((line) => `  ${line}`),
      ...codeFrame(location, { width: width - 2, paint }).map((line) => `  ${line}`),
      ...hint === "" ? [] : wrap(`hint: ${oneLine(hint)}`, width - 2).map((line) => `  ${line}`),
      `  ${paint("dim", `code: ${code}`)}`,
      ""
    ];
  });
  return blocks.flat().map(inertLine).join("\n");
}

export {
  checksOf,
  standingOf,
  isBlockedCheck,
  countUndone,
  isFlaky,
  totalsOf,
  verdictOf,
  EXIT,
  exitCodeOf,
  count,
  totalsSentence,
  verdictSentence,
  verdictRemark,
  isOfInput,
  painter,
  plain,
  displayWidth,
  padEnd,
  cutToWidth,
  wrap,
  placeOf,
  codeFrame,
  lineOf,
  markedLine,
  renderDiagnostics
};
