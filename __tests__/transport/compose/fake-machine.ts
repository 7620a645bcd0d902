import type { Machine } from '../../../src/transport/machine.ts'
import type { Command, CommandResult } from '../../../src/transport/shell.ts'

type Answer = Partial<CommandResult> | Error

/** A machine that answers by what its command begins with, after the engine's words; the first that fits. */
export function fakeMachine(answers: readonly (readonly [part: string, answer: Answer])[]) {
  const asked: Command[] = []
  const machine: Machine = {
    label: 'the runner',
    remote: false,
    async run(command) {
      asked.push(command)
      const line = 'words' in command.run ? command.run.words.join(' ') : command.run.shell
      const answer = answers.find(([part]) => line.includes(part))?.[1]
      if (answer === undefined) throw new Error(`Nobody said what to answer to: ${line}`)
      if (answer instanceof Error) throw answer
      return { exitCode: 0, stdout: '', stderr: '', ...answer }
    },
    start: () => Promise.reject(new Error('not here')),
    connect: () => Promise.reject(new Error('not here')),
    clockOffset: async () => 0,
    async [Symbol.asyncDispose]() {},
  }
  return { machine, asked, lines: () => asked.map(({ run }) => ('words' in run ? run.words.join(' ') : run.shell)) }
}
