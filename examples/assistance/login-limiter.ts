const WINDOW_MS = 60_000

/** Counts a login of an address. Gives 0 when it is allowed, else the seconds until the next one is. */
export type LoginLimiter = (address: string) => number

/** Allows so many logins of an address within any sixty seconds; refused ones do not count. */
export function createLoginLimiter(perMinute: number | null, now: () => number = Date.now): LoginLimiter {
  const logins = new Map<string, readonly number[]>()
  return address => {
    if (perMinute === null) return 0
    const recent = (logins.get(address) ?? []).filter(time => time > now() - WINDOW_MS)
    const oldest = recent[recent.length - perMinute]
    if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + WINDOW_MS - now()) / 1_000))
    logins.set(address, [...recent, now()])
    return 0
  }
}
