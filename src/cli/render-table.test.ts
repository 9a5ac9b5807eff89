// How columns share a screen, and what a table looks like with and without one.
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { fitWidths, leadingColumns, renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

const style = (columns: number | undefined): Style => ({
  colors: createColors(false),
  unicode: true,
  columns,
});
const cells = (...texts: string[]) => texts.map((text) => ({ text }));
const left = (title: string) => ({ title, align: 'left' as const });
const right = (title: string) => ({ title, align: 'right' as const });

describe('widths', () => {
  it.each([
    ['all fit', [5, 10, 20], 40, [5, 10, 20]],
    ['the widest gives way', [5, 10, 200], 60, [5, 10, 45]],
    ['two wide ones share', [5, 100, 200], 60, [5, 28, 27]],
    ['no screen', [5, 100, 2000], Number.POSITIVE_INFINITY, [5, 100, 2000]],
    ['too narrow', [50, 50, 50, 50, 50], 40, undefined],
  ])('%s', (_, natural, room, expected) => expect(fitWidths(natural, room)).toEqual(expected));
});

it('aligns numbers to the right and cuts the longest column', () => {
  const content = {
    columns: [left('service'), right('stops'), left('reason')],
    rows: [cells('checkout', '1204', 'Essential container in task exited'), cells('cart', '7', 'short')],
  };
  expect(renderTable(content, style(40))).toEqual([
    'service   stops  reason',
    'checkout   1204  Essential container in…',
    'cart          7  short',
  ]);
});

it('cuts nothing when nobody looks at a screen', () => {
  const long = 'x'.repeat(500);
  expect(renderTable({ columns: [left('a')], rows: [cells(long)] }, style(undefined))).toEqual(['a', long]);
});

it('turns rows into blocks when the columns cannot stand side by side', () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  const content = {
    columns: names.map(left),
    rows: [cells('a', 'b'.repeat(30), 'words that take more than one line', '', 'e'.repeat(30)), cells('f')],
  };
  expect(renderTable(content, style(30))).toEqual([
    'one    a',
    `two    ${'b'.repeat(30)}`,
    'three  words that take more',
    '       than one line',
    `five   ${'e'.repeat(30)}`,
    '',
    'one    f',
  ]);
});

it('never cuts numbers and times', () => {
  const content = {
    columns: [{ ...left('at'), whole: true }, left('what')],
    rows: [cells('2026-11-22 14:00:00', 'something that is rather long')],
  };
  expect(renderTable(content, style(32))).toEqual([
    'at                   what',
    '2026-11-22 14:00:00  something…',
  ]);
});

it('leaves out the last columns of an overview rather than squeeze all', () => {
  const content = {
    columns: [left('a'), left('b'), left('c')],
    rows: [cells('x'.repeat(20), 'y'.repeat(25), 'z'.repeat(40))],
  };
  expect(leadingColumns(content, 95).columns).toHaveLength(3);
  expect(leadingColumns(content, 64).columns).toHaveLength(3);
  expect(leadingColumns(content, 63).columns).toHaveLength(2);
  expect(leadingColumns(content, 30).columns).toHaveLength(1);
});

it('lets no control character through and keeps the columns straight', () => {
  const content = {
    columns: [left('a'), left('b')],
    rows: [cells('x\u001b[2Jy\nz', '1'), cells('日本', '2')],
  };
  expect(renderTable(content, style(80))).toEqual(['a        b', 'x[2Jy z  1', '日本     2']);
});
