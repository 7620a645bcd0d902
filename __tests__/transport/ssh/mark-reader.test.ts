import { describe, expect, it } from 'vitest'
import { MarkReader } from '../../../src/transport/ssh/mark-reader.ts'

const MARK = '0123456789abcdef'

function read(chunks: readonly string[]): {
  readonly data: string
  readonly marks: readonly string[]
  readonly rest: string
} {
  const marks: string[] = []
  let data = ''
  const reader = new MarkReader(MARK, {
    data: chunk => {
      data += chunk.toString('latin1')
    },
    mark: words => {
      marks.push(words.join(','))
      if (words[0] === 'stop') reader.stop()
    },
    broken: () => {
      marks.push('broken')
    },
  })
  for (const chunk of chunks) reader.feed(Buffer.from(chunk, 'latin1'))
  return { data, marks, rest: reader.rest.toString('latin1') }
}

describe('a reader of marks', () => {
  const text = `banner${MARK} start 7\nout\x00put${MARK} end 0\n${MARK} again\nrest`
  const expected = { data: 'bannerout\x00putrest', marks: ['start,7', 'end,0', 'again'], rest: '' }

  it('hands on what is between them', () => {
    expect(read([text])).toEqual(expected)
  })

  it('finds them wherever the stream was cut', () => {
    for (let at = 1; at < text.length; at += 1) expect(read([text.slice(0, at), text.slice(at)])).toEqual(expected)
    expect(read([...text])).toEqual(expected)
  })

  it('holds back no more than may be the beginning of one', () => {
    expect(read(['abc'])).toEqual({ data: 'abc', marks: [], rest: '' })
    expect(read(['abc0123'])).toEqual({ data: 'abc', marks: [], rest: '0123' })
    expect(read(['abc0123', 'x'])).toEqual({ data: 'abc0123x', marks: [], rest: '' })
  })

  it('looks no further once it is stopped', () => {
    expect(read([`a${MARK} stop\nb${MARK} more\n`])).toEqual({ data: 'a', marks: ['stop'], rest: `b${MARK} more\n` })
  })

  it('keeps nothing of a line that does not end', () => {
    const endless = [`a${MARK}`, ...Array.from({ length: 20 }, () => 'x'.repeat(100)), '\nb']
    expect(read(endless)).toEqual({ data: 'a', marks: ['broken'], rest: '' })
  })
})
