#!/usr/bin/env node
import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/cli.ts
import * as nodeModule from "node:module";
var [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || major === 22 && minor < 19) {
  process.stderr.write(`verify-deploy needs Node 22.19 or newer, and this is ${process.versions.node}.
`);
  process.exit(2);
}
nodeModule.enableCompileCache();
var { start } = await import("./cli-start.js");
await start();
