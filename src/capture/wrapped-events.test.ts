// Events taken out of what AWS puts around them (interop reference e.3).
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unwrapEvents } from './wrapped-events.ts';

const event = '{"id":"e-1","detail-type":"ECS Task State Change","source":"aws.ecs","detail":{}}';
const other = event.replace('e-1', 'e-2');
const payload = {
  messageType: 'DATA_MESSAGE',
  owner: '111122223333',
  logGroup: '/aws/events/ecs/containerinsights/prod/performance',
  logStream: 'stream-1',
  subscriptionFilters: ['f'],
  logEvents: [{ id: '1', timestamp: 1_763_805_600_000, message: event }],
};
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const sns = (text: string) => ({
  Type: 'Notification',
  MessageId: 'b8a1',
  TopicArn: 'arn:aws:sns:eu-west-1:111122223333:ecs',
  Message: text,
  Timestamp: '2026-11-22T10:00:00.000Z',
});

describe('unwrapEvents', () => {
  it.each<[string, unknown, object[]]>([
    ['a bare event', JSON.parse(event), [{ message: event }]],
    ['an object of another kind', { a: 1 }, [{ message: '{"a":1}' }]],
    [
      'a subscription payload',
      payload,
      [{ message: event, timestampMs: 1_763_805_600_000, logStream: 'stream-1' }],
    ],
    ['a probe of a subscription', { ...payload, messageType: 'CONTROL_MESSAGE' }, []],
    [
      'a subscription payload as Lambda gets it',
      { awslogs: { data: base64(gzipSync(JSON.stringify(payload))) } },
      [{ message: event, timestampMs: 1_763_805_600_000, logStream: 'stream-1' }],
    ],
    ['a notification of SNS', sns(event), [{ message: event }]],
    ['a notification of several events', sns(`${event}\n${other}`), [{ message: event }, { message: other }]],
    [
      'a notification that holds a subscription payload',
      sns(JSON.stringify(payload)),
      [{ message: event, timestampMs: 1_763_805_600_000, logStream: 'stream-1' }],
    ],
    [
      'a response of FilterLogEvents',
      {
        events: [
          { logStreamName: 's', timestamp: 5, message: event, ingestionTime: 6, eventId: '1' },
          { message: other },
        ],
        searchedLogStreams: [],
      },
      [{ message: event, timestampMs: 5, logStream: 's' }, { message: other }],
    ],
    [
      'results of a query',
      {
        results: [
          [
            { field: '@timestamp', value: '2026-11-22 10:00:00.000' },
            { field: '@message', value: event },
            { field: '@logStream', value: 's' },
            { field: '@ptr', value: 'x' },
          ],
        ],
        status: 'Complete',
      },
      [{ message: event, timestampMs: Date.parse('2026-11-22T10:00:00Z'), logStream: 's' }],
    ],
    [
      'a request of Firehose, plain, gzipped and of several events',
      {
        requestId: 'r',
        timestamp: 1,
        records: [
          { data: base64(event) },
          { data: base64(gzipSync(JSON.stringify(payload))) },
          { data: base64(`${event}${other}\n`) },
        ],
      },
      [
        { message: event },
        { message: event, timestampMs: 1_763_805_600_000, logStream: 'stream-1' },
        { message: event },
        { message: other },
      ],
    ],
    [
      'lists of other things under the same names',
      { events: [{ a: 1 }], results: 5, records: [] },
      [{ message: '{"events":[{"a":1}],"results":5,"records":[]}' }],
    ],
  ])('%s', (_, value, expected) => expect(unwrapEvents(JSON.stringify(value))).toEqual(expected));

  it.each<[string, string, RegExp]>([
    ['broken JSON', '{"a":}', /Unexpected token/],
    [
      'query results without messages',
      '{"results":[[{"field":"@timestamp","value":"x"}]]}',
      /fields @timestamp, @message/,
    ],
    [
      'a record without data',
      '{"requestId":"r","records":[{}]}',
      /record 0 of the Firehose request lacks data/,
    ],
    [
      'a record of something else',
      `{"requestId":"r","records":[{"data":"${base64('hello')}"}]}`,
      /record 0 .*not JSON/,
    ],
    ['a payload that is no gzip', '{"awslogs":{"data":"aGVsbG8="}}', /header/],
  ])('says what is wrong with %s', (_, text, reason) => expect(() => unwrapEvents(text)).toThrow(reason));
});
