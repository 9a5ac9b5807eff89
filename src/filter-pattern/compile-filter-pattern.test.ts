import { describe, expect, it } from 'vitest';
import { compileFilterPattern } from './compile-filter-pattern.ts';

const found = (pattern: string, messages: readonly string[]): readonly string[] => {
  const { matches } = compileFilterPattern(pattern);
  return messages.filter((message) => matches(message));
};

/** The events that the page shows beside its patterns. */
const requests = [
  '[ERROR 400] BAD REQUEST',
  '[ERROR 401] UNAUTHORIZED REQUEST',
  '[ERROR 419] MISSING ARGUMENTS',
  '[ERROR 420] INVALID ARGUMENTS',
  '[ERROR 500] INTERNAL SERVER ERROR',
  '[INFO] REQUEST FAILED',
  '[SUCCESS 200] AUTHORIZED REQUEST',
];

describe('patterns of terms, as the page has them', () => {
  it.each([
    ['ERROR', [0, 1, 2, 3, 4]],
    ['ERROR ARGUMENTS', [2, 3]],
    ['?ERROR ?ARGUMENTS', [0, 1, 2, 3, 4]],
    ['?FAILED ?SUCCESS', [5, 6]],
    ['?ERROR ?ARGUMENTS REQUEST', [0, 1, 5, 6]],
    ['?ERROR -REQUEST', [2, 3, 4]],
    ['"INTERNAL SERVER ERROR"', [4]],
    ['ERROR -ARGUMENTS', [0, 1, 4]],
    ['-ERROR', [5, 6]],
    ['-"BAD REQUEST" -ARGUMENTS', [1, 4, 5, 6]],
    ['error', []],
    ['"[ERROR"', [0, 1, 2, 3, 4]],
    ['', [0, 1, 2, 3, 4, 5, 6]],
    ['  ', [0, 1, 2, 3, 4, 5, 6]],
    ['" "', [0, 1, 2, 3, 4, 5, 6]],
    ['%AUTHORIZED%', [1, 6]],
    ['%^.ERROR 4[01]%', [0, 1, 2]],
    ['ERROR %4\\d{2}.%', [0, 1, 2, 3]],
  ])('%s', (pattern, indexes) => {
    expect(found(pattern, requests)).toEqual(indexes.map((index) => requests[index]));
  });

  it('matches parts of words, and quotes and backslashes that are escaped', () => {
    expect(found('ERROR', ['Exiting with ERRORCODE: -1', 'TERROR'])).toHaveLength(2);
    expect(found('"say \\"hello\\""', ['they say "hello"', 'they say hello'])).toEqual(['they say "hello"']);
    expect(found('"C:\\\\temp" "D:\\x"', ['C:\\temp D:\\x', 'C:temp D:x'])).toEqual(['C:\\temp D:\\x']);
  });
});

const trail = JSON.stringify({
  eventType: 'UpdateTrail',
  sourceIPAddress: '111.111.111.111',
  arrayKey: ['value', 'another value'],
  objectList: [
    { name: 'a', id: 1 },
    { name: 'b', id: 2 },
  ],
  SomeObject: null,
  ThisFlag: true,
  errorCode: 400,
  latency: 50,
  number: [1000],
  'cluster.name': 'c',
});

const users = JSON.stringify({
  user: { id: 1, email: 'John.Stiles@example.com' },
  users: [
    { id: 2, email: 'John.Doe@example.com' },
    { id: 3, email: 'Jane.Doe@example.com' },
  ],
  actions: ['GET', 'PUT', 'DELETE'],
  coordinates: [
    [0, 1, 2],
    [4, 5, 6],
    [7, 8, 9],
  ],
});

describe('patterns of JSON, as the page has them', () => {
  it.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{ $.eventType = UpdateTrail }', true],
    ['{$.eventType=UpdateTrail}', true],
    ['{ $.sourceIPAddress != 123.123.* }', true],
    ['{ $.sourceIPAddress != 111.111.* }', false],
    ['{ $.arrayKey[0] = "value" }', true],
    ['{ $.arrayKey[2] = "value" }', false],
    ['{ $.eventType = %Trail% }', true],
    ['{ $.eventType != %Trail% }', false],
    ['{ $.arrayKey[*] = %val.{2}% }', true],
    ['{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }', true],
    ['{ $.[\'cluster.name\'] = "c" }', true],
    ['{ $["cluster.name"] = "c" }', true],
    ['{ $.cluster.name = "c" }', false],
    ['{ $.objectList[1].id = 2 }', true],
    ['{ $.objectList[*].name = "b" }', true],
    ['{ $.SomeObject IS NULL }', true],
    ['{ $.ThisFlag IS TRUE }', true],
    ['{ $.ThisFlag IS FALSE }', false],
    ['{ $.SomeOtherObject NOT EXISTS }', true],
    ['{ $.SomeObject NOT EXISTS }', false],
    ['{ $.latency < 50 }', false],
    ['{ $.latency >= 50 }', true],
    ['{ $.errorCode = 400}', true],
    ['{ $.errorCode = 4* }', true],
    ['{ $.errorCode != 500 }', true],
    ['{ $.number[0] = 1e+3 }', true],
    ['{ $.number[0] != 1e-3 }', true],
    ['{ $.number[0] < 10e3 }', true],
    ['{ $.latency > +1000 }', false],
    ['{ $.latency = * }', true],
    ['{ $.missing = * }', false],
  ])('%s', (pattern, matches) => {
    expect(found(pattern, [trail])).toEqual(matches ? [trail] : []);
  });

  it.each([
    ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', true],
    ['{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', false],
    [
      '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nonmatch }',
      true,
    ],
    [
      '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }',
      false,
    ],
    ['{ $.users[*].id = 2 && $.users[*].email = Jane* }', true],
    ['{ $.coordinates[1][2] = 6 }', true],
  ])('%s', (pattern, matches) => {
    expect(found(pattern, [users])).toEqual(matches ? [users] : []);
  });
});

const access = [
  '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534',
  '127.0.0.2 - jane [10/Oct/2000:13:25:16 -0700] "GET /index.html HTTP/1.0" 410 0',
  '127.0.0.11 - frank [10/Oct/2000:13:25:17 -0700] "POST /api HTTP/1.0" 500 2048',
];
const lines = [
  'INFO 09/25/2014 12:00:00 GET /service/resource/67 1200',
  'INFO 09/25/2014 12:00:01 POST /service/resource/67/part/111 1310',
  'WARNING 09/25/2014 12:00:02 Invalid user request',
  'ERROR 09/25/2014 12:00:02 Failed to process request',
];

describe('patterns of columns, as the page has them', () => {
  it.each([
    [
      '[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]',
      [0, 1],
    ],
    ['[..., request =*.html*, status_code = 4*, bytes]', [0, 1]],
    [
      '[ip, user, username, timestamp, request =*.html*, status_code = 404 || status_code = 410, bytes]',
      [0, 1],
    ],
    ['[ip, server, username, timestamp, request, status_code, bytes > 1000]', [0, 2]],
    ['[..., status_code, bytes]', [0, 1, 2]],
    ['[ip, user = -, ...]', [1, 2]],
    ['[ip, user, ..., status_code >= 400 && status_code < 500, bytes]', [0, 1]],
    ['[]', [0, 1, 2]],
    ['[...]', [0, 1, 2]],
    ['[ip, user, username, timestamp, request, status_code, bytes, more]', []],
  ])('%s', (pattern, indexes) => {
    expect(found(pattern, access)).toEqual(indexes.map((index) => access[index]));
  });

  it.each([
    ['[w1=ERROR, w2]', [3]],
    ['[w1=ERROR || w1=WARNING, w2]', [2, 3]],
    ['[w1!=ERROR && w1!=WARNING, w2]', [0, 1]],
    ['[(w1=ERROR || w1=%WARN%), w2]', [2, 3]],
    ['[logLevel, date, time, method, url=%/service/resource/[0-9]+$%, response_time]', [0]],
    ['[logLevel, date, time, method, url=%/service/resource/[0-9]+/part/[0-9]+$%, response_time]', [1]],
    ['[w1=null, ...]', []],
    // The only column is the whole line.
    ['[w1=ERROR]', []],
  ])('%s', (pattern, indexes) => {
    expect(found(pattern, lines)).toEqual(indexes.map((index) => lines[index]));
  });
});

describe('what is extracted', () => {
  const line = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534';

  it('is every column, by its name or its number', () => {
    const named = '[ip, identity, user_id, timestamp, request, status_code, size]';
    expect(compileFilterPattern(named).extract(line)).toEqual({
      $ip: '127.0.0.1',
      $identity: '-',
      $user_id: 'frank',
      $timestamp: '10/Oct/2000:13:25:15 -0700',
      $request: 'GET /apache_pb.gif HTTP/1.0',
      $status_code: '200',
      $size: '1534',
    });
    expect(compileFilterPattern('[..., size]').extract(line)).toMatchObject({
      $1: '127.0.0.1',
      $6: '200',
      $size: '1534',
    });
    expect(compileFilterPattern('[]').extract(line)).toMatchObject({ $3: 'frank', $7: '1534' });
    expect(compileFilterPattern('[..., request=*.gif*, status_code=2*,]').extract(line)).toEqual({
      $1: '127.0.0.1',
      $2: '-',
      $3: 'frank',
      $4: '10/Oct/2000:13:25:15 -0700',
      $request: 'GET /apache_pb.gif HTTP/1.0',
      $status_code: '200',
      $7: '1534',
    });
    expect(compileFilterPattern('[ip, rest]').extract('a  b "c d"  ')).toEqual({
      $ip: 'a',
      $rest: 'b "c d"',
    });
  });

  it('is nothing for other patterns, and null where nothing matches', () => {
    expect(compileFilterPattern('frank').extract(line)).toEqual({});
    expect(compileFilterPattern('{ $.a = 1 }').extract('{"a":1}')).toEqual({});
    expect(compileFilterPattern('[a, b]').extract('word')).toBeNull();
    expect(compileFilterPattern('nobody').extract(line)).toBeNull();
  });
});
