// Times as events and query results write them.
import { expect, it } from 'vitest';
import { instantMs } from './instant.ts';

it.each([
  ['2026-05-10T07:00:00Z', Date.UTC(2026, 4, 10, 7)],
  ['2016-09-15T21:30:33.3Z', Date.UTC(2016, 8, 15, 21, 30, 33, 300)],
  ['2023-05-03T15:18:04.11Z', Date.UTC(2023, 4, 3, 15, 18, 4, 110)],
  ['2026-03-05T15:54:41.618059641Z', Date.UTC(2026, 2, 5, 15, 54, 41, 618)],
  ['2026-05-10 07:00:00.250', Date.UTC(2026, 4, 10, 7, 0, 0, 250)],
  ['2026-05-10T09:00:00+02:00', Date.UTC(2026, 4, 10, 7)],
  [' 2026-05-10T07:00 ', Date.UTC(2026, 4, 10, 7)],
])('%s', (text, ms) => expect(instantMs(text)).toBe(ms));

it.each([undefined, '', 'yesterday', '2026-13-10T07:00:00Z', '1716379200', '2026-05-10'])(
  '%s is no time',
  (text) => expect(instantMs(text)).toBeNull(),
);
