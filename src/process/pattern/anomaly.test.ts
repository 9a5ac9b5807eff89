import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../engine/statement.ts';
import { anomalyColumns, anomalyRows } from './anomaly-rows.ts';
import { newPatternMiner } from './pattern-miner.ts';

/** A window of 6,000 seconds: 60 slices of 100 s; the last quarter starts at 4,500 s. */
const window = { startMs: 0, endMs: 5_999_999 };

type Event = readonly [second: number, text: string];

/** An event every `every` seconds. */
function series(text: (second: number) => string, every: number, from = 0, until = 6000): readonly Event[] {
  return Array.from({ length: Math.ceil((until - from) / every) }, (_, index) => {
    const second = from + index * every;
    return [second, text(second)] as const;
  });
}

const heartbeat = series(() => 'heartbeat', 50);

function find(...events: readonly (readonly Event[])[]): Readonly<Record<string, readonly CellValue[]>> {
  const miner = newPatternMiner(window);
  for (const [second, text] of events.flat()) miner.add(text, second * 1000, 'current');
  const first = anomalyColumns.findIndex(({ name }) => name === '@isAnomaly');
  return Object.fromEntries(anomalyRows(miner.patterns()).map((row) => [String(row[0]), row.slice(first)]));
}

describe('anomalies', () => {
  it('are none where everything goes on as before', () => {
    const found = find(
      heartbeat,
      series((second) => `took ${40 + (second % 20)} ms for ${second % 3 === 0 ? 'alice' : 'bob'} here`, 7),
      series(() => '"GET / HTTP/1.1" 200 12', 30),
    );
    expect(Object.values(found)).toEqual(new Array(3).fill([false, null, null, null]));
  });

  it('pattern frequency: far more than in the median slice', () => {
    const found = find(
      heartbeat,
      series(() => 'retry', 50),
      series(() => 'retry', 2, 2000, 2100),
    );
    expect(found.heartbeat?.[0]).toBe(false);
    // (52 - 2) / (6 * root of 2) = 5.9 times the threshold.
    expect(found.retry).toEqual([
      true,
      'Pattern frequency',
      'MEDIUM',
      '52 events in the 100 s from 1970-01-01T00:33:20.000Z, usually 2',
    ]);
  });

  it('pattern frequency: no events any more', () => {
    const found = find(
      heartbeat,
      series(() => 'poll', 10, 0, 4400),
    );
    expect(found.poll?.slice(0, 2)).toEqual([true, 'Pattern frequency']);
    expect(found.poll?.[3]).toBe('no events in the last quarter of the window, usually 10 in 100 s');
  });

  it('new pattern: only in the last quarter; of problems two are enough', () => {
    const found = find(
      heartbeat,
      series(() => 'cache flushed', 100, 4600, 5400),
      series(() => 'ERROR disk full', 100, 5000, 5200),
      series(() => 'started again', 100, 5000, 5200),
    );
    expect(found['cache flushed']).toEqual([
      true,
      'New pattern',
      'LOW',
      '8 events in the last quarter of the window, none before',
    ]);
    expect(found['ERROR disk full']?.slice(0, 3)).toEqual([true, 'New pattern', 'MEDIUM']);
    expect(found['started again']?.[0]).toBe(false);
  });

  it('new pattern: not without events before', () => {
    expect(find(series(() => 'late', 10, 5000)).late?.[0]).toBe(false);
  });

  it('token variation: a value that was never there', () => {
    const zones = (second: number): string => {
      const zone = second >= 5000 && second % 4 === 0 ? 'c' : second % 2 === 0 ? 'a' : 'b';
      return `placed one task in zone ${zone}`;
    };
    expect(find(series(zones, 25))['placed one task in zone <Token-1>']).toEqual([
      true,
      'Token variation',
      'MEDIUM',
      'Token-1: c is new, 10 events',
    ]);
  });

  it('token variation: a share that changed', () => {
    const users = (second: number): string => {
      const rare = second < 4500 ? 10 : 2;
      return `user ${(second / 10) % rare === 0 ? 'eve' : 'bob'} logged in here`;
    };
    expect(find(series(users, 10))['user <Token-1> logged in here']?.slice(0, 4)).toEqual([
      true,
      'Token variation',
      expect.any(String),
      'Token-1: bob went from 90% to 50% of the events',
    ]);
  });

  it('token variation: not of values that come and go', () => {
    const tags = (second: number): string =>
      `image tag ${'abcdefgh'[Math.floor(second / 750)]} was used here`;
    expect(find(series(tags, 10))['image tag <Token-1> was used here']?.[0]).toBe(false);
  });

  it('numerical token: the median moved', () => {
    const times = (second: number): string => `took ${(second < 4500 ? 40 : 400) + (second % 7)} ms`;
    // 40 to 46: the absolute deviation is 2, the threshold 6 * 1.4826 * 2 = 17.8, passed 20 times.
    expect(find(series(times, 11))['took <Number-1> ms']).toEqual([
      true,
      'Numerical token',
      'HIGH',
      'Number-1: the median went from 43 to 403',
    ]);
  });

  it('HTTP error code: more than before, or most of them', () => {
    const rising = (second: number): string =>
      `"GET /a" ${second >= 4500 && second % 20 === 0 ? 503 : 200} 5`;
    expect(find(series(rising, 10))['"GET /a" <StatusCode-1> 5']).toEqual([
      true,
      'HTTP error code',
      'LOW',
      'StatusCode-1: 503 (75), from 0% to 50% of the responses',
    ]);
    expect(find(series(() => '"GET /b" 404 5', 100))['"GET /b" <StatusCode-1> 5']).toEqual([
      true,
      'HTTP error code',
      'LOW',
      'StatusCode-1: 404 (60)',
    ]);
  });

  it('keep the columns of pattern, and cope with a single event', () => {
    const rows = find([[0, 'x']]);
    expect(rows).toEqual({ x: [false, null, null, null] });
    expect(anomalyRows([])).toEqual([]);
    expect(anomalyColumns[0]?.name).toBe('@pattern');
  });
});
