import { expect, it } from 'vitest';
import type { CellKind } from '../../src/investigations/finding.ts';
import { compareRows, filterRows, pageCount, pageOf, type Row } from './table-rows.ts';

const sorted = (kind: CellKind, ...values: readonly (string | number | null)[]) =>
  values
    .map((value): Row => ({ v: value }))
    .toSorted((a, b) => compareRows(a, b, { key: 'v', title: '', kind }))
    .map(({ v }) => v);

it('sorts numbers as numbers, texts as people count, tones by alarm, absent values first', () => {
  expect(sorted('number', 10, 9, null, 100)).toEqual([null, 9, 10, 100]);
  expect(sorted('text', 'orders:10', null, 'orders:9', 'Cart:1')).toEqual([
    null,
    'Cart:1',
    'orders:9',
    'orders:10',
  ]);
  expect(sorted('tone', 'error', 'ok', 'warning', 'neutral')).toEqual(['neutral', 'ok', 'warning', 'error']);
});

it('finds rows by all words, in what is shown', () => {
  const rows: readonly Row[] = [
    { a: 'orders', b: 'OOM' },
    { a: 'orders', b: 'image' },
    { a: 'cart', b: 'OOM' },
  ];
  const shown = (row: Row) => `${row.a} ${row.b}`;
  expect(filterRows(rows, ' oom  ORDERS ', shown)).toEqual([rows[0]]);
  expect(filterRows(rows, '  ', shown)).toBe(rows);
});

it('pages from one', () => {
  expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual([3, 4]);
  expect([pageCount(0, 20), pageCount(20, 20), pageCount(21, 20)]).toEqual([1, 1, 2]);
});
