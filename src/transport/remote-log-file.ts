import { CheckError } from '../model/check-error.ts'
import { commandLines } from './command-lines.ts'
import { isRotatedEnding, type LogFile, logDecoder, logMissing, logUnreadable, notRegular } from './log-file.ts'
import type { Machine } from './machine.ts'

/**
 * What a path is: a word, or the size of a file that can be read, and then how far local time there is ahead of UTC. The
 * walk upwards tells a file that is not there from one in a folder that may not be entered. `stat` is GNU's and BusyBox's,
 * with `-f` that of BSD.
 */
const PROBE = `f=$1
if [ -d "$f" ]; then echo directory
elif [ -f "$f" ] && [ -r "$f" ]; then
  stat -L -c %s "$f" 2>/dev/null || stat -L -f %z "$f" 2>/dev/null || wc -c < "$f"
elif [ -f "$f" ]; then echo closed
elif [ -e "$f" ]; then echo special
else
  d=$(dirname "$f")
  while [ ! -e "$d" ] && [ "$d" != / ] && [ "$d" != . ]; do d=$(dirname "$d"); done
  if [ -d "$d" ] && [ ! -x "$d" ]; then echo closed; else echo missing; fi
fi
date +%z`

const READ = 'exec head -c "$2" < "$1"'

/** Files beside a log whose names begin with its own: seconds since 1970 of their last change, or `unknown`, and the name. */
const SIBLINGS = `[ -r "$(dirname "$1")" ] || exit 1
for o in "$1"?*; do
  if [ -f "$o" ] && [ -s "$o" ]; then
    stat -L -c '%Y %n' "$o" 2>/dev/null || stat -L -f '%m %N' "$o" 2>/dev/null || [ ! -f "$o" ] || echo "unknown $o"
  fi
done
exit 0`

/** A file of another machine; a relative path starts from the home directory there. */
export async function remoteLogFile(machine: Machine, path: string, signal: AbortSignal): Promise<LogFile> {
  // A path is no option, whatever it begins with.
  const safe = path.startsWith('-') ? `./${path}` : path
  const call = (script: string, ...more: readonly string[]) => ({
    run: { words: ['sh', '-c', script, 'sh', safe, ...more] },
    environment: {},
  })
  const { stdout, stderr } = await machine.run(call(PROBE), signal)
  const [found = '', zone = ''] = stdout.trim().split(/\s+/)
  const size = sizeOf(found, path, machine, stderr)
  return {
    path,
    zone: minutesOf(zone),
    async *lines(reading) {
      if (size === '0') return
      const { exitCode, stderr: said } = yield* commandLines(machine, call(READ, size), reading, {
        decoderOf: head => logDecoder(head, path),
      })
      if (exitCode !== 0) throw logUnreadable(path, said.trim() || `exit code ${exitCode}`)
    },
    async rotatedSince(since, looking) {
      const listed = await machine.run(call(SIBLINGS), looking)
      if (listed.exitCode !== 0) throw logUnreadable(path, 'what lies beside it cannot be seen')
      for (const line of listed.stdout.split('\n')) {
        const [, seconds = '', name = ''] = /^(\d+|unknown) (.+)$/.exec(line) ?? []
        if (!isRotatedEnding(name.slice(safe.length))) continue
        if (seconds === 'unknown') throw logUnreadable(path, `how old \`${name}\` is cannot be seen`)
        if ((Number(seconds) + 1) * 1_000 > since) return name
      }
      return undefined
    },
  }
}

function sizeOf(found: string, path: string, { label }: Machine, stderr: string): string {
  if (/^\d+$/.test(found)) return found
  if (found === 'missing') {
    throw logMissing(
      path,
      `Relative paths start from the home directory on ${label}; has the service written anything yet?`,
    )
  }
  if (found === 'closed') throw logUnreadable(path, 'permission denied')
  if (found === 'directory' || found === 'special') throw notRegular(path, found === 'directory')
  throw new CheckError({
    code: 'log-unreadable',
    message: `On ${label} it could not be found out whether \`${path}\` can be read.`,
    hint: 'A POSIX shell with `stat` and `head` is needed there.',
    details: stderr === '' ? {} : { stderr: stderr.trim() },
  })
}

function minutesOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? []
  return hours === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
