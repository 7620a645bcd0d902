import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeContent } from '../../src/transport/content-coding.ts'

const TEXT = Buffer.from('Hello, hello, hello. '.repeat(50))
const LIMIT = 10_000

describe('decodeContent', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['GZIP', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['identity', TEXT],
    ['unheard-of', TEXT],
  ])('decodes %s', async (encoding, body) => {
    expect(await decodeContent(body, encoding, LIMIT, 'api.example:443')).toEqual(TEXT)
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(5_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(5_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(5_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(5_000_000)))],
  ])('stops at the limit when %s unpacks to more', async (encoding, body) => {
    const decoding = decodeContent(body, encoding, LIMIT, 'api.example:443')
    await expect(decoding).rejects.toMatchObject({ code: 'body-too-large' })
  })

  it.each([
    ['gzip', Buffer.from('not gzip at all')],
    ['gzip', gzipSync(TEXT).subarray(0, 40)],
    ['br', Buffer.from([0xff, 0xff, 0xff])],
    ['gzip, gzip, gzip, gzip', gzipSync(TEXT)],
  ])('refuses damaged %s', async (encoding, body) => {
    const decoding = decodeContent(body, encoding, LIMIT, 'api.example:443')
    await expect(decoding).rejects.toMatchObject({ code: 'protocol-error', endpoint: 'api.example:443' })
  })
})
