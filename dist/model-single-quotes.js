import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/model/single-quotes.ts
function inSingleQuotes(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export {
  inSingleQuotes
};
