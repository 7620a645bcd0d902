import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  createStopSignal,
  exchangeLines,
  finishedLines,
  pathOf,
  renderTerminal,
  withThriftyHeap
} from "./edge-progress-text.js";
import {
  messageOf,
  writeReports
} from "./report-index.js";
import {
  settingsOf
} from "./cli-run-settings.js";
import {
  refuse
} from "./cli-context.js";
import {
  verify
} from "./edge-settings-reader.js";
import {
  cutToWidth,
  exitCodeOf,
  painter,
  standingOf
} from "./report-diagnostics-text.js";
import "./transport-peer-certificate.js";
import "./transport-proxy.js";
import "./model-suggest.js";
import "./expression-pattern-match.js";
import "./transport-compose-engine-words.js";
import "./model-single-quotes.js";
import {
  inertLine,
  oneLine
} from "./model-visible.js";
import "./model-json.js";
import "./transport-secure.js";
import {
  formatDuration
} from "./model-duration.js";
import "./model-error-code.js";
import "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";

// src/cli/run-command.ts
import { basename, relative, resolve } from "node:path";

// src/cli/line-buffer.ts
var FLUSH_MS = 50;
function createLineBuffer(write) {
  let pending = "";
  let timer;
  const flush = () => {
    clearTimeout(timer);
    timer = void 0;
    if (pending !== "") write(pending);
    pending = "";
  };
  return {
    add(line) {
      pending += `${line}
`;
      timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    flush
  };
}

// src/cli/live-progress.ts
var MOST_SHOWN = 4;
var ERASE_BELOW = "\r\x1B[J";
function createLiveProgress(screen, options) {
  const { paint, now } = options;
  const running = /* @__PURE__ */ new Map();
  const counts = { passed: 0, failed: 0, errored: 0, warning: 0, skipped: 0, open: 0 };
  const state = { title: "", total: 0, began: now(), drawn: 0, over: false };
  const erase = () => (state.drawn > 1 ? `\x1B[${state.drawn - 1}A` : "") + (state.drawn > 0 ? ERASE_BELOW : "");
  const draw = (above = []) => {
    if (state.over) return;
    const lines = picture().map((line) => cutToWidth(line, Math.max(20, screen.width() - 1)));
    const kept = above.map((line) => `${line}
`).join("");
    screen.write(
      `${erase()}${kept}${lines.map((line, index) => index === 0 ? paint("bold", line) : line).join("\n")}`
    );
    state.drawn = lines.length;
  };
  const picture = () => {
    const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const told = Object.entries(counts).filter(([, count]) => count > 0);
    const head = [`${done}/${state.total}`, ...told.map(([word, count]) => `${count} ${word}`), elapsed(state.began)];
    const shown = [...running.values()].slice(0, MOST_SHOWN);
    const more = running.size - shown.length;
    return [
      `${state.title}  ${head.join(" \xB7 ")}`,
      ...shown.map(({ path, since, note }) => `  ${path}  ${elapsed(since)}${note}`),
      ...more > 0 ? [`  and ${more} more`] : []
    ];
  };
  const elapsed = (since) => formatDuration(Math.floor((now() - since) / 100) * 100);
  const observer = {
    runStarted({ checklist, total }) {
      Object.assign(state, { title: oneLine(checklist), total });
      draw();
    },
    checkStarted({ key, name, sections }) {
      running.set(key, { path: pathOf(sections, name), since: now(), note: "" });
    },
    attemptFailed({ key, attempt, message }) {
      const check = running.get(key);
      if (check !== void 0) check.note = `  attempt ${attempt}: ${oneLine(message)}`;
    },
    checkFinished(check, sections) {
      running.delete(check.key);
      const standing = standingOf(check);
      counts[standing] += 1;
      if (standing === "failed" || standing === "errored" || standing === "warning") {
        draw(finishedLines(check, paint, pathOf(sections, check.name)));
      }
    },
    cleanupStarted(count) {
      if (count > 0) state.title = "Cleanup";
    },
    exchange: (check, evidence, reproduce) => draw(exchangeLines(check.name, evidence, reproduce))
  };
  return {
    observer,
    draw: () => draw(),
    note: (line) => draw([line]),
    finish() {
      if (!state.over) screen.write(erase());
      Object.assign(state, { over: true, drawn: 0 });
    }
  };
}

// src/cli/open-report.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
function openerOf(platform, path) {
  if (platform === "darwin") return ["open", path];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", pathToFileURL(path).href];
  return ["xdg-open", path];
}
async function openReport(path, platform = process.platform) {
  const [program, ...words] = openerOf(platform, path);
  try {
    const child = spawn(program, words, { detached: true, stdio: "ignore" });
    await once(child, "spawn");
    child.unref();
    return void 0;
  } catch (error) {
    return `The report could not be opened: ${messageOf(error)}`;
  }
}

// src/cli/progress-lines.ts
function createProgressLines(write, paint) {
  const print = (line) => write(inertLine(line));
  const printAll = (lines) => {
    for (const line of lines) print(line);
  };
  return {
    runStarted: ({ checklist, total }) => print(`${oneLine(checklist)}: ${total} ${total === 1 ? "check" : "checks"}`),
    attemptFailed: ({ name, attempt, message }) => print(paint("dim", `\u2026 ${oneLine(name)}, attempt ${attempt}: ${oneLine(message)}`)),
    checkFinished: (check, sections) => printAll(resultLines(check, sections, paint)),
    cleanupStarted(count) {
      if (count > 0) print(`Cleanup: ${count} ${count === 1 ? "step" : "steps"}`);
    },
    exchange: (check, evidence, reproduce) => printAll(exchangeLines(check.name, evidence, reproduce))
  };
}
function resultLines(check, sections, paint) {
  return finishedLines(check, paint, pathOf(sections, check.name));
}

// src/cli/run-command.ts
var DEFAULT_REPORT_DIR = "verify-report";
var PAGE = "report.html";
var NOTHING_TO_OPEN = {
  message: '--open opens report.html, but --report-dir "" writes no report.',
  hint: "Leave one of them out."
};
var REDRAW_MS = 100;
async function runCommand(given, context) {
  const { terminal, directory } = context;
  const { settings, faults } = settingsOf(given, context);
  const reportDir = given.one("report-dir") ?? DEFAULT_REPORT_DIR;
  const slips = given.has("open") && reportDir === "" ? [...faults, NOTHING_TO_OPEN] : faults;
  if (slips.length > 0) return refuse(slips, terminal);
  const progress = startProgress(terminal, given.has("quiet"));
  const stop = createStopSignal((name) => progress.note(`${name}: cancelling, cleaning up \u2026`));
  try {
    const ports = { signal: stop.signal, verbose: given.has("verbose") };
    const report = await withThriftyHeap(progress.observer, (observer) => verify(settings, { ...ports, observer }));
    progress.finish();
    const options = { color: terminal.colorOut, width: terminal.widthOut(), quiet: given.has("quiet") };
    terminal.out(`${renderTerminal(report, options).trimEnd()}
`);
    if (reportDir !== "") await deliverFiles(report, resolve(directory, reportDir), given, context);
    return exitCodeOf(report);
  } finally {
    progress.finish();
    stop.dispose();
  }
}
async function deliverFiles(report, folder, given, context) {
  const { terminal, environment } = context;
  const { files, faults } = await writeReports(report, folder);
  for (const fault2 of faults) terminal.err(`verify-deploy: ${fault2}
`);
  if (files.length > 0 && !given.has("quiet")) {
    terminal.out(`
Reports are in ${relative(context.directory, folder) || "."}
`);
  }
  const page = files.find((path) => basename(path) === PAGE);
  if (!given.has("open") || page === void 0) return;
  const fault = environment.CI ? `--open does nothing where CI is set.` : await openReport(page);
  if (fault !== void 0) terminal.err(`verify-deploy: ${fault}
`);
}
function startProgress(terminal, quiet) {
  if (quiet) return { observer: {}, note: () => void 0, finish: () => void 0 };
  const paint = painter(terminal.colorErr);
  if (!terminal.interactive) {
    const lines = createLineBuffer(terminal.err);
    const note = (line) => {
      lines.add(line);
      lines.flush();
    };
    return { observer: createProgressLines(lines.add, paint), note, finish: lines.flush };
  }
  const screen = { write: terminal.err, width: terminal.widthErr };
  const live = createLiveProgress(screen, { paint, now: () => performance.now() });
  const timer = setInterval(live.draw, REDRAW_MS);
  timer.unref();
  return {
    observer: live.observer,
    note: live.note,
    finish() {
      clearInterval(timer);
      live.finish();
    }
  };
}
export {
  runCommand
};
