import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  attemptMarks,
  elapsedOf,
  failureBlock,
  outcomeLine,
  outcomeWords,
  pathOf,
  placedIn,
  reasonOf,
  roundsOf,
  runsOf,
  saysMore,
  slowestOf,
  topEntries,
  troublesOf
} from "./report-index.js";
import {
  EXIT,
  checksOf,
  count,
  displayWidth,
  isFlaky,
  padEnd,
  painter,
  renderDiagnostics,
  standingOf,
  totalsOf,
  totalsSentence,
  verdictOf,
  verdictRemark,
  wrap
} from "./report-diagnostics-text.js";
import {
  inertLine,
  oneLine,
  shorten,
  visible
} from "./model-visible.js";
import {
  formatDuration
} from "./model-duration.js";
import {
  CheckError
} from "./model-check-error.js";

// src/edge/stop-signal.ts
var STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"];
var SAME_KEYSTROKE_MS = 500;
function createStopSignal(onStop) {
  const controller = new AbortController();
  let stoppedAt;
  const handle = (name) => {
    const now = performance.now();
    if (stoppedAt === void 0) {
      stoppedAt = now;
      onStop(name);
      controller.abort(new CheckError({ code: "cancelled", message: `The run was cancelled by ${name}.` }));
    } else if (name === "SIGINT" && now - stoppedAt >= SAME_KEYSTROKE_MS) {
      process.exit(EXIT.cancelled);
    }
  };
  for (const name of STOPPING) process.on(name, handle);
  return {
    signal: controller.signal,
    dispose() {
      for (const name of STOPPING) process.off(name, handle);
    }
  };
}

// src/edge/heap-thrift.ts
import { getHeapSpaceStatistics as getHeapSpaceStatistics2, setFlagsFromString as setFlagsFromString2 } from "node:v8";

// src/edge/collect.ts
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
var MOST_MORE_BYTES = 4 * 1024 * 1024;
var MOST_MORE_PART = 0.2;
function createCollector(heap = {}) {
  const held = heap.heldBytes ?? heldBytes;
  let { collection } = heap;
  let before = held();
  return () => {
    if (held() < before + Math.max(MOST_MORE_BYTES, before * MOST_MORE_PART)) return;
    collection ??= fullCollection();
    collection();
    before = held();
  };
}
function fullCollection() {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return typeof gc === "function" ? () => void gc() : () => void 0;
}
function heldBytes() {
  const old = getHeapSpaceStatistics().find((space) => space.space_name === "old_space");
  return (old?.space_used_size ?? 0) + getHeapStatistics().external_memory;
}

// src/edge/heap-thrift.ts
var MOST_YOUNG_BYTES = 16 * 1024 * 1024;
var SAMPLED = 16;
var SAMPLED_MS = 10;
var MANY_CHECKS = 200;
var ROOMY_MS = 3e3;
async function withThriftyHeap(observer, verifying) {
  growYoung(1);
  growOld("little");
  let finished = 0;
  let collect = () => void 0;
  const watching = setInterval(() => {
    limitYoung();
    collect();
  }, SAMPLED_MS).unref();
  let roomy;
  try {
    return await verifying({
      ...observer,
      runStarted(facts) {
        growYoung(2);
        if (facts.total < MANY_CHECKS) collect = createCollector();
        else {
          growOld("much");
          roomy = setTimeout(growOld, ROOMY_MS, "little").unref();
        }
        observer.runStarted?.(facts);
      },
      checkFinished(check, sections) {
        finished += 1;
        if (finished % SAMPLED === 0) limitYoung();
        observer.checkFinished?.(check, sections);
      }
    });
  } finally {
    clearInterval(watching);
    clearTimeout(roomy);
    growYoung(1);
    growOld("little");
  }
}
function limitYoung() {
  if (youngBytes() >= MOST_YOUNG_BYTES) growYoung(1);
}
function growOld(how) {
  setFlagsFromString2(`--heap-growing-percent=${how === "little" ? 20 : 100}`);
}
function growYoung(factor) {
  setFlagsFromString2(`--semi-space-growth-factor=${factor}`);
}
function youngBytes() {
  return getHeapSpaceStatistics2().find((space) => space.space_name === "new_space")?.space_size ?? 0;
}

// src/report/terminal/tree.ts
var TIME = 8;
var NAME_LIMIT = 60;
var MARKS = {
  passed: ["green", "\u2713"],
  failed: ["red", "\u2717"],
  errored: ["red", "\u2717"],
  warning: ["yellow", "!"],
  skipped: ["dim", "\u2013"],
  open: ["cyan", "\u25CB"]
};
function markOf(check, paint) {
  return paint(...MARKS[standingOf(check)]);
}
function treeLines(run, options) {
  const entries = topEntries(run);
  const nameEnd = Math.min(widestName(entries, 0), NAME_LIMIT, options.width - TIME - 4);
  return entryLines(entries, 0, { paint: options.paint, nameEnd });
}
function entryLines(entries, depth, layout) {
  const runs = runsOf(entries);
  return runs.flatMap((run, at) => {
    const apart = depth === 0 && at > 0 && (isSection(run) || isSection(runs[at - 1]));
    return [...apart ? [""] : [], ...runLines(run, depth, layout)];
  });
}
function runLines(run, depth, layout) {
  if (!("result" in run)) return [skippedLine(`${run.length} checks`, reasonOf(run[0]), depth, layout)];
  return run.result === "check" ? [checkLine(run, depth, layout)] : sectionLines(run, depth, layout);
}
function isSection(run) {
  return run !== void 0 && "result" in run && run.result === "section";
}
function sectionLines(section, depth, layout) {
  const elapsed = elapsedOf(placedIn(section.entries).map(({ check }) => check));
  const notes = [roundsOf(section), elapsed === void 0 ? void 0 : formatDuration(elapsed)];
  const note = notes.filter((part) => part !== void 0).map((part) => ` \xB7 ${part}`);
  const head = `${indent(depth)}${layout.paint("bold", shorten(oneLine(section.name), 200))}${layout.paint("dim", note.join(""))}`;
  return [head, ...entryLines(section.entries, depth + 1, layout)];
}
function checkLine(check, depth, layout) {
  const name = shorten(oneLine(check.name), 200);
  if (check.outcome.status === "skipped") return skippedLine(name, reasonOf(check), depth, layout);
  const start = `${indent(depth)}${markOf(check, layout.paint)} `;
  if (check.outcome.status === "open") return `${start}${name}  ${layout.paint("cyan", "open, for a person")}`;
  const padded = padEnd(name, layout.nameEnd - depth * 2 - 2);
  const time = layout.paint("dim", formatDuration(check.durationMs).padStart(TIME));
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : "";
  const words = layout.paint(MARKS[standingOf(check)][0], `${outcomeWords(check)}${marks}`);
  return `${start}${padded}  ${time}${words === "" ? "" : `  ${words}`}`;
}
function skippedLine(name, reason, depth, layout) {
  return `${indent(depth)}${layout.paint("dim", `\u2013 ${name}  skipped: ${shorten(oneLine(reason ?? ""), 300)}`)}`;
}
function widestName(entries, depth) {
  const widths = entries.map((entry) => {
    if (entry.result === "section") return widestName(entry.entries, depth + 1);
    const timed = entry.outcome.status !== "skipped" && entry.outcome.status !== "open";
    return timed ? depth * 2 + 2 + displayWidth(oneLine(entry.name)) : 0;
  });
  return Math.max(0, ...widths);
}
function indent(depth) {
  return "  ".repeat(depth);
}

// src/report/terminal/closing.ts
var SLOWEST = 3;
var FIX_WIDTH = 240;
var LISTED = 100;
var VERDICTS = {
  passed: ["green", "\u2713 passed"],
  failed: ["red", "\u2717 failed"],
  cancelled: ["yellow", "\u2717 cancelled"],
  invalid: ["red", "\u2717 invalid"]
};
function whatToFix(run, look) {
  const troubles = troublesOf(run);
  const items = troubles.slice(0, LISTED).flatMap((placed, at) => {
    const number = `${String(at + 1).padStart(3)}. `;
    const { check } = placed;
    const hint = check.outcome.status === "errored" ? check.outcome.fault.hint : "";
    const told = [shorten(outcomeLine(check), FIX_WIDTH), oneLine(check.fix ?? hint)].filter((text) => text !== "");
    const lines = told.flatMap((text) => wrap(text, look.width - 5));
    return [`${number}${pathOf(placed)}`, ...lines.map((line) => `     ${line}`)];
  });
  return titled("What to fix", [...items, ...leftOut(troubles.length)], look);
}
function openBoxes(run, look) {
  const boxes = checksOf(run).flatMap((placed) => {
    const { outcome } = placed.check;
    if (outcome.status !== "open") return [];
    const told = saysMore(outcome.instruction, placed.check) ? wrap(oneLine(outcome.instruction), look.width - 6) : [];
    return [`  ${look.paint("cyan", "\u25CB")} ${pathOf(placed)}`, ...told.map((line) => `    ${line}`)];
  });
  return titled("For a person to look at", boxes, look);
}
function slowest(run, look) {
  const lines = slowestOf(run, SLOWEST).map(
    (placed) => `  ${formatDuration(placed.check.durationMs).padStart(8)}  ${pathOf(placed)}`
  );
  return titled("Slowest", lines, look);
}
function cleanup(run, look) {
  const steps = run.cleanup;
  const failed = steps.filter(({ check }) => ["failed", "errored"].includes(check.outcome.status));
  if (steps.length === 0) return [];
  if (failed.length > 0) {
    const left = steps.filter(({ check: { outcome } }) => isLeft(outcome));
    const alsoLeft = left.length === 0 ? "" : `, ${left.length} not begun`;
    const title = `Cleanup: ${failed.length} of ${count(steps.length, "step")} failed${alsoLeft}; the verdict is not changed by that`;
    return titled(
      title,
      [...failed, ...left].flatMap((step) => stepLines(step, look)),
      look
    );
  }
  const skipped = steps.filter(({ check }) => check.outcome.status === "skipped").length;
  const nothing = skipped === 0 ? "" : `, ${skipped} skipped`;
  return ["", `${look.paint("bold", "Cleanup")}: ${count(steps.length - skipped, "step")} done${nothing}`];
}
function isLeft(outcome) {
  return outcome.status === "skipped" && outcome.reason.because === "cancelled";
}
function notices(report, look) {
  const lines = report.run.notices.flatMap((notice) => wrap(oneLine(notice), look.width - 2).map((line) => `  ${line}`));
  return titled("Note", lines, look);
}
function verdictLines(report, look) {
  const [style, words] = VERDICTS[verdictOf(report)];
  const verdict = look.paint("bold", look.paint(style, words));
  const remark = verdictRemark(report);
  if (report.report === "invalid") return ["", `${verdict} \xB7 ${remark}`];
  const { run } = report;
  return [
    "",
    ...remark === "" ? [] : wrap(remark, look.width),
    `${verdict} \xB7 ${totalsSentence(totalsOf(run))} \xB7 ${formatDuration(run.durationMs)}`
  ];
}
function stepLines({ check, of }, look) {
  const inside = { ...look, width: look.width - 4 };
  const block = isLeft(check.outcome) ? wrap(outcomeLine(check), inside.width) : failureBlock(check, inside);
  const head = `  ${markOf(check, look.paint)} ${shorten(oneLine(check.name), 200)} (of ${shorten(oneLine(of), 200)})`;
  return [head, ...block.map((line) => line === "" ? "" : `    ${line}`)];
}
function titled(title, lines, look) {
  return lines.length === 0 ? [] : ["", look.paint("bold", title), ...lines];
}
function leftOut(total) {
  return total > LISTED ? [`     and ${total - LISTED} more`] : [];
}

// src/report/terminal.ts
var BLOCKS = 50;
var EVIDENCE_LINES = 12;
function renderTerminal(report, options) {
  const look = {
    paint: painter(options.color),
    width: Math.max(40, options.width),
    evidenceLines: EVIDENCE_LINES
  };
  const lines = report.report === "invalid" ? invalidLines(report, options, look) : finishedLines(report, options.quiet === true, options, look);
  while (lines[0] === "") lines.shift();
  return `${lines.map(inertLine).join("\n")}
`;
}
function invalidLines(report, options, look) {
  return [...diagnosticLines(report, options, look), ...verdictLines(report, look)];
}
function finishedLines(report, quiet, options, look) {
  const { run } = report;
  const blocks = failureBlocks(run, look);
  if (quiet) return [...blocks, ...verdictLines(report, look)];
  return [
    titleLine(report, look),
    "",
    ...treeLines(run, look),
    ...blocks,
    ...diagnosticLines(report, options, look),
    ...whatToFix(run, look),
    ...openBoxes(run, look),
    ...slowest(run, look),
    ...cleanup(run, look),
    ...notices(report, look),
    ...verdictLines(report, look)
  ];
}
function titleLine({ checklist, run }, look) {
  const target = run.facts.target === null ? "" : ` \xB7 ${oneLine(run.facts.target)}`;
  return `${look.paint("bold", shorten(oneLine(checklist.name), 200))}${look.paint("dim", target)}`;
}
function failureBlocks(run, look) {
  const troubles = troublesOf(run);
  const lines = troubles.slice(0, BLOCKS).flatMap((placed) => ["", ...blockLines(placed, look)]);
  const rest = troubles.length - BLOCKS;
  return rest > 0 ? [...lines, "", `${rest} more are not shown here; the report files hold them all.`] : lines;
}
function blockLines(placed, look) {
  const { check } = placed;
  const head = `${markOf(check, look.paint)} ${look.paint("bold", pathOf(placed))}`;
  const words = look.paint("dim", ` \xB7 ${outcomeWords(check)} \xB7 ${formatDuration(check.durationMs)}`);
  const body = failureBlock(check, { ...look, width: look.width - 4 });
  return [`${head}${words}`, ...body.map((line) => line === "" ? "" : `    ${line}`)];
}
function diagnosticLines(report, options, look) {
  const text = renderDiagnostics(report.diagnostics, { color: options.color, width: look.width });
  return text === "" ? [] : ["", ...text.trimEnd().split("\n")];
}

// src/edge/progress-text.ts
var LONGEST_REASON = 300;
function finishedLines2(check, paint, name = oneLine(check.name)) {
  const words = outcomeWords(check);
  const took = check.startedAt === void 0 ? "" : paint("dim", formatDuration(check.durationMs));
  const line = [markOf(check, paint), name, words, took].filter((part) => part !== "").join(" ");
  const reason = outcomeLine(check);
  return reason === "" ? [line] : [line, `  ${shorten(reason, LONGEST_REASON)}`];
}
function exchangeLines(name, evidence, reproduce) {
  const lines = [`\u2500\u2500 ${oneLine(name)}`];
  for (const { title, text, fullLength } of evidence) {
    lines.push(
      `  ${oneLine(title)}`,
      ...visible(text).split("\n").map((line) => `    ${line}`)
    );
    if (fullLength !== void 0) lines.push(`    \u2026 ${fullLength} characters in all`);
  }
  if (reproduce !== void 0) lines.push(`  ${oneLine(reproduce)}`);
  return lines;
}
function pathOf2(sections, name) {
  return [...sections, name].map(oneLine).join(" \u203A ");
}

export {
  createStopSignal,
  withThriftyHeap,
  renderTerminal,
  finishedLines2 as finishedLines,
  exchangeLines,
  pathOf2 as pathOf
};
