import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);

// src/main.ts
import { enableCompileCache } from "node:module";
enableCompileCache();
var cancelledBy;
var note = (name) => {
  cancelledBy ??= name;
};
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, note);
var { start } = await import("./action-start.js");
await start(() => cancelledBy);
