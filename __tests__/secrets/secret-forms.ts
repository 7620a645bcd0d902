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

/** The pieces of the secrets that stand in a text, each with what is around it. */
export function leaksIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  for (const [name, secret] of Object.entries(secrets)) {
    for (const piece of formsOf(secret)) {
      const at = text.indexOf(piece)
      if (at !== -1) found.push(`${name}: ${text.slice(Math.max(0, at - 60), at + 60)}`)
    }
  }
  return found
}
