#!/usr/bin/env node
import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/cli.ts
import { enableCompileCache } from "node:module";
enableCompileCache();
var { start } = await import("./cli-start.js");
await start();
