import { field, integer, list, object, oneOrMore, pattern, text, time, type ValueOf } from '../../model/shape.ts'

export const logsShape = object({
  host: field(text('the name of a host'), 'the machine the log is on; the runner unless given'),
  services: field(list(text('the name of a service'), 1), 'Compose services, on `host`'),
  file: field(text('a path'), 'a log file'),
  unit: field(text('the name of a unit'), 'a systemd unit, on `host`'),
  since: field(time(), 'from when on; a duration means so long ago'),
  until: field(time(), 'up to when'),
  match: field(pattern(), 'counts events with a line like this, instead of errors'),
  ignore: field(oneOrMore(pattern()), 'drops an event if one of these covers each line that makes it count'),
  json: field(
    object({
      time: field(text('a field'), 'the field with the time; a path such as `log.time` too'),
      level: field(text('a field'), 'the field with the level'),
      text: field(text('a field'), 'the field with the message'),
    }),
    'fields of JSON lines that have unusual names',
  ),
  context: field(integer(0, 50), 'how many lines before and after to show as evidence'),
  limit: field(integer(1, 10_000), 'how many events to keep, 100 unless given; all are counted'),
})
export type LogsSpec = ValueOf<typeof logsShape>
