import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { CheckError } from '../model/check-error.ts'
import { errorCode } from '../model/error-code.ts'
import { bodyTooLarge } from './http-connection.ts'

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

/** More than one coding is rare, and every further one multiplies what a small body can grow to. */
const MOST_CODINGS = 3

/**
 * Undoes the content codings of a body (RFC 9110, 8.4.1): `gzip`, `deflate`, `br`, `zstd`, several in turn. A coding that
 * is not known leaves the body as it came. Rejects with a CheckError when the data is damaged, or `body-too-large` when
 * it unpacks to more than `maxBytes`, of which no more is ever held.
 */
export async function decodeContent(
  body: Buffer,
  encoding: string,
  maxBytes: number,
  endpoint: string,
): Promise<Buffer> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
  if (codings.length > MOST_CODINGS) throw damaged(`${codings.length} content codings on top of each other`, endpoint)
  let decoded = body
  for (const coding of codings.toReversed()) {
    const decoder = decoderOf(coding, decoded)
    if (decoder === undefined) return decoded
    try {
      decoded = await decoder(decoded, { maxOutputLength: maxBytes })
    } catch (error) {
      if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw bodyTooLarge(endpoint, maxBytes)
      throw damaged(`a body that is not valid ${coding} data`, endpoint, error)
    }
  }
  return decoded
}

function decoderOf(coding: string, body: Buffer): Decoder | undefined {
  if (coding === 'gzip' || coding === 'x-gzip') return promisify(gunzip) as Decoder
  // RFC 9110 means the zlib format, but some servers send bare deflate data, which begins otherwise (RFC 1950, 2.2).
  if (coding === 'deflate') return promisify(((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw) as Decoder
  if (coding === 'br') return promisify(brotliDecompress) as Decoder
  return coding === 'zstd' ? (promisify(zstdDecompress) as Decoder) : undefined
}

function damaged(what: string, endpoint: string, cause?: unknown): CheckError {
  return new CheckError({
    code: 'protocol-error',
    message: `${endpoint} sent ${what}.`,
    hint: 'Compare the Content-Encoding header with what the server or a proxy really does.',
    endpoint,
    cause,
  })
}
