import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/model/visible.ts
var HIDDEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu;
function visible(text) {
  if (!/[^\n\t -~]/.test(text)) return text;
  return text.replace(/\r\n/g, "\n").replace(HIDDEN, escapeOf);
}
function oneLine(text) {
  if (/^(?:[!-~]| (?! ))*$/.test(text)) return text.trim();
  return visible(text).replace(/\s+/g, " ").trim();
}
function shorten(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}
function visibleJson(json) {
  return json.replace(
    HIDDEN,
    (character) => Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
    ).join("")
  );
}
function inertLine(line) {
  return line.replace(/^(\s*):(?=:)/, "$1\\:").replace(/##(?=\[)/g, "#\\#");
}
function escapeOf(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 255) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 65535 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

export {
  visible,
  oneLine,
  shorten,
  visibleJson,
  inertLine
};
