import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  OPTIONS
} from "./cli-arguments.js";
import {
  VERSION
} from "./model-suggest.js";
import "./shared.js";

// src/cli/help.ts
function helpText() {
  const rows = Object.entries(OPTIONS).map(([name, option]) => {
    const short = "short" in option ? `-${option.short}, ` : "    ";
    return [`${short}--${name}${option.value === "" ? "" : ` ${option.value}`}`, option.doc];
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  const options = rows.map(([left, doc]) => `  ${left.padEnd(width)}  ${doc}`);
  return `verify-deploy ${VERSION}: verify a deployed release from a checklist

Usage
  verify-deploy run [FILE] [options]    run a checklist (checklist.yml) and report
  verify-deploy lint [FILE] [options]   check a checklist; nothing is sent
  verify-deploy help                    show this help

Options
${options.join("\n")}

LIST is words separated by commas, and may be repeated. TIME is written 90s, 15m or 1h30m.

Exit codes
  0    passed
  1    failed
  2    the checklist or the arguments are invalid; nothing was sent
  130  cancelled; cleanup ran and the reports were written
`;
}
export {
  helpText
};
