import type { Runner, RunnerAnnotation } from '../../src/action/runner.ts'

/** A runner that remembers: `log` holds lines and groups in their order. */
export function createRecordingRunner() {
  const log: string[] = []
  const annotations: RunnerAnnotation[] = []
  const outputs = new Map<string, string>()
  const masks: string[] = []
  const summaries: string[] = []
  const runner: Runner = {
    print: text => log.push(...text.split('\n')),
    openGroup: name => log.push(`▼ ${name}`),
    closeGroup: () => log.push('▲'),
    mask: value => masks.push(value),
    annotate: annotation => annotations.push(annotation),
    setOutput: (name, value) => outputs.set(name, value) === outputs,
    addSummary: async markdown => {
      summaries.push(markdown)
    },
  }
  return { runner, log, annotations, outputs, masks, summaries }
}
