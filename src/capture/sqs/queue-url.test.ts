// URLs of queues and the Regions in their hosts, of every form that AWS hands out.
import { expect, it } from 'vitest';
import { queueAddress } from './queue-url.ts';

it.each([
  ['https://sqs.eu-west-1.amazonaws.com/111122223333/shiplog', 'eu-west-1'],
  ['https://sqs.us-gov-west-1.amazonaws.com/111122223333/shiplog', 'us-gov-west-1'],
  ['https://sqs.cn-north-1.amazonaws.com.cn/111122223333/shiplog', 'cn-north-1'],
  ['https://sqs.us-iso-east-1.c2s.ic.gov/111122223333/shiplog', 'us-iso-east-1'],
  ['https://sqs-fips.us-east-2.amazonaws.com/111122223333/shiplog', 'us-east-2'],
  ['https://sqs.ap-southeast-2.api.aws/111122223333/shiplog', 'ap-southeast-2'],
  ['https://vpce-0a-1b.sqs.eu-central-1.vpce.amazonaws.com/111122223333/shiplog', 'eu-central-1'],
  ['https://eu-west-3.queue.amazonaws.com/111122223333/shiplog', 'eu-west-3'],
  ['https://queue.amazonaws.com/111122223333/shiplog', 'us-east-1'],
  ['http://sqs.eu-north-1.localhost.localstack.cloud:4566/000000000000/shiplog', 'eu-north-1'],
  ['http://127.0.0.1:9324/000000000000/shiplog', undefined],
  ['http://elasticmq:9324/000000000000/shiplog', undefined],
])('%s is in %s', (url, region) => {
  expect(queueAddress(url)).toEqual({ url, name: 'shiplog', origin: new URL(url).origin, region });
});

it('knows queues that keep the order', () => {
  expect(queueAddress('https://sqs.eu-west-1.amazonaws.com/1/shiplog.fifo')?.name).toBe('shiplog.fifo');
});

it.each([
  'shiplog',
  'arn:aws:sqs:eu-west-1:111122223333:shiplog',
  'ftp://sqs.eu-west-1.amazonaws.com/1/shiplog',
  'https://sqs.eu-west-1.amazonaws.com/',
  'https://sqs.eu-west-1.amazonaws.com/1/a%20b',
  '',
])('%j is no queue', (text) => expect(queueAddress(text)).toBeNull());
