import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/model/error-code.ts
function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}

export {
  errorCode
};
