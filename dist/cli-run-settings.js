import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);
import {
  checklistPage,
  eventFacts,
  readSettings
} from "./edge-settings-reader.js";

// src/cli/run-settings.ts
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
var OPTION_OF = {
  checklist: "FILE",
  target: "--target",
  variables: "--var",
  select: "--select",
  skip: "--skip",
  failOn: "--fail-on",
  concurrency: "--concurrency",
  timeout: "--timeout",
  cleanupTimeout: "--cleanup-timeout"
};
function settingsOf(given, context) {
  const one = (name) => given.one(name);
  const { settings, faults } = readSettings({
    checklist: given.file,
    target: one("target"),
    variables: given.all("var"),
    select: given.all("select"),
    skip: given.all("skip"),
    failOn: one("fail-on"),
    concurrency: one("concurrency"),
    timeout: one("timeout"),
    cleanupTimeout: one("cleanup-timeout")
  });
  const { environment, directory } = context;
  const page = checklistPage(resolve(directory, settings.checklist), environment);
  return {
    settings: Object.freeze({
      ...settings,
      checklist: resolve(directory, settings.checklist),
      root: rootOf(directory, settings.checklist),
      environment,
      event: eventFacts(environment),
      ...page === void 0 ? {} : { checklistPage: page }
    }),
    faults: faults.map(({ setting, message, hint }) => ({ message: `${OPTION_OF[setting]}: ${message}`, hint }))
  };
}
function rootOf(directory, checklist) {
  const folder = dirname(resolve(directory, checklist));
  if (!relative(directory, folder).startsWith("..")) return directory;
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, ".git"))) return at;
  return folder;
}

export {
  settingsOf
};
