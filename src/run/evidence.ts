import type { CheckError } from '../model/check-error.ts'
import type { EvidencePart, Observation } from '../model/observation.ts'
import type { Evidence } from '../model/result.ts'
import type { Cleaner } from './clean.ts'
import type { Redactor } from './redact.ts'
import { shellLine } from './shell-line.ts'
import { tokensIn, tokensInText } from './token-scan.ts'

/** Turns what was seen into what may be shown: secrets are found and registered first, texts redacted whole and then cut. */
export interface EvidenceMaker {
  /** Registers what is secret in an observation by its place or its looks. */
  secretsOf(observation: Observation): void
  secretsOfError(error: CheckError): void
  of(observation: Observation): readonly Evidence[]
  /** A shell line that repeats what was done, secrets as variables. */
  reproduce(observation: Observation): string | undefined
}

/** A part's text is cut at this length, in UTF-16 units; beyond the budget of the whole run, at the shorter one. */
const PART_LENGTH = 8_192
const SHORT_LENGTH = 512
const RUN_BUDGET = 32 * 1024 * 1024
const PARTS = 20

export function createEvidenceMaker(clean: Cleaner, redactor: Redactor): EvidenceMaker {
  let spent = 0
  const searched = new WeakSet<Observation>()
  const addAll = (secrets: Iterable<string>): void => {
    for (const secret of secrets) redactor.add(secret)
  }
  const shown = (part: EvidencePart): Evidence => {
    const limit = spent < RUN_BUDGET ? PART_LENGTH : SHORT_LENGTH
    const beginning = clean.beginning(part.text, limit + 1)
    const text = cutText(beginning, limit)
    spent += text.length
    const { language = 'text', outside, telling } = part
    const title = clean.line(part.title)
    const first = telling === undefined ? {} : { telling }
    return {
      title,
      text,
      language,
      outside,
      ...first,
      ...(text.length < beginning.length ? { fullLength: part.text.length } : {}),
    }
  }
  return {
    secretsOf(observation) {
      if (searched.has(observation)) return
      searched.add(observation)
      addAll(observation.secrets)
      addAll(tokensIn(observation.parts))
      for (const text of textsBeside(observation)) addAll(tokensInText(text))
    },
    secretsOfError(error) {
      const { message, endpoint = '', details, finding } = error
      addAll(tokensInText([message, endpoint, ...Object.values(details), finding?.actual ?? ''].join('\n')))
    },
    of(observation) {
      const parts = observation.evidence().slice(0, PARTS)
      const known = searched.has(observation) ? observation.text : undefined
      for (const { text } of parts) if (text !== known) addAll(tokensInText(text))
      return parts.map(shown)
    },
    reproduce(observation) {
      const argv = observation.reproduce?.()
      return argv === undefined ? undefined : shellLine(argv.map(redactor.pieces))
    },
  }
}

/** The texts of an observation that are not themselves parts of it: a body of megabytes must not be searched twice. */
function textsBeside({ parts, document, text }: Observation): ReadonlySet<string> {
  const texts = new Set<string>()
  if ('text' in document && document.text !== undefined) texts.add(document.text)
  if (text !== undefined) texts.add(text)
  for (const part of Object.values(parts)) if (typeof part === 'string') texts.delete(part)
  return texts
}

/** Cuts at the end of a line where one is near, and never inside a character. The piece is a copy: a slice would keep the whole text alive. */
function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const lineEnd = text.lastIndexOf('\n', limit - 1)
  const end = lineEnd > limit - 400 ? lineEnd : limit
  return Buffer.from(text.slice(0, end).replace(/[\ud800-\udbff]$/, ''), 'utf16le').toString('utf16le')
}
