/** Every way in which a secret may have been written down, with all its pieces of eight characters. */
export function formsOf(secret: string): ReadonlySet<string> {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map(lead => {
    const encoded = Buffer.concat([Buffer.alloc(lead, 'x'), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return encoded.slice(lead === 0 ? 0 : lead + 1, -1)
  })
  const whole = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64url'),
    secret.replaceAll('\n', ''),
    ...base64,
    ...secret.split('\n'),
  ]
  return new Set(whole.filter(form => form.length >= 8).flatMap(pieces))
}

function pieces(form: string): string[] {
  return Array.from({ length: form.length - 7 }, (_, start) => form.slice(start, start + 8))
}

/** The pieces of the secrets that stand in a text, in any of its readings, each with what is around it. */
export function leaksIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const readings = readingsOf(text)
  for (const [name, secret] of Object.entries(secrets)) {
    for (const piece of formsOf(secret)) {
      for (const reading of readings) {
        const at = reading.indexOf(piece)
        if (at !== -1) found.push(`${name}: ${reading.slice(Math.max(0, at - 60), at + 60)}`)
      }
    }
  }
  return found
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The text as it stands, and as those see it for whom it was written: entities and the zero-width spaces between them undone
 * (HTML, XML, Markdown), the escapes of workflow commands and URLs, those of JSON, and what is packed in base64.
 */
function readingsOf(text: string): ReadonlySet<string> {
  const rendered = text
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
      code ? String.fromCodePoint(+code) : (NAMED[name] ?? whole),
    )
    .replaceAll('\u200b', '')
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
  const unquoted = text.replace(/\\(["\\/])/g, '$1').replaceAll('\\n', '\n')
  const packed = [...text.matchAll(/\bruns=([A-Za-z0-9+/=]{16,})/g)]
  const unpacked = packed.map(([, runs = '']) => Buffer.from(runs, 'base64').toString()).join('\n')
  return new Set([text, rendered, decoded, unquoted, unpacked])
}
