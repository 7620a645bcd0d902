import { TextDecoder } from 'node:util'

/**
 * A body as text: by its byte order mark, else by the charset of its content type, for HTML by its `<meta>`, else UTF-8.
 * A charset nobody knows is read as UTF-8; bytes that are not text become U+FFFD.
 */
export function decodeText(body: Buffer, contentType: string): string {
  if (body.length === 0) return ''
  const charset = markedCharset(body) ?? charsetOf(contentType) ?? metaCharset(body, contentType)
  if (charset === undefined || /^utf-?8$/i.test(charset)) return withoutMark(body.toString('utf8'))
  return withoutMark(decoderFor(charset)?.decode(body) ?? body.toString('utf8'))
}

/** A header's value from the Latin-1 in which its bytes are handed over: as UTF-8 where they are that. */
export function headerText(latin: string): string {
  if (!/[\x80-\xff]/.test(latin)) return latin
  const read = Buffer.from(latin, 'latin1').toString('utf8')
  return read.includes('\ufffd') ? latin : read
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function markedCharset(body: Buffer): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8'
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : undefined
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]
}

/** As browsers do, within the first 1024 bytes (HTML, 13.2.3.2). */
function metaCharset(body: Buffer, contentType: string): string | undefined {
  if (!/html/i.test(contentType)) return undefined
  return /<meta[^>]{1,200}?charset\s*=\s*["']?([\w:-]+)/i.exec(body.toString('latin1', 0, 1024))?.[1]
}

function decoderFor(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}
