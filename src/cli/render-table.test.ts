// What a table looks like, with a screen and without one.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { leadingColumns, renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

const style = (columns: number | undefined): Style => ({
  colors: createColors(false),
  unicode: true,
  columns,
});
const cells = (...texts: string[]) => texts.map((text) => ({ text }));
const left = (title: string) => ({ title, align: 'left' as const });
const right = (title: string) => ({ title, align: 'right' as const });

it('aligns numbers to the right and cuts the longest column', () => {
  const content = {
    columns: [left('service'), right('stops'), left('reason')],
    rows: [cells('checkout', '1204', 'Essential container in task exited'), cells('cart', '7', 'short')],
  };
  expect(renderTable(content, style(48))).toEqual([
    'service   stops  reason',
    'checkout   1204  Essential container in task ex…',
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

it('puts long texts below their row', () => {
  const content = {
    columns: [left('service'), left('event'), left('what to do')],
    rows: [
      cells(
        'checkout',
        'SERVICE_TASK_START_IMPAIRED',
        'Read why the latest tasks failed to start, then fix it',
      ),
      cells('cart', 'SERVICE_STEADY_STATE', ''),
    ],
  };
  expect(renderTable(content, style(50))).toEqual([
    'service   event',
    'checkout  SERVICE_TASK_START_IMPAIRED',
    '  what to do  Read why the latest tasks failed to…',
    'cart      SERVICE_STEADY_STATE',
  ]);
  expect(leadingColumns(content, 50).columns).toHaveLength(2);
});

it('lets no control character through and keeps the columns straight', () => {
  const content = {
    columns: [left('a'), left('b')],
    rows: [cells('x\u001b[2Jy\nz', '1'), cells('日本', '2')],
  };
  expect(renderTable(content, style(80))).toEqual(['a        b', 'x[2Jy z  1', '日本     2']);
});
