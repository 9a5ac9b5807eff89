// A timeline in characters: one line per bar and mark while there are few, else one line per lane, drawn to scale in half
// cells, with begins and lengths in words. What stands in a line is decided here; how cells are drawn is plot.ts.

import type { Bar, Lane, Mark, Timeline } from '../investigations/finding.ts';
import { formatDuration } from '../investigations/wording.ts';
import { cut, displayWidth, pad, printable } from './cell-text.ts';
import { drawPlot, type PlotLine } from './plot.ts';
import { formatClock, formatDay, formatDayAndMinute } from './quantities.ts';
import type { Paint } from './render-table.ts';
import type { Style } from './terminal.ts';

const labelWidthMax = 30;
const plotWidthMin = 16;
/** Without a screen a timeline is drawn for a page of this width. */
const defaultColumns = 110;
const dayMs = 86_400_000;
const linesMaxDefault = 30;

interface Line extends PlotLine {
  readonly label: string;
  readonly labelPaint?: Paint;
  readonly begin: string;
  readonly note: string;
}

export interface TimelineOptions {
  readonly indent?: string;
  /** With more bars and marks than this, every lane becomes one line. */
  readonly linesMax?: number;
}

/** Lines without trailing line breaks: the title and the scale, then the lanes. Nothing for a timeline without lanes. */
export function renderTimeline(
  timeline: Timeline,
  style: Style,
  options: TimelineOptions = {},
): readonly string[] {
  const { indent = '  ', linesMax = linesMaxDefault } = options;
  const detailed = timeline.lanes.flatMap((lane) => detailedLines(lane, timeline, style));
  const lines =
    detailed.length <= linesMax ? detailed : timeline.lanes.map((lane) => laneLine(lane, timeline));
  if (lines.length === 0) return [];
  const columns = style.columns ?? defaultColumns;
  const labelWidth = widest(
    lines.map(({ label }) => label),
    labelWidthMax,
  );
  const beginWidth = widest(
    lines.map(({ begin }) => begin),
    columns,
  );
  const noteWidth = widest(
    lines.map(({ note }) => note),
    Math.floor(columns * 0.3),
  );
  const plotWidth = Math.max(plotWidthMin, columns - indent.length - labelWidth - beginWidth - noteWidth - 6);
  const plotColumn = indent.length + labelWidth + beginWidth + 4;
  const ellipsis = style.unicode ? '…' : '...';
  const drawn = lines.map((line) => {
    const label = pad(cut(line.label, labelWidth, ellipsis), labelWidth);
    const begin = style.colors.dim(pad(line.begin, beginWidth, 'right'));
    const plot = drawPlot(line, timeline, plotWidth, style);
    return `${indent}${line.labelPaint?.(label) ?? label}  ${begin}  ${plot}  ${cut(line.note, noteWidth, ellipsis)}`.trimEnd();
  });
  return [...titleLines(printable(timeline.title), plotColumn, scale(timeline, plotWidth), style), ...drawn];
}

const widest = (texts: readonly string[], most: number): number =>
  Math.min(most, Math.max(...texts.map(displayWidth)));

/** The title and the scale, on one line where the title leaves room. */
function titleLines(title: string, plotColumn: number, scaleText: string, style: Style): readonly string[] {
  const titleWidth = displayWidth(title);
  return titleWidth < plotColumn
    ? [style.colors.bold(title) + ' '.repeat(plotColumn - titleWidth) + style.colors.dim(scaleText)]
    : [style.colors.bold(title), ' '.repeat(plotColumn) + style.colors.dim(scaleText)];
}

/** The begin of the timeline at the left edge of the plot, its end at the right, in the longest form that fits. */
function scale({ startMs, endMs }: Timeline, width: number): string {
  const sameDay = Math.floor(startMs / dayMs) === Math.floor(endMs / dayMs);
  const minute = sameDay ? (timeMs: number) => formatClock(timeMs).slice(0, 5) : formatDayAndMinute;
  const candidates = [
    [formatDayAndMinute(startMs), `${minute(endMs)} UTC`],
    sameDay ? [minute(startMs), `${minute(endMs)} UTC`] : [formatDay(startMs), formatDay(endMs)],
  ];
  const fitting = candidates.find(([start = '', end = '']) => start.length + end.length < width);
  const [start = '', end = ''] = fitting ?? ['', `${minute(endMs)} UTC`];
  return start + end.padStart(width - start.length);
}

/** A lane of one thing is one line; of several, a heading and a line for each. */
function detailedLines(lane: Lane, timeline: Timeline, style: Style): readonly Line[] {
  const marks = lane.marks ?? [];
  if (lane.bars.length + marks.length <= 1) return [laneLine(lane, timeline)];
  const heading: Line = {
    label: printable(lane.label),
    labelPaint: style.colors.bold,
    begin: '',
    bars: [],
    marks: [],
    note: '',
  };
  return [
    heading,
    ...lane.bars.map((bar) => barLine(bar, `  ${bar.label}`, timeline)),
    ...marks.map((mark) => markLine(mark, `  ${mark.label}`, timeline)),
  ];
}

/** Everything of a lane in one line; the note names what cannot be told apart in it. */
function laneLine(lane: Lane, timeline: Timeline): Line {
  const marks = lane.marks ?? [];
  const [bar] = lane.bars;
  const [mark] = marks;
  if (lane.bars.length + marks.length === 1) {
    if (bar !== undefined) return barLine(bar, lane.label, timeline);
    if (mark !== undefined) return markLine(mark, lane.label, timeline);
  }
  const labels = lane.bars.map(({ label }) => printable(label));
  const names = labels.filter((label, index) => label !== labels[index - 1]).join(', ');
  const note = lane.bars.length === 0 ? (marks.length === 0 ? '' : `${marks.length} times`) : names;
  return { label: printable(lane.label), begin: '', bars: lane.bars, marks, note };
}

function barLine(bar: Bar, label: string, timeline: Timeline): Line {
  return {
    label: label.startsWith('  ') ? `  ${printable(label.trim())}` : printable(label),
    begin: beginOf(bar.startMs, timeline),
    bars: [bar],
    marks: [],
    note: printable(barNote(bar, label, timeline)),
  };
}

const saysDuration = /\d ?(ms|s|min|h|d)\b/;

/** How long, what, and the detail, without saying anything twice. */
function barNote(bar: Bar, label: string, timeline: Timeline): string {
  const lengthMs = (bar.endMs ?? timeline.endMs) - bar.startMs;
  const length = bar.endMs === null ? openLength(lengthMs) : formatDuration(lengthMs);
  const detail = bar.detail ?? '';
  const named = label.includes(bar.label) || detail.includes(bar.label);
  return [saysDuration.test(detail) ? '' : length, named ? '' : bar.label, detail]
    .filter((part) => part !== '')
    .join(', ');
}

const openLength = (lengthMs: number): string =>
  lengthMs > 0 ? `${formatDuration(lengthMs)} so far` : 'open';

function markLine(mark: Mark, label: string, timeline: Timeline): Line {
  return {
    label: label.startsWith('  ') ? `  ${printable(label.trim())}` : printable(label),
    begin: beginOf(mark.atMs, timeline),
    bars: [],
    marks: [mark],
    note: label.includes(mark.label) ? '' : printable(mark.label),
  };
}

/** With the day where the timeline has several. */
function beginOf(timeMs: number, { startMs, endMs }: Timeline): string {
  return endMs - startMs < dayMs ? formatClock(timeMs) : formatDayAndMinute(timeMs);
}
