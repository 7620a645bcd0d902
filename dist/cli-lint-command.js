import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  settingsOf
} from "./cli-run-settings.js";
import {
  refuse
} from "./cli-context.js";
import {
  lint
} from "./edge-settings-reader.js";
import {
  EXIT,
  count,
  renderDiagnostics
} from "./report-diagnostics-text.js";
import "./transport-peer-certificate.js";
import "./transport-proxy.js";
import "./model-suggest.js";
import "./expression-pattern-match.js";
import "./transport-compose-engine-words.js";
import "./model-single-quotes.js";
import {
  oneLine
} from "./model-visible.js";
import "./model-json.js";
import "./transport-secure.js";
import "./model-duration.js";
import "./model-error-code.js";
import "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";

// src/cli/lint-command.ts
async function lintCommand(given, context) {
  const { terminal } = context;
  const { settings, faults } = settingsOf(given, context);
  if (faults.length > 0) return refuse(faults, terminal);
  const { checklist, diagnostics } = await lint(settings);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.length > 0) {
    terminal.out(`${renderDiagnostics(diagnostics, { color: terminal.colorOut, width: terminal.widthOut() })}
`);
  }
  const found = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""];
  const told = found.filter((part) => part !== "").join(" and ");
  if (errors > 0 || !given.has("quiet")) {
    terminal.out(`${oneLine(checklist.file)}: ${told === "" ? "no faults" : told}. Nothing was sent.
`);
  }
  return errors > 0 ? EXIT.invalid : EXIT.passed;
}
export {
  lintCommand
};
