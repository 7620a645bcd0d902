import type { Template } from '../model/template.ts'
import { parseAddress } from '../transport/address.ts'
import type { CheckKind, ReviewContext } from './kind.ts'
import { literalText, reviewReference } from './written.ts'

/** The short form of a kind whose only needed field is `address`. */
export const addressShorthand: NonNullable<CheckKind['shorthand']> = text => ({
  address: { start: 0, end: text.length },
})

/** Reports what can never come of an address and the host to go through. */
export function reviewAddressed(
  { address, via }: { readonly address: Template<string>; readonly via?: Template<string> | undefined },
  context: ReviewContext,
): void {
  reviewAddress(address, context)
  reviewReference(via, 'host', context)
}

function reviewAddress(template: Template<string>, context: ReviewContext): void {
  const written = literalText(template)
  if (written === undefined || parseAddress(written) !== undefined) return
  const portMissing = parseAddress(`${written}:443`) !== undefined
  context.report({
    code: 'address-invalid',
    span: template.span,
    message: `\`${written}\` is no address.`,
    hint: portMissing
      ? `The port is missing: write \`${written}:443\`, or whichever port it is.`
      : (ofUrl(written) ?? 'Write host:port, with an IPv6 address in brackets: [::1]:443.'),
  })
}

/** `https://example.com/` as the address it leads to. */
function ofUrl(written: string): string | undefined {
  const [, scheme = '', host = ''] = /^(https?|wss?):\/\/([^/?#@]+)/i.exec(written) ?? []
  const port = /s$/i.test(scheme) ? 443 : 80
  const address = [host, `${host}:${port}`].find(each => parseAddress(each) !== undefined)
  return address === undefined ? undefined : `An address has no scheme and no path: write \`${address}\`.`
}
