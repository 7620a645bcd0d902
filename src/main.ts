import { enableCompileCache } from 'node:module'

// Before anything else is loaded: on a runner that keeps its disk, V8 finds the rest compiled.
enableCompileCache()
// A job can be cancelled while the rest is loaded: that must not end this program before it has told so.
let cancelledBy: NodeJS.Signals | undefined
const note = (name: NodeJS.Signals): void => {
  cancelledBy ??= name
}
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, note)
const { start } = await import('./action/start.ts')
await start(() => cancelledBy)
