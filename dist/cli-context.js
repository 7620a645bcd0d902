import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  EXIT
} from "./report-diagnostics-text.js";

// src/cli/context.ts
function refuse(faults, terminal) {
  for (const { message, hint } of faults) terminal.err(`verify-deploy: ${message} ${hint}
`);
  return EXIT.invalid;
}

export {
  refuse
};
