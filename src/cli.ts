#!/usr/bin/env node
import * as nodeModule from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(`verify-deploy needs Node 22.19 or newer, and this is ${process.versions.node}.\n`)
  process.exit(2)
}
// Before anything else is loaded: from the second start on, V8 finds the rest compiled.
nodeModule.enableCompileCache()
const { start } = await import('./cli/start.ts')
await start()
