import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  EXIT
} from "./chunk-ZQLZTWRI.js";

// src/cli/context.ts
function refuse(faults, terminal) {
  for (const { message, hint } of faults) terminal.err(`verify-deploy: ${message} ${hint}
`);
  return EXIT.invalid;
}

export {
  refuse
};
