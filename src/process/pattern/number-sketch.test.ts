import { describe, expect, it } from 'vitest';
import { countNumber, type NumberSketch, sketchedNumbers, summarize } from './number-sketch.ts';

describe('number sketch', () => {
  it.each([0, 1, -1, 0.001, -2500.5, 1e300, 5e-324, Number.POSITIVE_INFINITY])(
    'keeps %s within two per cent',
    (value) => {
      const sketch: NumberSketch = new Map();
      countNumber(sketch, value, 2, 3);
      const [kept] = sketchedNumbers(sketch);
      const exact = Math.min(value, Number.MAX_VALUE);
      expect(kept).toMatchObject({ earlier: 2, recent: 3 });
      expect(Math.abs((kept?.number ?? Number.NaN) - exact)).toBeLessThanOrEqual(Math.abs(exact) * 0.021);
    },
  );

  it('takes the lower median, weighted by counts', () => {
    const numbers = [
      { number: 10, earlier: 1, recent: 0 },
      { number: 1, earlier: 2, recent: 5 },
      { number: 5, earlier: 1, recent: 0 },
    ];
    expect(summarize(numbers, 'earlier')).toEqual({ count: 4, median: 1, deviation: 0 });
    expect(summarize(numbers, 'recent')).toEqual({ count: 5, median: 1, deviation: 0 });
  });
});
