// Rows as aligned columns that fit the screen: the widest columns give way first, and what is cut ends in an ellipsis.
// Drawn by hand: the table library we tried needs six seconds for ten thousand rows. Where even narrow columns do not
// fit side by side, every row becomes a block of "name value" lines instead.

import { cut, displayWidth, pad, printable, wrap } from './cell-text.ts';
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

const gap = '  ';
/** A column is not made narrower than this; a uuid's first block still shows. */
const columnWidthMin = 9;
/** An overview leaves columns out rather than make others narrower than this. */
const comfortableWidth = 20;

/** As many of the first columns as fit side by side without much being cut; for overviews. The first stays in any case. */
export function leadingColumns(content: TableContent, width: number): TableContent {
  const first = (count: number): TableContent => ({
    columns: content.columns.slice(0, count),
    rows: content.rows.map((row) => row.slice(0, count)),
  });
  for (let count = content.columns.length; count > 1; count--) {
    const part = first(count);
    const natural = naturalWidths(part);
    const widths = columnWidths(part, width);
    if (widths?.every((given, index) => given >= Math.min(comfortableWidth, natural[index] ?? 0)))
      return part;
  }
  return first(1);
}

/** Lines without a trailing line break. */
export function renderTable(content: TableContent, style: Style, indent = ''): readonly string[] {
  const table = { ...content, rows: content.rows.map((row) => row.map(shown)) };
  const widths = columnWidths(table, (style.columns ?? Number.POSITIVE_INFINITY) - indent.length);
  if (widths === undefined) return renderBlocks(table, style, indent);
  const header = table.columns.map(({ title }) => ({ text: title, paint: style.colors.dim }));
  return [header, ...table.rows].map((row) => indent + drawRow(row, table.columns, widths, style).trimEnd());
}

const shown = (cell: TableCell): TableCell => ({ ...cell, text: printable(cell.text) });

function naturalWidths(table: TableContent): readonly number[] {
  return table.columns.map((column, index) => {
    let width = displayWidth(column.title);
    for (const row of table.rows) width = Math.max(width, displayWidth(row[index]?.text ?? ''));
    return width;
  });
}

/** Whole columns take what they need, the others share the rest; undefined when that is too little. */
function columnWidths(table: TableContent, width: number): readonly number[] | undefined {
  const natural = naturalWidths(table);
  const isWhole = (index: number): boolean => table.columns[index]?.whole === true;
  const taken = natural.reduce((sum, needed, index) => sum + (isWhole(index) ? needed : 0), 0);
  const soft = natural.filter((_, index) => !isWhole(index));
  const fitted = fitWidths(soft, width - taken - gap.length * (natural.length - 1));
  if (fitted === undefined) return undefined;
  let next = 0;
  return natural.map((needed, index) => (isWhole(index) ? needed : (fitted[next++] ?? 0)));
}

/**
 * Widths that add up to at most `room`: columns narrower than a fair share keep what they need, the others divide the
 * rest. Undefined when some column would fall under the minimum.
 */
export function fitWidths(natural: readonly number[], room: number): readonly number[] | undefined {
  const widths = [...natural];
  let open = natural.map((_, index) => index);
  let left = room;
  if (left < 0) return undefined;
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const small = open.filter((index) => (natural[index] ?? 0) <= share);
    if (small.length === 0) {
      if (share < columnWidthMin) return undefined;
      // The cells that do not divide evenly go to the first columns.
      let spare = left - share * open.length;
      for (const index of open) widths[index] = share + (spare-- > 0 ? 1 : 0);
      return widths;
    }
    for (const index of small) left -= natural[index] ?? 0;
    open = open.filter((index) => (natural[index] ?? 0) > share);
  }
  return widths;
}

function drawRow(
  row: readonly TableCell[],
  columns: readonly TableColumn[],
  widths: readonly number[],
  style: Style,
): string {
  const ellipsis = style.unicode ? '…' : '...';
  return columns
    .map((column, index) => {
      const cell = row[index] ?? { text: '' };
      const text = cut(cell.text, widths[index] ?? 0, ellipsis);
      const padded = pad(text, widths[index] ?? 0, column.align);
      return cell.paint === undefined ? padded : padded.replace(text, () => cell.paint?.(text) ?? text);
    })
    .join(gap);
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
