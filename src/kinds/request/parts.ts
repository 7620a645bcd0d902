import type { PartShape } from '../../model/expectation.ts'
import { durationPart, headersPart, jsonPart, oneOfPart, statusPart, timePart } from '../parts.ts'

const cookie: PartShape = {
  doc: 'a cookie by its name',
  lists: 'one-of',
  scalars: 'json',
  main: 'value',
  fields: {
    value: oneOfPart('its value'),
    secure: oneOfPart('whether it is for https only'),
    http_only: oneOfPart('whether scripts of a page cannot read it'),
    same_site: oneOfPart('`strict`, `lax` or `none`, when the header says so'),
    path: oneOfPart('its path, when the header says so'),
    domain: oneOfPart('its domain, when the header says so'),
    max_age: oneOfPart('its life in seconds, when the header says so'),
    expires: timePart('when it ends, when the header says so'),
    deleted: oneOfPart('whether it ended at once: Max-Age 0, or Expires in the past'),
  },
}

const selected: PartShape = {
  doc: 'what a CSS selector finds',
  lists: 'one-of',
  scalars: 'json',
  main: 'text',
  fields: {
    text: oneOfPart('the text of the first element, white space collapsed'),
    count: oneOfPart('how many elements it finds'),
    attribute: { ...jsonPart('the attributes of the first element'), any: oneOfPart('the value of an attribute') },
  },
}

const timings: Readonly<Record<string, PartShape>> = {
  dns: durationPart('looking up the name'),
  connect: durationPart('opening the connection'),
  tls: durationPart('agreeing on encryption'),
  first_byte: durationPart('from sending the request to the first byte of the answer'),
}

const certificate: Readonly<Record<string, PartShape>> = {
  subject: oneOfPart('whose certificate it is'),
  issuer: oneOfPart('who issued it'),
  names: jsonPart('the host names and addresses it is for'),
  expires_at: timePart('when it expires'),
  days_left: jsonPart('whole days until it expires'),
  protocol: oneOfPart('the version agreed on: `TLSv1.3`'),
  trusted: oneOfPart('whether it was verified; false only with `insecure`'),
}

export const requestParts: Readonly<Record<string, PartShape>> = {
  status: statusPart('the status code'),
  reason: oneOfPart('the reason phrase; empty over HTTP/2'),
  headers: headersPart('the header lines; names ignore case, repeats are joined by `, `'),
  cookies: { ...jsonPart('the cookies set on the whole way, redirects included'), any: cookie },
  body: oneOfPart('the body as text'),
  json: jsonPart('the body, when it is JSON'),
  html: { ...jsonPart('the page: `title`, or any CSS selector in quotes'), any: selected, lookup: true },
  url: oneOfPart('the URL that answered, after redirects'),
  redirects: jsonPart('the redirects followed: a list of { status, url, location }'),
  duration: durationPart('from the first byte sent to the last one read, redirects included'),
  timings: { ...jsonPart('phases of the last exchange; 0 on a connection that was already open'), fields: timings },
  size: { doc: 'bytes of the decoded body', lists: 'one-of', scalars: 'size' },
  http_version: oneOfPart('`1.0`, `1.1` or `2`'),
  remote_address: oneOfPart('the address that answered'),
  certificate: { ...jsonPart('the certificate of the server, over https'), fields: certificate },
  errors: jsonPart('with `graphql`: the errors of the answer'),
}
