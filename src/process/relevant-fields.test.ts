import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text.ts';
import { type FieldCounts, relevantFieldRows, relevantFieldsColumns } from './relevant-fields.ts';

const events = { matching: 100, other: 400 };

function field(name: string, changes: Partial<FieldCounts> = {}): FieldCounts {
  return {
    field: name,
    named: false,
    values: [],
    unlisted: [],
    distinctValues: 0,
    numeric: null,
    ...changes,
  };
}

function categorical(name: string, values: Readonly<Record<string, readonly [number, number]>>): FieldCounts {
  return field(name, {
    values: Object.entries(values).map(([value, [matching, other]]) => ({ value, matching, other })),
    distinctValues: Object.keys(values).length,
  });
}

const scores = (fields: readonly FieldCounts[]): Record<string, number> =>
  Object.fromEntries(relevantFieldRows(fields, events).map(([name, score]) => [String(name), Number(score)]));

describe('the relevance of a field', () => {
  it('is 0 when both sides are alike and 1 when no value is on both', () => {
    expect(
      scores([
        categorical('same', { a: [50, 200], b: [50, 200] }),
        categorical('apart', { a: [100, 0], b: [0, 400] }),
        // AWS: `relevantfields @message where @message like /GET/` scores 1.
        categorical('onlyOne', { a: [100, 0] }),
      ]),
    ).toEqual({ apart: 1, onlyOne: 1, same: 0 });
  });

  it('is the Jensen–Shannon divergence in bits', () => {
    // P = (1, 0), Q = (1/2, 1/2), M = (3/4, 1/4): (log2 4/3)/2 + (log2(2/3)/2 + log2(2)/2)/2 = 0.3113.
    expect(scores([categorical('half', { a: [100, 200], b: [0, 200] })]).half).toBeCloseTo(0.3113, 4);
    // Having no value counts as one.
    expect(scores([categorical('absent', { a: [100, 200] })]).absent).toBeCloseTo(0.3113, 4);
    expect(
      scores([
        field('tail', {
          values: [{ value: 'a', matching: 100, other: 200 }],
          unlisted: [{ matching: 0, other: 200 }],
        }),
      ]).tail,
    ).toBeCloseTo(0.3113, 4);
  });

  it('counts any number of values that one side alone has', () => {
    const unlisted = [
      { matching: 100, other: 0 },
      { matching: 0, other: 400 },
    ];
    expect(scores([field('@message', { named: true, unlisted, distinctValues: 500 })])).toEqual({
      '@message': 1,
    });
  });

  it('of numbers is the largest gap between the two distributions', () => {
    const numeric = {
      matchingMedian: 900,
      otherMedian: 100,
      ranges: [
        { matching: 10, other: 320 },
        { matching: 90, other: 80 },
      ],
    };
    // 80% of the others lie in the first range, 10% of the matching events.
    expect(scores([field('ms', { numeric })]).ms).toBeCloseTo(0.7, 10);
  });

  it('is 0 when one side has no events', () => {
    expect(relevantFieldRows([categorical('a', { x: [5, 0] })], { matching: 5, other: 0 })[0]?.[1]).toBe(0);
  });
});

describe('rows of relevantfields', () => {
  it('name the values whose share changed most', () => {
    const [row] = relevantFieldRows(
      [categorical('code', { a: [60, 40], b: [40, 160], c: [0, 200] })],
      events,
    );
    expect(JSON.parse(String(row?.[2]))).toEqual([
      { value: 'a', conditionalShare: 0.6, baselineShare: 0.1 },
      { value: 'c', conditionalShare: 0, baselineShare: 0.5 },
    ]);
    expect(row?.slice(3)).toEqual([null, null]);
  });

  it('have medians for numbers', () => {
    const numeric = { matchingMedian: 12.5, otherMedian: null, ranges: [] };
    expect(relevantFieldRows([field('ms', { numeric })], events)[0]?.slice(2)).toEqual([null, 12.5, null]);
  });

  it('leave out identifiers unless they are named', () => {
    const ids = { unlisted: [{ matching: 100, other: 400 }], distinctValues: 480 };
    expect(
      scores([field('id', ids), field('named', { ...ids, named: true }), categorical('kind', { a: [1, 4] })]),
    ).toEqual({
      kind: 0,
      named: 0,
    });
  });

  it('are ordered by score, then by name, and shown with four decimals', () => {
    const half = { a: [100, 200], b: [0, 200] } as const;
    const rows = relevantFieldRows(
      [categorical('z', half), categorical('b', half), categorical('a', {})],
      events,
    );
    expect(rows.map(([name]) => name)).toEqual(['b', 'z', 'a']);
    const kind = relevantFieldsColumns[1]?.kind ?? 'text';
    expect(cellText(rows[0]?.[1] ?? null, kind, String)).toBe('0.3113');
  });
});
