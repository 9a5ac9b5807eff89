import { expect, it } from 'vitest';
import { dayMs } from './iso-time.ts';
import { historyOf } from './options.ts';

const endMs = Date.UTC(2026, 10, 22);
const days = (options: { days?: number; events?: number }) => {
  const { startMs, events } = historyOf({ seed: 1, endMs, ...options });
  return [(endMs - startMs) / dayMs, events];
};

it.each([
  [{}, [7, 45_000]],
  [{ days: 14 }, [14, 90_000]],
  [{ events: 10_000 }, [7, 10_000]],
  [{ events: 1_000_000 }, [33, 1_000_000]],
  [{ events: 50_000_000 }, [90, 50_000_000]],
  [{ days: 10, events: 500_000 }, [10, 500_000]],
])('%j is %j days and events', (options, expected) => expect(days(options)).toEqual(expected));

it('refuses less than a week', () => {
  expect(() => days({ days: 3 })).toThrow(
    'A simulated history has at least 7 days; 3 are too few for its stories.',
  );
  expect(() => days({ days: Number.NaN })).toThrow(RangeError);
});
