import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/model/duration.ts
var DURATION_UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var SIZE_UNITS = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3
};
function parseDuration(text) {
  return /^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text) ? sum(text, /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g, DURATION_UNITS) : void 0;
}
function parseSize(text) {
  return /^\d+(\.\d+)?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/.test(text) ? sum(text, /(\d+(?:\.\d+)?)(\w+)/g, SIZE_UNITS) : void 0;
}
function sum(text, parts, units) {
  let total = 0;
  for (const [, amount = "0", unit = ""] of text.matchAll(parts)) total += Number(amount) * (units[unit] ?? 0);
  return Math.round(total);
}
function formatDuration(milliseconds) {
  const rounded = Math.round(milliseconds);
  if (rounded < 1e3) return `${rounded} ms`;
  if (rounded < 1e4) return `${(rounded / 1e3).toFixed(1)} s`;
  const seconds = Math.round(rounded / 1e3);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m`;
}
function formatSize(bytes) {
  const units = ["B", "KiB", "MiB", "GiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

export {
  parseDuration,
  parseSize,
  formatDuration,
  formatSize
};
