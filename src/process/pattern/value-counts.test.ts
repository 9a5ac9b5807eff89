import { describe, expect, it } from 'vitest';
import { tokenValueCharsMax, tokenValuesCounted, tokenValuesKept } from '../../limits.ts';
import { hashOfText } from './split-text.ts';
import {
  addValue,
  countKnown,
  isOpen,
  mergeValues,
  newValueCounts,
  numberSummaries,
  sampleOf,
  takesValue,
  topValues,
  type ValueCounts,
} from './value-counts.ts';

function count(counts: ValueCounts, value: string, recent = 0): void {
  const hash = hashOfText(value);
  if (!countKnown(counts, hash, recent) && takesValue(counts, hash)) addValue(counts, hash, value, 1, recent);
}

function counted(values: readonly string[]): ValueCounts {
  const counts = newValueCounts();
  for (const value of values) count(counts, value);
  return counts;
}

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);

describe('values of a part', () => {
  it('are counted, the most frequent first, ties by text', () => {
    const counts = counted(['b', 'a', 'b', 'c']);
    count(counts, 'c', 1);
    expect(topValues(counts)).toEqual([
      { value: 'b', count: 2, recentCount: 0 },
      { value: 'c', count: 2, recentCount: 1 },
      { value: 'a', count: 1, recentCount: 0 },
    ]);
    expect(isOpen(counts)).toBe(false);
  });

  it('are counted up to a limit, whatever comes after', () => {
    const names = range(3 * tokenValuesCounted).map((index) => `n${index % (2 * tokenValuesCounted)}`);
    const counts = counted(['n0', 'n1', ...names]);
    expect(isOpen(counts)).toBe(true);
    expect(counts.values).toHaveLength(tokenValuesCounted);
    expect(topValues(counts)).toHaveLength(tokenValuesKept);
    expect(topValues(counts)[0]).toEqual({ value: 'n0', count: 3, recentCount: 0 });
  });

  it('are but a few examples when none comes again', () => {
    const counts = counted(range(1000).map((index) => `id-${index}`));
    expect(counts.values.length).toBeLessThan(tokenValuesCounted);
    expect(topValues(counts)).toHaveLength(3);
  });

  it('are sampled by their hash, so that their order does not matter', () => {
    const values = range(200).map((index) => `id-${index}`);
    expect(sampleOf(counted(values))).toEqual(sampleOf(counted(values.toReversed())));
    expect(sampleOf(counted(['a', 'b', 'c']))).toEqual(sampleOf(counted(['c', 'b', 'a'])));
  });

  it('are kept to their beginning', () => {
    const [kept] = topValues(counted(['x'.repeat(1000)]));
    expect(kept?.value).toBe(`${'x'.repeat(tokenValueCharsMax - 1)}…`);
  });

  it('are merged as if counted together', () => {
    const merged = counted(['a', 'b']);
    mergeValues(merged, counted(['b', 'c']));
    expect(topValues(merged)).toEqual(topValues(counted(['a', 'b', 'b', 'c'])));
    const many = range(100).map((index) => `id-${index}`);
    const open = counted(many.slice(0, 50));
    mergeValues(open, counted(many.slice(50)));
    expect(sampleOf(open)).toEqual(sampleOf(counted(many)));
  });
});

describe('numbers', () => {
  it('have medians of the earlier and the recent part', () => {
    const counts = counted(['1', '2', '3', '4', '100']);
    count(counts, '7', 1);
    expect(numberSummaries(counts)).toEqual({
      earlier: { count: 5, median: 3, deviation: 1 },
      recent: { count: 1, median: 7, deviation: 0 },
    });
  });

  it('have medians within two per cent when there are many', () => {
    const numbers = numberSummaries(counted(range(1001).map(String)));
    expect(numbers?.earlier.count).toBe(1001);
    expect(numbers?.earlier.median).toBeGreaterThan(500 * 0.98);
    expect(numbers?.earlier.median).toBeLessThan(500 * 1.02);
    expect(numbers?.recent).toEqual({ count: 0, median: Number.NaN, deviation: Number.NaN });
  });

  it('are none when one value is not a number, first or late', () => {
    expect(numberSummaries(counted(['1', 'x']))).toBeNull();
    expect(numberSummaries(counted([...range(100).map(String), 'x']))).toBeNull();
    expect(numberSummaries(newValueCounts())).toBeNull();
  });

  it('are merged', () => {
    const merged = counted(range(500).map(String));
    mergeValues(merged, counted(range(501).map((index) => String(500 + index))));
    expect(merged.numeric).toBe(true);
    expect(numberSummaries(merged)).toEqual(numberSummaries(counted(range(1001).map(String))));
  });
});
