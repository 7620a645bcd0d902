/** A server of `hosts`, as its author described it. Times are in milliseconds. */
export interface SshTarget {
  /** Its name in the checklist. */
  readonly name: string
  /** A name, or an address without brackets. */
  readonly host: string
  readonly port: number
  readonly user: string | undefined
  /** The text of a private key. */
  readonly key: string | undefined
  /** Whether the keys of the user's agent may be used. */
  readonly agent: boolean
  /** Lines of a known_hosts file. */
  readonly knownHosts: string | undefined
  /** `SHA256:…`, as `ssh-keygen -l` writes them. */
  readonly fingerprints: readonly string[]
  readonly connectTimeoutMs: number
}

/** `prod (deploy@example.com)`, for messages. */
export function labelOf({ name, host, port, user }: SshTarget): string {
  const address = port === 22 ? host : endpointOf({ host, port })
  return `${name} (${user === undefined ? '' : `${user}@`}${address})`
}

/** `example.com:22`. */
export function endpointOf({ host, port }: Pick<SshTarget, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How a known_hosts file names the server (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export function knownName({ host, port }: SshTarget): string {
  return port === 22 ? host : `[${host}]:${port}`
}
