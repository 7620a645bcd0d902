import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  PostgresSession
} from "./transport-postgres-client-2.js";
import "./model-json.js";
import "./transport-secure.js";
import "./model-duration.js";
import "./model-error-code.js";
import "./transport-dial.js";
import "./model-check-error.js";
import "./shared.js";
export {
  PostgresSession
};
