import { CheckError } from '../model/check-error.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

/** Reads `host:port` or `[::1]:port`; undefined when the text is neither. */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+(?:%[\w.-]+)?)\]|([^\s:/@[\]]+)):(\d{1,5})$/.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3])
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port }
}

/** As {@link parseAddress}, for an address that was only known in the run. */
export function requireAddress(text: string): Address {
  const address = parseAddress(text)
  if (address !== undefined) return address
  throw new CheckError({
    code: 'address-invalid',
    message: `\`${text}\` is no address.`,
    hint: 'Write host:port, with an IPv6 address in brackets: [::1]:443.',
  })
}

export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
