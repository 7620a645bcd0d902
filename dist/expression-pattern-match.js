import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/expression/pattern-match.ts
var MAX_SAFE_SOURCE = 100;
var MAX_SAFE_TEXT = 256 * 1024;
var MAX_LINE = 64 * 1024;
function isSafePattern({ source, texts }) {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  return source.length <= MAX_SAFE_SOURCE && size <= MAX_SAFE_TEXT && !/[*+?{(]|\\[1-9k]/.test(source);
}
function matchAll({ source, flags, texts }) {
  return texts.map((text) => {
    const found = new RegExp(source, flags).exec(cutLines(text));
    return found === null ? null : Array.from(found, (group) => group ?? null);
  });
}
function cutLines(text) {
  if (text.length <= MAX_LINE) return text;
  return text.split("\n").map((line) => line.slice(0, MAX_LINE)).join("\n");
}

export {
  isSafePattern,
  matchAll
};
