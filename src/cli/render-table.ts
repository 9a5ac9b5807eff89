// Rows as aligned columns that fit the screen; what is cut ends in an ellipsis. Long texts go below their row where the
// columns would become too narrow, and where not even that helps, every row becomes a block of "name value" lines.
// Drawn by hand: the table library we tried needs six seconds for ten thousand rows.

import { cut, displayWidth, pad, printable, wrap } from './cell-text.ts';
import { type ColumnNeed, gapWidth, layOut, leadingCount, type TableLayout } from './column-widths.ts';
import type { Style } from './terminal.ts';

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Never cut: half a time or half a number is worse than none. */
  readonly whole?: boolean;
}

export type Paint = (text: string) => string;

export interface TableCell {
  readonly text: string;
  readonly paint?: Paint;
}

export interface TableContent {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

const gap = ' '.repeat(gapWidth);

/** As many of the first columns as fit side by side without much being cut; for overviews. */
export function leadingColumns(content: TableContent, width: number): TableContent {
  const count = leadingCount(needsOf(content), width);
  return { columns: content.columns.slice(0, count), rows: content.rows.map((row) => row.slice(0, count)) };
}

export interface TableOptions {
  readonly indent?: string;
  /** How many columns of long texts may go below their row. */
  readonly belowMax?: number;
}

/** Lines without a trailing line break. */
export function renderTable(
  content: TableContent,
  style: Style,
  options: TableOptions = {},
): readonly string[] {
  const { indent = '', belowMax } = options;
  const table = { ...content, rows: content.rows.map((row) => row.map(shown)) };
  const layout = layOut(
    needsOf(table),
    (style.columns ?? Number.POSITIVE_INFINITY) - indent.length,
    belowMax,
  );
  if (layout === undefined) return renderBlocks(table, style, indent);
  const header = table.columns.map(({ title }) => ({ text: title, paint: style.colors.dim }));
  return [
    indent + drawRow(header, table, layout, style),
    ...table.rows.flatMap((row) => [
      indent + drawRow(row, table, layout, style),
      ...drawBelow(row, table, layout, style, indent),
    ]),
  ];
}

const shown = (cell: TableCell): TableCell => ({ ...cell, text: printable(cell.text) });

function needsOf(table: TableContent): readonly ColumnNeed[] {
  return table.columns.map((column, index) => {
    let natural = displayWidth(column.title);
    for (const row of table.rows) natural = Math.max(natural, displayWidth(row[index]?.text ?? ''));
    return { natural, whole: column.whole === true };
  });
}

const ellipsisOf = (style: Style): string => (style.unicode ? '…' : '...');

function drawRow(
  row: readonly TableCell[],
  { columns }: TableContent,
  layout: TableLayout,
  style: Style,
): string {
  return layout.inline
    .map(({ index, width }) => {
      const cell = row[index] ?? { text: '' };
      const text = cut(cell.text, width, ellipsisOf(style));
      const padded = pad(text, width, columns[index]?.align);
      return cell.paint === undefined ? padded : padded.replace(text, () => cell.paint?.(text) ?? text);
    })
    .join(gap)
    .trimEnd();
}

/** The long texts of a row, each behind its title, under the first column that has text. */
function drawBelow(
  row: readonly TableCell[],
  { columns }: TableContent,
  { inline, below }: TableLayout,
  style: Style,
  indent: string,
): readonly string[] {
  // Behind the sign of a row; under a word, a small step to the right.
  const lead = inline[0] !== undefined && inline[0].width <= gapWidth ? inline[0].width + gapWidth : gapWidth;
  const margin = indent + ' '.repeat(lead);
  return below.flatMap((index) => {
    const { text, paint = (plain: string) => plain } = row[index] ?? { text: '' };
    if (text === '') return [];
    const title = columns[index]?.title ?? '';
    const room = (style.columns ?? Number.POSITIVE_INFINITY) - margin.length - displayWidth(title) - gapWidth;
    return [`${margin}${style.colors.dim(title)}${gap}${paint(cut(text, room, ellipsisOf(style)))}`];
  });
}

function renderBlocks(table: TableContent, style: Style, indent: string): readonly string[] {
  const nameWidth = Math.max(...table.columns.map(({ title }) => displayWidth(title)));
  const hanging = indent + ' '.repeat(nameWidth) + gap;
  const room = (style.columns ?? Number.POSITIVE_INFINITY) - hanging.length;
  return table.rows.flatMap((row, rowIndex) => {
    const lines = table.columns.flatMap((column, index) => {
      const { text, paint = (plain: string) => plain } = row[index] ?? { text: '' };
      const [first, ...rest] = wrap(text, room);
      if (first === undefined) return [];
      const name = style.colors.dim(pad(column.title, nameWidth));
      return [`${indent}${name}${gap}${paint(first)}`, ...rest.map((line) => hanging + paint(line))];
    });
    return rowIndex === 0 ? lines : ['', ...lines];
  });
}
