import {
  duration,
  field,
  headerValue,
  integer,
  json,
  list,
  map,
  object,
  program,
  text,
  url,
  type ValueOf,
  word,
} from '../../model/shape.ts'
import { MOST_MESSAGES } from './conversation.ts'

const step = object({
  send: field(json('text, or a value that is sent as JSON'), 'sends a message'),
  receive: field(integer(1, MOST_MESSAGES), 'reads so many messages'),
  until: field(program(), 'reads messages up to the first for which the program yields true'),
})

export const webSocketShape = object({
  url: field(url(), 'where to connect: ws://, wss://, or a path that joins `base_url`'),
  base_url: field(url(), 'what a path is appended to; http: and https: mean ws: and wss:'),
  headers: field(map(headerValue(), 'ignore-case'), 'headers of the handshake'),
  protocols: field(list(text('a protocol'), 1), 'the subprotocols to offer'),
  session: field(text('the name of a session'), 'the cookie jar to use; that of the run unless given'),
  via: field(text('the name of a host'), 'the host to go through'),
  socket: field(
    word('the name of a kept socket', /^[A-Za-z0-9_-]+$/),
    'goes on with a socket kept by an earlier check',
  ),
  steps: field(list(step), 'what to send and to wait for, in order'),
  idle: field(duration(), 'after the last step, reads on until nothing comes for this long'),
  keep: field(word('a name', /^[A-Za-z0-9_-]+$/), 'leaves the socket open, for a later check to go on with'),
})
export type WebSocketSpec = ValueOf<typeof webSocketShape>
