// The cells of one line of a timeline: bars to scale in half cells, marks above them. Bars that follow each other in one
// line alternate between two fillings, so that they can be told apart without colour.

import type { Bar, Mark, Tone } from '../investigations/finding.ts';
import type { Style } from './terminal.ts';
import { tonePaint } from './tone.ts';

export interface PlotLine {
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

export interface PlotRange {
  readonly startMs: number;
  readonly endMs: number;
}

interface Cell {
  left: boolean;
  right: boolean;
  mark: boolean;
  /** The second filling. */
  odd: boolean;
  tone: Tone;
}

/** A text of exactly `width` cells. What lies outside the range is drawn at its edge; what is very short takes half a cell. */
export function drawPlot(line: PlotLine, range: PlotRange, width: number, style: Style): string {
  const cells: Cell[] = Array.from({ length: width }, () => ({
    left: false,
    right: false,
    mark: false,
    odd: false,
    tone: 'neutral',
  }));
  const spanMs = Math.max(1, range.endMs - range.startMs);
  const halfAt = (timeMs: number): number => ((timeMs - range.startMs) / spanMs) * width * 2;
  for (const [index, bar] of line.bars.entries()) {
    const from = Math.min(width * 2 - 1, Math.max(0, Math.floor(halfAt(bar.startMs))));
    const to = Math.max(from + 1, Math.min(width * 2, Math.round(halfAt(bar.endMs ?? range.endMs))));
    for (let half = from; half < to; half++)
      fill(cells[half >> 1], half % 2 === 0, bar.tone, index % 2 === 1);
  }
  for (const mark of line.marks) {
    const cell = cells[Math.min(width - 1, Math.max(0, Math.floor(halfAt(mark.atMs) / 2)))];
    if (cell !== undefined) Object.assign(cell, { mark: true, tone: mark.tone });
  }
  return cells.map((cell) => drawCell(cell, style)).join('');
}

function fill(cell: Cell | undefined, left: boolean, tone: Tone, odd: boolean): void {
  if (cell === undefined) return;
  if (left) cell.left = true;
  else cell.right = true;
  cell.tone = tone;
  cell.odd = odd;
}

function drawCell(cell: Cell, style: Style): string {
  if (!cell.left && !cell.right && !cell.mark) return ' ';
  const paint = tonePaint(cell.tone, style.colors);
  if (cell.mark) return paint(style.unicode ? '◆' : '*');
  const whole = cell.left && cell.right;
  if (!style.unicode) return paint(!whole ? '-' : cell.odd ? '#' : '=');
  return paint(whole ? (cell.odd ? '▓' : '█') : cell.left ? '▌' : '▐');
}
