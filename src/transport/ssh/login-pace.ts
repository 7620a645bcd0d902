import { CheckError } from '../../model/check-error.ts'

/** So many refusals in a row are found out at once; then the pauses begin, and double. */
const AT_ONCE = 2
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60_000

/**
 * When to try a refused login again. A server counts what it refuses and soon shuts out the whole address (fail2ban, and
 * OpenSSH itself from 9.8 on by PerSourcePenalties), while a checklist asks once for each check and attempt. Until the
 * next login is due, the last refusal stands.
 */
export class LoginPace {
  readonly #now: () => number
  #refusals = 0
  #refusal: { readonly error: CheckError; readonly until: number } | undefined

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The refusal that still stands. */
  standing(): CheckError | undefined {
    return this.#refusal !== undefined && this.#now() < this.#refusal.until ? this.#refusal.error : undefined
  }

  /** Takes note of how a login ended that failed. */
  failed(error: unknown): void {
    if (!(error instanceof CheckError) || error.code !== 'ssh-key-refused') return
    this.#refusals += 1
    const doubled = FIRST_PAUSE_MS * 2 ** (this.#refusals - AT_ONCE)
    const pause = this.#refusals < AT_ONCE ? 0 : Math.min(doubled, LONGEST_PAUSE_MS)
    this.#refusal = { error, until: this.#now() + pause }
  }

  succeeded(): void {
    this.#refusals = 0
    this.#refusal = undefined
  }
}
