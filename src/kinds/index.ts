import { containersKind } from './containers/containers.ts'
import type { CheckKind } from './kind.ts'
import { logsKind } from './logs/logs.ts'
import { manualKind } from './manual.ts'
import { queryKind } from './query/query.ts'
import { requestKind } from './request.ts'
import { runKind } from './run.ts'
import { tcpKind } from './tcp.ts'
import { tlsKind } from './tls.ts'
import { websocketKind } from './websocket/websocket.ts'

/** Every kind of check by the word that names it in a checklist. A new kind is one file and one line here. */
export const kinds: ReadonlyMap<string, CheckKind> = new Map(
  [requestKind, websocketKind, queryKind, containersKind, logsKind, runKind, tcpKind, tlsKind, manualKind].map(kind => [
    kind.name,
    kind,
  ]),
)
