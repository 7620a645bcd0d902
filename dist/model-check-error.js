import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/model/check-error.ts
var CheckError = class extends Error {
  code;
  hint;
  endpoint;
  /** What the server itself said, such as PostgreSQL's code, detail, hint and position. */
  details;
  /** True when the fault is what was asked about (a refused handshake with a status); the check has then *failed*. */
  verdict;
  finding;
  /** Where in the checklist it lies, when that is narrower than the check: a hole, a variable. */
  span;
  constructor(options) {
    super(options.message, { cause: options.cause });
    this.name = "CheckError";
    this.code = options.code;
    this.hint = options.hint ?? "";
    this.endpoint = options.endpoint;
    this.details = options.details ?? {};
    this.verdict = options.verdict ?? "errored";
    this.finding = options.finding;
    this.span = options.span;
  }
};

export {
  CheckError
};
