import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternSampleCharsMax, patternsMax, patternsPerStructureMax } from '../../limits.ts';
import type { Pattern } from './pattern.ts';
import { newPatternMiner } from './pattern-miner.ts';

const window = { startMs: 0, endMs: 59_999 };

function mine(texts: readonly string[]): readonly Pattern[] {
  const miner = newPatternMiner(window);
  for (const [index, text] of texts.entries()) miner.add(text, index, 'current');
  return miner.patterns();
}

const summary = (patterns: readonly Pattern[]): readonly (readonly [number, string])[] =>
  patterns.map(({ count, text }) => [count, text]);

const valuesOf = (pattern: Pattern | undefined, name: string): Record<string, number> =>
  Object.fromEntries(
    pattern?.tokens.find((token) => token.name === name)?.values.map(({ value, count }) => [value, count]) ??
      [],
  );

const matches = ({ regex }: Pattern, text: string): boolean => new RegExp(regex).test(text);

describe('the examples of AWS', () => {
  it('resource ids (CWL_AnalyzeLogData_Patterns)', () => {
    expect(
      summary(
        mine([
          '2023-01-01 19:00:01 [INFO] Calling DynamoDB to store for resource id 12342342k124-12345',
          '2023-01-01 19:00:02 [INFO] Calling DynamoDB to store for resource id 324892398123-12345',
          '2023-01-01 19:00:03 [INFO] Calling DynamoDB to store for resource id 3ff231242342-12345',
        ]),
      ),
    ).toEqual([[3, '<Time-1> [INFO] Calling DynamoDB to store for resource id <ID-2>']]);
  });

  it('request times (CreateLogAnomalyDetector)', () => {
    const [pattern] = mine(['[INFO] Request time: 327 ms', '[INFO] Request time: 12.5 ms']);
    expect(pattern?.text).toBe('[INFO] Request time: <Number-1> ms');
    expect(valuesOf(pattern, 'Number-1')).toEqual({ '327': 1, '12.5': 1 });
  });
});

describe('lines of logs', () => {
  it('of a web server', () => {
    const patterns = mine([
      '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326',
      '10.1.2.3 - - [10/Oct/2000:13:56:36 -0700] "GET /users/17?a=b HTTP/1.0" 404 12',
      '10.1.2.3 - - [10/Oct/2000:13:57:36 -0700] "GET / HTTP/1.0" 200 99',
    ]);
    expect(summary(patterns)).toEqual([
      [3, '<IPAddress-1> - - [<Time-2>] "GET <Token-3> HTTP/1.0" <StatusCode-4> <Number-5>'],
    ]);
    expect(valuesOf(patterns[0], 'StatusCode-4')).toEqual({ '200': 2, '404': 1 });
    expect(valuesOf(patterns[0], 'IPAddress-1')).toEqual({ '10.1.2.3': 2, '127.0.0.1': 1 });
  });

  it('of Lambda', () => {
    const id = '8f507cfc-6e5d-4697-b07a-ac58fc914c95';
    const other = '9f507cfc-6e5d-4697-b07a-ac58fc914c96';
    const report = (request: string, duration: string, billed: string): string =>
      `REPORT RequestId: ${request}\tDuration: ${duration} ms\tBilled Duration: ${billed} ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\n`;
    expect(
      summary(
        mine([
          `START RequestId: ${id} Version: $LATEST\n`,
          report(id, '102.25', '103'),
          `END RequestId: ${id}\n`,
          `START RequestId: ${other} Version: $LATEST\n`,
          report(other, '4.5', '5'),
          `END RequestId: ${other}\n`,
          `2026-04-29T20:00:00.123Z\t${id}\tERROR\tInvoke Error\t{"errorType":"TypeError","errorMessage":"x is not a function"}\n`,
        ]),
      ),
    ).toEqual([
      [2, 'END RequestId: <ID-1>\n'],
      [
        2,
        'REPORT RequestId: <ID-1>\tDuration: <Number-2> ms\tBilled Duration: <Number-3> ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\n',
      ],
      [2, 'START RequestId: <ID-1> Version: $LATEST\n'],
      [
        1,
        '<Time-1>\t<ID-2>\tERROR\tInvoke Error\t{"errorType":"TypeError","errorMessage":"x is not a function"}\n',
      ],
    ]);
  });

  it('merge when more than half of the words are equal', () => {
    const patterns = mine([
      'user alice logged in',
      'user bob logged in',
      'disk sda is full',
      'door opened',
      'door closed',
    ]);
    expect(summary(patterns)).toEqual([
      [2, 'user <Token-1> logged in'],
      [1, 'disk sda is full'],
      [1, 'door closed'],
      [1, 'door opened'],
    ]);
    expect(valuesOf(patterns[0], 'Token-1')).toEqual({ alice: 1, bob: 1 });
  });

  it('never merge an error with what is none', () => {
    expect(mine(['INFO job import has ended now', 'ERROR job import has ended now'])).toHaveLength(2);
    expect(mine(['INFO job import has ended now', 'DEBUG job import has ended now'])).toHaveLength(1);
  });
});

describe('JSON', () => {
  const task = (id: string, status: string, containers: string, reason: string): string =>
    `{"version":"0","id":"${id}","detail-type":"ECS Task State Change","time":"2026-11-22T10:00:0${id.length}Z",` +
    `"resources":["arn:aws:ecs:eu-central-1:111122223333:task/prod/${id}"],` +
    `"detail":{"containers":[${containers}],"lastStatus":"${status}","stoppedReason":"${reason}","version":${id.length}}}`;

  it('keeps keys and what never varies, and looks into the first element of arrays', () => {
    const patterns = mine([
      task('a1b2c3d4', 'RUNNING', '{"name":"web","exitCode":0},{"name":"log"}', ''),
      task('b1b2c3d4e', 'RUNNING', '{"name":"web","exitCode":137}', ''),
      task(
        'c1b2c3d4',
        'STOPPED',
        '{"name":"web","exitCode":0}',
        'Task failed ELB health checks in (target-group x1)',
      ),
      task(
        'd1b2c3d4e',
        'STOPPED',
        '{"name":"web","exitCode":0}',
        'Task failed ELB health checks in (target-group y2)',
      ),
      task('e1b2c3d4', 'STOPPED', '{"name":"web","exitCode":1}', 'CannotPullContainerError: not found'),
    ]);
    expect(patterns.map(({ text }) => text.replace(/.*"detail":/, ''))).toEqual([
      '{"containers":[{"name":"web","exitCode":0}],"lastStatus":"STOPPED","stoppedReason":"Task failed ELB health checks in (target-group <Token-4>)","version":<Number-5>}}',
      '{"containers":[{"name":"web","exitCode":<Number-4>}<Token-5>],"lastStatus":"RUNNING","stoppedReason":"","version":<Number-6>}}',
      // One event: the first number is that of "version":"0".
      '{"containers":[{"name":"web","exitCode":<Number-5>}],"lastStatus":"STOPPED","stoppedReason":"CannotPullContainerError: not found","version":<Number-6>}}',
    ]);
    expect(patterns[1]?.text).toMatch(
      /^{"version":"0","id":"<ID-1>","detail-type":"ECS Task State Change","time":"<Time-2>","resources":\["<ARN-3>"\],/,
    );
    expect(patterns.map(({ severity }) => severity)).toEqual(['INFO', 'INFO', 'ERROR']);
    expect(patterns[1]?.tokens[4]).toMatchObject({
      name: 'Token-5',
      rest: true,
      values: [
        { value: '', count: 1 },
        { value: ',{"name":"log"}', count: 1 },
      ],
    });
  });

  it('compares every text by itself: what all events share does not make them alike', () => {
    const line = (message: string): string =>
      `{"service":"shop","env":"prod","region":"eu","host":"a","team":"core","msg":"${message}"}`;
    expect(mine([line('user bob logged in'), line('cache was not refreshed')])).toHaveLength(2);
    expect(mine([line('user bob logged in'), line('user amy logged in')])).toHaveLength(1);
  });

  it('lets a key vary that has too many values to name kinds', () => {
    const events = (values: number): readonly string[] =>
      Array.from({ length: values }, (_, index) => `{"type":"${'x'.repeat(index + 1)}"}`);
    expect(mine(events(32))).toHaveLength(32);
    expect(summary(mine(events(33)))).toEqual([[33, '{"type":"<Token-1>"}']]);
  });
});

describe('a pattern', () => {
  it('of one event shows as tokens what has a type', () => {
    expect(mine(['at 10:20 user root took 5 ms on eu-west-1 as 0ae4d702'])[0]?.text).toBe(
      'at <Time-1> user root took <Number-2> ms on eu-west-1 as <ID-3>',
    );
  });

  it('shows as it is what never varied, but times and status codes', () => {
    const line = 'at 10:20 HTTP/1.1 status 200 in 5 ms';
    expect(mine([line, line])[0]?.text).toBe('at <Time-1> HTTP/1.1 status <StatusCode-2> in 5 ms');
  });

  it('counts both windows, and events over time in the first', () => {
    const miner = newPatternMiner(window);
    for (const timeMs of [0, 999, 1000, 59_999, 70_000]) miner.add('tick', timeMs, 'current');
    miner.add('tick', -500, 'compared');
    miner.add('tock', -400, 'compared');
    const [tick, tock] = miner.patterns();
    expect(tick).toMatchObject({ count: 5, comparedCount: 1, recentCount: 2 });
    expect(tick?.timeline).toMatchObject({ startMs: 0, sliceMs: 1000 });
    expect(tick?.timeline.counts.slice(0, 3)).toEqual([2, 1, 0]);
    expect(tick?.timeline.counts.at(-1)).toBe(2);
    expect(tock).toMatchObject({ count: 0, comparedCount: 1 });
    expect(tock?.samples).toEqual([{ timeMs: -400, text: 'tock' }]);
  });

  it('has the earliest events as samples, those of the compared window last', () => {
    const miner = newPatternMiner(window);
    miner.add('job 5', -10, 'compared');
    for (const timeMs of [30, 10, 20, 40]) miner.add(`job ${timeMs}`, timeMs, 'current');
    expect(miner.patterns()[0]?.samples.map(({ text }) => text)).toEqual(['job 10', 'job 20', 'job 30']);
    expect(mine(['x'.repeat(20_000)])[0]?.samples[0]?.text).toHaveLength(patternSampleCharsMax);
  });

  it('has an id that follows from its text', () => {
    const [one] = mine(['user alice logged in', 'user bob logged in']);
    const [other] = mine(['user carol logged in', 'user dan logged in']);
    expect(one?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(one?.id).toBe(other?.id);
  });
});

describe('more events after patterns() was asked', () => {
  it('are added to the patterns there are', () => {
    const miner = newPatternMiner(window);
    miner.add('user alice logged in', 0, 'current');
    expect(summary(miner.patterns())).toEqual([[1, 'user alice logged in']]);
    miner.add('user bob logged in', 1, 'current');
    miner.add('user alice logged in', 2, 'current');
    expect(summary(miner.patterns())).toEqual([[3, 'user <Token-1> logged in']]);
  });
});

describe('limits', () => {
  it('one pattern takes in what goes beyond the patterns of a structure', () => {
    const words = Array.from({ length: 3 * patternsPerStructureMax }, (_, index) =>
      index.toString(36).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? ''),
    );
    const patterns = mine([...new Set(words)]);
    expect(patterns).toHaveLength(patternsPerStructureMax);
    expect(patterns[0]?.text).toBe('<Token-1>');
  });

  it('one pattern takes in what goes beyond all of them', () => {
    const texts = Array.from({ length: patternsMax + 50 }, (_, index) =>
      index.toString(2).replace(/1/g, '[').replace(/0/g, ']'),
    );
    const patterns = mine([...texts, 'so', 'so']);
    expect(patterns).toHaveLength(patternsMax);
    expect(patterns[0]).toMatchObject({ text: '<Token-1>', count: 52, severity: 'INFO' });
    expect(patterns[1]).toMatchObject({ text: 'so', count: 2 });
    expect(patterns.reduce((sum, { count }) => sum + count, 0)).toBe(texts.length + 2);
  });

  it('a megabyte is no problem', () => {
    for (const text of [
      'x',
      ' ',
      '{"a":',
      '[',
      '"',
      '\\',
      '1',
      '\u0000',
      '\ud800',
      'a1 ',
      '{"a":["',
      '😀',
    ].map((unit) => unit.repeat(1_048_576 / unit.length))) {
      const [pattern] = mine([text, text]);
      expect(pattern?.count).toBe(2);
      expect(pattern === undefined ? false : matches(pattern, text)).toBe(true);
    }
  });
});

describe('for any events', () => {
  const word = fc.constantFrom(
    'user',
    'alice',
    'bob',
    'logged',
    'in',
    'ERROR',
    'took',
    '-',
    '/',
    'a=b',
    'über',
  );
  const value = fc.oneof(
    fc.integer().map(String),
    fc.uuid(),
    fc.ipV4(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('5ms', 'arn:aws:s3:::x1', 'v1.2', '10:20', 'id:7'),
  );
  const line = fc
    .array(fc.oneof({ weight: 3, arbitrary: word }, value), { maxLength: 6 })
    .map((parts) => parts.join(' '));
  const json = fc.jsonValue({ maxDepth: 3 }).map((content) => JSON.stringify(content));
  const event = fc.record({
    level: fc.constantFrom('info', 'warn', 'error'),
    msg: line,
    tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }),
    n: fc.integer({ min: 0, max: 3 }),
  });
  const text = fc.oneof(
    line,
    json,
    event.map((content) => JSON.stringify(content)),
    event.map((content) => JSON.stringify(content).slice(0, 30)),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', ' ', 'a', '1', '\n'),
      maxLength: 30,
    }),
  );

  it('counts add up and every text matches a pattern', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const patterns = mine(texts);
        expect(patterns.reduce((sum, { count }) => sum + count, 0)).toBe(texts.length);
        for (const one of texts) expect(patterns.some((pattern) => matches(pattern, one))).toBe(true);
        for (const pattern of patterns)
          for (const sample of pattern.samples) expect(matches(pattern, sample.text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the order of events does not matter', () => {
    const shown = (texts: readonly string[]): unknown =>
      mine(texts).map(({ text: shownText, regex, count, severity, tokens }) => ({
        shownText,
        regex,
        count,
        severity,
        tokens: tokens.filter(({ open }) => !open),
      }));
    const shuffled = fc
      .array(text, { maxLength: 40 })
      .chain((texts) =>
        fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
      );
    fc.assert(
      fc.property(shuffled, ([texts, others]) => {
        expect(shown(others)).toEqual(shown(texts));
      }),
      { numRuns: 300 },
    );
  });
});
