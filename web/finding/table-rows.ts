// Sorting, filtering and paging of a finding's table: plain functions over its rows.

import type { FindingColumn, FindingTable } from '../../src/investigations/finding.ts';

export type Row = FindingTable['rows'][number];

/** The order of tones from calm to alarming, for sorting. */
const toneOrder = ['neutral', 'info', 'ok', 'warning', 'error'];

/** Order of two rows by one column; absent values come first. Texts with numbers in them sort as people count. */
export function compareRows(a: Row, b: Row, { key, kind }: FindingColumn): number {
  const [x, y] = [a[key] ?? null, b[key] ?? null];
  if (x === null || y === null) return Number(x !== null) - Number(y !== null);
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (kind === 'tone') return toneOrder.indexOf(String(x)) - toneOrder.indexOf(String(y));
  return String(x).localeCompare(String(y), 'en', { numeric: true });
}

/** Rows in which every word occurs, in whatever column, as the reader sees it. */
export function filterRows(rows: readonly Row[], text: string, shown: (row: Row) => string): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const haystack = shown(row).toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** Page `page`, counted from 1. */
export const pageOf = <T>(rows: readonly T[], page: number, size: number): readonly T[] =>
  rows.slice((page - 1) * size, page * size);

export const pageCount = (rows: number, size: number): number => Math.max(1, Math.ceil(rows / size));
