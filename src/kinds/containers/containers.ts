import { type CheckKind, kind } from '../kind.ts'
import { asWritten, inShort, reviewReference } from '../written.ts'
import { JUDGED } from './judge.ts'
import { observeContainers } from './observe-containers.ts'
import { type ContainersSpec, containersParts, containersShape } from './shape.ts'

const definition: CheckKind<ContainersSpec> = {
  name: 'containers',
  doc: 'The containers of a Compose project',
  shape: containersShape,
  parts: containersParts,
  captures: ['jq'],
  jqReads: 'the list of containers',
  shorthand: name => ({ host: { start: 0, end: name.length } }),
  review: (spec, context) => reviewReference(spec.host, 'host', context),
  describe({ host, services }) {
    const which = services === undefined ? 'all containers' : `containers of ${services.map(asWritten).join(', ')}`
    return inShort(`${which} on ${asWritten(host)}`)
  },
  defaults: () => ({}),
  judges: JUDGED,
  observe: observeContainers,
}

export const containersKind = kind(definition)
