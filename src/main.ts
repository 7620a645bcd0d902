import { enableCompileCache } from 'node:module'

// Before anything else is loaded: on a runner that keeps its disk, V8 finds the rest compiled.
enableCompileCache()
const { start } = await import('./action/start.ts')
await start()
