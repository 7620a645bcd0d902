import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EventGrouper, type LogEvent } from '../../../src/kinds/logs/event-grouper.ts'
import { type LogLine, readLine, readReceived } from '../../../src/kinds/logs/log-line.ts'

/**
 * What software writes, with what a person would call an error in it: `=== name | E7 F1` before the lines of a log says
 * that an error of seven lines and a fatal one of one line count in it, and nothing else.
 */
const FOLDER = join(import.meta.dirname, 'software')
const OPTIONS = { fields: {}, now: Date.parse('2026-01-14T12:00:00Z') }

function logsOf(file: string): readonly (readonly [name: string, log: readonly string[], events: string])[] {
  const blocks = readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m).slice(1)
  return blocks.map(block => {
    const [head = '', ...lines] = block.trimEnd().split('\n')
    const [name = '', events = ''] = head.split('|').map(part => part.trim())
    return [name, lines.map(line => line.replaceAll('<ESC>', '\x1b')), events]
  })
}

function counted(lines: readonly LogLine[]): string {
  const grouper = new EventGrouper(undefined)
  const events = [...lines.map(line => grouper.push(line, undefined)), grouper.end()]
  return events.flatMap(event => (event === undefined || event.marks.length === 0 ? [] : [shortly(event)])).join(' ')
}

function shortly({ level, lines }: LogEvent): string {
  return `${level === 'fatal' ? 'F' : level === 'error' ? 'E' : level}${lines}`
}

describe.each(readdirSync(FOLDER))('errors in the logs of %s', file => {
  it.each(logsOf(file))('%s', (_name, log, events) => {
    expect(counted(log.map(line => readLine(line, OPTIONS)))).toBe(events)
    const origin = { service: 'app', receivedAt: 0, priority: undefined }
    expect(counted(log.map(line => readReceived(line, origin, OPTIONS)))).toBe(events)
  })
})
