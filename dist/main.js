import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/main.ts
import { enableCompileCache } from "node:module";
enableCompileCache();
var { start } = await import("./action-start.js");
await start();
