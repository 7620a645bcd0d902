import { exchangeLines, finishedLines, pathOf } from '../edge/progress-text.ts'
import { formatDuration } from '../model/duration.ts'
import type { ProgressObserver } from '../model/progress.ts'
import { standingOf } from '../model/verdict.ts'
import { oneLine } from '../model/visible.ts'
import type { Paint } from '../report/format/paint.ts'
import { cutToWidth } from '../report/format/width.ts'

/** Where progress is redrawn: text goes out as it is, `width` is asked anew for every picture. */
export interface Screen {
  write(text: string): void
  width(): number
}

export interface LiveProgress {
  readonly observer: ProgressObserver
  /** Draws the present state; called by a timer, so that the elapsed time moves. */
  draw(): void
  /** Prints a line above the picture. */
  note(line: string): void
  /** Clears the picture for good. */
  finish(): void
}

interface Running {
  readonly path: string
  readonly since: number
  note: string
}

const MOST_SHOWN = 4
// ECMA-48: cursor to column 1 (CR), up (CUU), erase from the cursor to the end of the screen (ED).
const ERASE_BELOW = '\r\u001b[J'

/**
 * A few lines at the end of the screen that are drawn over: how many checks are done and how they ended, and what runs
 * now. Failures and exchanges are printed above the picture and stay. Lines are cut to the width, for a wrapped line
 * could not be drawn over.
 */
export function createLiveProgress(screen: Screen, options: { readonly paint: Paint; now(): number }): LiveProgress {
  const { paint, now } = options
  const running = new Map<string, Running>()
  const counts = { passed: 0, failed: 0, errored: 0, warning: 0, skipped: 0, open: 0 }
  const state = { title: '', total: 0, began: now(), drawn: 0, over: false }

  const erase = (): string =>
    (state.drawn > 1 ? `\u001b[${state.drawn - 1}A` : '') + (state.drawn > 0 ? ERASE_BELOW : '')
  const draw = (above: readonly string[] = []): void => {
    if (state.over) return
    const lines = picture().map(line => cutToWidth(line, Math.max(20, screen.width() - 1)))
    const kept = above.map(line => `${line}\n`).join('')
    screen.write(
      `${erase()}${kept}${lines.map((line, index) => (index === 0 ? paint('bold', line) : line)).join('\n')}`,
    )
    state.drawn = lines.length
  }
  const picture = (): readonly string[] => {
    const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const told = Object.entries(counts).filter(([, count]) => count > 0)
    const head = [`${done}/${state.total}`, ...told.map(([word, count]) => `${count} ${word}`), elapsed(state.began)]
    const shown = [...running.values()].slice(0, MOST_SHOWN)
    const more = running.size - shown.length
    return [
      `${state.title}  ${head.join(' · ')}`,
      ...shown.map(({ path, since, note }) => `  ${path}  ${elapsed(since)}${note}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ]
  }
  const elapsed = (since: number): string => formatDuration(Math.floor((now() - since) / 100) * 100)

  const observer: ProgressObserver = {
    runStarted({ checklist, total }) {
      Object.assign(state, { title: oneLine(checklist), total })
      draw()
    },
    checkStarted({ key, name, sections }) {
      running.set(key, { path: pathOf(sections, name), since: now(), note: '' })
    },
    attemptFailed({ key, attempt, message }) {
      const check = running.get(key)
      if (check !== undefined) check.note = `  attempt ${attempt}: ${oneLine(message)}`
    },
    checkFinished(check, sections) {
      running.delete(check.key)
      const standing = standingOf(check)
      counts[standing] += 1
      if (standing === 'failed' || standing === 'errored' || standing === 'warning') {
        draw(finishedLines(check, paint, pathOf(sections, check.name)))
      }
    },
    cleanupStarted(count) {
      if (count > 0) state.title = 'Cleanup'
    },
    exchange: (check, evidence, reproduce) => draw(exchangeLines(check.name, evidence, reproduce)),
  }
  return {
    observer,
    draw: () => draw(),
    note: line => draw([line]),
    finish() {
      if (!state.over) screen.write(erase())
      Object.assign(state, { over: true, drawn: 0 })
    },
  }
}
