// A timeline in characters: one line per bar, drawn to scale in half cells, with its begin and its length in words.
// A lane of many bars becomes one line. Where the locale has no block characters, `=` and `-` do.

import type { Bar, Lane, Mark, Timeline, Tone } from '../investigations/finding.ts';
import { cut, displayWidth, pad, printable } from './cell-text.ts';
import { formatClock, formatDayAndMinute, formatDuration } from './quantities.ts';
import type { Paint } from './render-table.ts';
import type { Style } from './terminal.ts';
import { tonePaint, toneWorst } from './tone.ts';

const labelWidthMax = 30;
const noteWidthMax = 40;
const plotWidthMin = 16;
/** Without a screen a timeline is drawn for a page of this width. */
const defaultColumns = 110;
/** A lane with more bars, or more marks, is drawn as one line. */
const linesPerLaneMax = 12;

interface Line {
  readonly label: string;
  readonly labelPaint?: Paint;
  readonly begin: string;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  readonly note: string;
}

/** Lines without trailing line breaks; the title first, then the scale, then the lanes. */
export function renderTimeline(timeline: Timeline, style: Style, indent = '  '): readonly string[] {
  const begins = timeline.endMs - timeline.startMs < 86_400_000 ? formatClock : formatDayAndMinute;
  const lines = timeline.lanes.flatMap((lane) => laneLines(lane, timeline, begins, style));
  if (lines.length === 0) return [];
  const widest = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(...texts.map(displayWidth)));
  const labelWidth = widest(
    lines.map(({ label }) => label),
    labelWidthMax,
  );
  const beginWidth = widest(
    lines.map(({ begin }) => begin),
    Number.POSITIVE_INFINITY,
  );
  const noteWidth = widest(
    lines.map(({ note }) => note),
    noteWidthMax,
  );
  const columns = style.columns ?? defaultColumns;
  const plotWidth = Math.max(plotWidthMin, columns - indent.length - labelWidth - beginWidth - noteWidth - 6);
  const ellipsis = style.unicode ? '…' : '...';
  const drawn = lines.map((line) => {
    const label = pad(cut(line.label, labelWidth, ellipsis), labelWidth);
    const begin = style.colors.dim(pad(line.begin, beginWidth, 'right'));
    const note = cut(line.note, noteWidth, ellipsis);
    return `${indent}${line.labelPaint?.(label) ?? label}  ${begin}  ${plot(line, timeline, plotWidth, style)}  ${note}`.trimEnd();
  });
  return [
    ...scaled(
      printable(timeline.title),
      indent.length + labelWidth + beginWidth + 4,
      axis(timeline, plotWidth),
      style,
    ),
    ...drawn,
  ];
}

/** The title and the scale, on one line where the title leaves room. */
function scaled(title: string, plotColumn: number, scale: string, style: Style): readonly string[] {
  const titleWidth = displayWidth(title);
  const gap = ' '.repeat(Math.max(0, plotColumn - titleWidth));
  return titleWidth < plotColumn
    ? [style.colors.bold(title) + gap + style.colors.dim(scale)]
    : [style.colors.bold(title), ' '.repeat(plotColumn) + style.colors.dim(scale)];
}

function laneLines(
  lane: Lane,
  timeline: Timeline,
  begins: (ms: number) => string,
  style: Style,
): readonly Line[] {
  const marks = lane.marks ?? [];
  const label = printable(lane.label);
  const markLines = marks.length > linesPerLaneMax ? [] : marks.map((mark) => markLine(mark, begins));
  const [only] = lane.bars;
  if (lane.bars.length === 1 && only !== undefined && marks.length === 0) {
    return [
      { ...barLine(only, timeline, begins), label, note: barNote(only, timeline, only.label !== lane.label) },
    ];
  }
  if (lane.bars.length > linesPerLaneMax || lane.bars.length === 0) {
    const shownMarks = markLines.length > 0 ? [] : marks;
    const note =
      lane.bars.length > 0
        ? `${lane.bars.length} bars`
        : marks.length > linesPerLaneMax
          ? `${marks.length} marks`
          : '';
    return [{ label, begin: '', bars: lane.bars, marks: shownMarks, note }, ...markLines];
  }
  const heading: Line = {
    label,
    labelPaint: style.colors.bold,
    begin: '',
    bars: [],
    marks: markLines.length > 0 ? [] : marks,
    note: '',
  };
  return [heading, ...lane.bars.map((bar) => barLine(bar, timeline, begins)), ...markLines];
}

function barLine(bar: Bar, timeline: Timeline, begins: (ms: number) => string): Line {
  return {
    label: `  ${printable(bar.label)}`,
    begin: begins(bar.startMs),
    bars: [bar],
    marks: [],
    note: barNote(bar, timeline, false),
  };
}

function barNote(bar: Bar, timeline: Timeline, withLabel: boolean): string {
  const length = formatDuration((bar.endMs ?? timeline.endMs) - bar.startMs);
  const parts = [bar.endMs === null ? `${length} so far` : length];
  if (withLabel) parts.push(bar.label);
  if (bar.detail !== undefined) parts.push(bar.detail);
  return printable(parts.join(', '));
}

const markLine = (mark: Mark, begins: (ms: number) => string): Line => ({
  label: `  ${printable(mark.label)}`,
  begin: begins(mark.atMs),
  bars: [],
  marks: [mark],
  note: '',
});

/** The begin of the timeline at the left edge of the plot, its end at the right edge. */
function axis(timeline: Timeline, width: number): string {
  const start = formatDayAndMinute(timeline.startMs);
  const end = `${formatDayAndMinute(timeline.endMs)} UTC`;
  return start.length + end.length + 1 > width ? end : start + end.padStart(width - start.length);
}

interface PlotCell {
  left: boolean;
  right: boolean;
  mark: boolean;
  tone: Tone;
}

function plot(line: Line, timeline: Timeline, width: number, style: Style): string {
  const cells: PlotCell[] = Array.from({ length: width }, () => ({
    left: false,
    right: false,
    mark: false,
    tone: 'neutral',
  }));
  const spanMs = Math.max(1, timeline.endMs - timeline.startMs);
  const halfAt = (timeMs: number): number => ((timeMs - timeline.startMs) / spanMs) * width * 2;
  for (const bar of line.bars) {
    const from = Math.min(width * 2 - 1, Math.max(0, Math.floor(halfAt(bar.startMs))));
    // A bar that is too short for its scale still takes half a cell: it happened.
    const to = Math.max(from + 1, Math.min(width * 2, Math.round(halfAt(bar.endMs ?? timeline.endMs))));
    for (let half = from; half < to; half++) {
      const cell = cells[half >> 1];
      if (cell === undefined) continue;
      cell.tone = cell.left || cell.right ? toneWorst(cell.tone, bar.tone) : bar.tone;
      if (half % 2 === 0) cell.left = true;
      else cell.right = true;
    }
  }
  for (const mark of line.marks) {
    const cell = cells[Math.min(width - 1, Math.max(0, Math.floor(halfAt(mark.atMs) / 2)))];
    if (cell !== undefined) Object.assign(cell, { mark: true, tone: mark.tone });
  }
  return cells.map((cell) => drawCell(cell, style)).join('');
}

function drawCell(cell: PlotCell, style: Style): string {
  if (!cell.left && !cell.right && !cell.mark) return ' ';
  const paint = tonePaint(cell.tone, style.colors);
  if (cell.mark) return paint(style.unicode ? '◆' : '*');
  if (!style.unicode) return paint(cell.left && cell.right ? '=' : '-');
  return paint(cell.left && cell.right ? '█' : cell.left ? '▌' : '▐');
}
