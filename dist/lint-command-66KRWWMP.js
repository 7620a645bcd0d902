import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  settingsOf
} from "./chunk-YE2VGIBN.js";
import {
  lint
} from "./chunk-U5SQ4KIT.js";
import {
  refuse
} from "./chunk-3VCFBFRG.js";
import {
  EXIT,
  count,
  oneLine,
  renderDiagnostics
} from "./chunk-ZQLZTWRI.js";
import "./chunk-ISV6RWUN.js";
import "./chunk-NPT3JSUA.js";
import "./chunk-WT32AUN4.js";
import "./chunk-L4TIHWZQ.js";
import "./chunk-2T6M2LCR.js";
import "./chunk-5LZS7Z4W.js";
import "./chunk-YOXQ5QTM.js";
import "./chunk-YERJVDUW.js";
import "./chunk-UCJUQFQN.js";

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
