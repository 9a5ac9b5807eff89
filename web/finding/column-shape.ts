// How wide a column of a finding's table has to be: what is short stays on one line, what is long gets room to wrap.

import type { FindingColumn } from '../../src/investigations/finding.ts';

export interface ColumnShape {
  /** Cells stay on one line. */
  readonly oneLine: boolean;
  /** Numbers and durations line up at their end. */
  readonly alignEnd: boolean;
  readonly minWidthPx: number;
}

const oneLineCharsMax = 26;
const characterPx = 8;
/** Padding of a cell, and in a header the sign for sorting. */
const cellPaddingPx = 28;
const headerPaddingPx = 48;
const wrappingPx = 240;

/** `texts` are the cells as shown. */
export function columnShape({ kind, title }: FindingColumn, texts: readonly string[]): ColumnShape {
  if (kind === 'tone') return { oneLine: true, alignEnd: false, minWidthPx: 48 };
  const longest = Math.max(0, ...texts.map((text) => text.length));
  const oneLine = kind !== 'text' || longest <= oneLineCharsMax;
  const header = headerPaddingPx + titleChars(title) * characterPx;
  const cell = oneLine ? 0 : Math.min(wrappingPx, cellPaddingPx + longest * characterPx);
  return { oneLine, alignEnd: kind === 'number' || kind === 'duration', minWidthPx: Math.max(header, cell) };
}

/** A title may take two lines, but a word stays whole. */
const titleChars = (title: string): number =>
  Math.max(Math.ceil(title.length / 2), ...title.split(' ').map((word) => word.length));
