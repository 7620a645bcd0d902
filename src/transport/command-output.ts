import type { Readable } from 'node:stream'
import { CheckError } from '../model/check-error.ts'
import { formatSize } from '../model/duration.ts'

const OUTPUT_LIMIT = 10 * 1024 ** 2
const TAIL_LIMIT = 64 * 1024

/** Collects a stream of a command as text, read when the command has ended. */
export function collect(stream: Readable, name: string, onOverflow: (fault: CheckError) => void): () => string {
  const chunks: Buffer[] = []
  let length = 0
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= OUTPUT_LIMIT) chunks.push(chunk)
    else onOverflow(outputFault(name))
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

/** Reads a stream to its end and keeps the last 64 KiB of it. */
export function collectTail(stream: Readable): () => string {
  let tail = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk])
    if (tail.length > TAIL_LIMIT) tail = tail.subarray(tail.length - TAIL_LIMIT)
  })
  return () => tail.toString('utf8')
}

function outputFault(stream: string): CheckError {
  return new CheckError({
    code: 'output-too-long',
    message: `The command wrote more than ${formatSize(OUTPUT_LIMIT)} to its ${stream}, and was ended.`,
    hint: 'Let it write only what the check needs: `grep`, `tail`, `wc -l`.',
  })
}
