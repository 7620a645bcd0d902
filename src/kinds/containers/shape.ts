import type { PartShape } from '../../model/expectation.ts'
import { field, list, object, text, type ValueOf } from '../../model/shape.ts'
import { jsonPart, oneOfPart } from '../parts.ts'

export const containersShape = object(
  {
    host: field(text('the name of a host'), 'the machine whose Compose project it is'),
    services: field(list(text('the name of a service'), 1), 'which services; all of the compose file unless given'),
  },
  ['host'],
)
export type ContainersSpec = ValueOf<typeof containersShape>

/** What an author may say a service is to be. */
export const STATES = ['running', 'healthy', 'completed', 'exited'] as const
export type WantedState = (typeof STATES)[number]

/** Service → what is expected of each of its containers. */
function byService(doc: string, inner: PartShape): PartShape {
  return { ...jsonPart(doc), any: inner, named: 'SERVICE' }
}

function ofEvery(doc: string): PartShape {
  return { ...oneOfPart(doc), every: true, liftable: true }
}

export const containersParts: Readonly<Record<string, PartShape>> = {
  containers: jsonPart(
    'the containers, each with `service name state health exit_code restarts oom_killed image image_id digest labels started_at ports`',
  ),
  states: {
    ...byService('service → how it is', {
      doc: '`running healthy completed exited`, or `any`',
      lists: 'one-of',
      scalars: 'json',
      liftable: true,
      judged: { words: STATES },
    }),
    judged: {},
  },
  replicas: byService('service → how many containers it has', { ...oneOfPart('how many'), liftable: true }),
  restarts: byService(
    'service → how often it was started again since it was created',
    ofEvery('how often, of every replica'),
  ),
  oom_killed: byService('service → whether it was killed for memory', ofEvery('whether, of every replica')),
  images: byService('service → its image, as the compose file names it', ofEvery('the image of every replica')),
  image_digests: byService(
    'service → the digest of its image',
    ofEvery('the digest of every replica’s image: `sha256:…`'),
  ),
  started_after: {
    doc: 'a time after which every container was started',
    lists: 'one-of',
    scalars: 'time',
    judged: {},
  },
}
