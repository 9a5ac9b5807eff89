// Turns a timeline (lanes of bars and marks) into boxes with pixels: what goes where, which label fits. Pure, so that it
// is tested without a browser; timeline.tsx only draws what comes out.

import type { Bar, Lane, Mark, Timeline, Tone } from '../../src/investigations/finding.ts';
import { fitText, textPx } from '../charts/fit-text.ts';
import { type TimeAxis, timeAxis } from '../charts/time-axis.ts';
import { formatDuration } from '../format/quantities.ts';
import { shortTaskIds } from '../format/task-id.ts';
import type { Zone } from '../format/time.ts';

export const axisHeight = 28;
export const rowHeight = 24;
const barHeight = 18;
const lanePadding = 5;
const labelGap = 12;
const labelWidthMax = 320;
const labelPadding = 6;
/** A bar that is too short for its scale still takes this much: it happened. */
const barWidthMin = 3;
const markRadius = 5;
/** Room for a mark at the very end. */
const plotPaddingRight = 8;

/** A label beside or inside of its box. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly inside: boolean;
  /** Which end of the text stands at `x`. */
  readonly anchor: 'start' | 'end';
}

interface Placed {
  /** Position among all items, for keyboard focus. */
  readonly index: number;
  readonly lane: number;
  readonly tone: Tone;
  readonly label: string;
  readonly x: number;
  /** Middle of the box. */
  readonly y: number;
  readonly text: PlacedText | null;
}
export interface BarBox extends Placed {
  readonly kind: 'bar';
  readonly width: number;
  readonly height: number;
  /** Still going on at the end of the timeline. */
  readonly open: boolean;
  readonly startMs: number;
  readonly endMs: number;
  readonly detail: string | undefined;
}
export interface MarkBox extends Placed {
  readonly kind: 'mark';
  readonly radius: number;
  readonly atMs: number;
}
export type Box = BarBox | MarkBox;

export interface LaneBox {
  readonly label: string;
  /** The label, cut to the room it has. */
  readonly shown: string;
  readonly y: number;
  readonly height: number;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly axis: TimeAxis;
  readonly lanes: readonly LaneBox[];
  readonly boxes: readonly Box[];
}

/** Lays a timeline out for a drawing of `width` pixels. */
export function layoutTimeline(timeline: Timeline, width: number, zone: Zone): TimelineLayout {
  const labelWidth = Math.min(labelWidthMax, width / 4, widestLabel(timeline.lanes));
  const axis = timeAxis(timeline, labelWidth + labelGap, width - plotPaddingRight, zone);
  const lanes: LaneBox[] = [];
  const boxes: Box[] = [];
  let y = axisHeight;
  for (const [lane, { label, bars, marks = [] }] of timeline.lanes.entries()) {
    const rows = packRows(bars);
    const rowCount = Math.max(1, rows.length + (marks.length > 0 ? 1 : 0));
    const height = rowCount * rowHeight + 2 * lanePadding;
    const rowY = (row: number): number => y + lanePadding + (row + 0.5) * rowHeight;
    const place = { lane, laneLabel: label, axis, timelineEndMs: timeline.endMs };
    for (const [row, rowBars] of rows.entries())
      boxes.push(...placeBars(rowBars, { ...place, y: rowY(row) }));
    boxes.push(...placeMarks(marks, { ...place, y: rowY(rows.length) }));
    lanes.push({ label, shown: fitText(label, labelWidth), y, height });
    y += height;
  }
  return { width, height: y, axis, lanes, boxes: boxes.map((box, index) => ({ ...box, index })) };
}

const widestLabel = (lanes: readonly Lane[]): number =>
  Math.max(0, ...lanes.map(({ label }) => textPx(label)));

/** Bars that overlap in time go to different rows, each to the first row with room. */
function packRows(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const rows: Bar[][] = [];
  for (const bar of bars.toSorted((a, b) => a.startMs - b.startMs)) {
    const row = rows.find((taken) => endOf(taken.at(-1)) <= bar.startMs);
    if (row === undefined) rows.push([bar]);
    else row.push(bar);
  }
  return rows;
}

const endOf = (bar: Bar | undefined): number =>
  bar === undefined ? Number.NEGATIVE_INFINITY : (bar.endMs ?? Number.POSITIVE_INFINITY);

interface Place {
  readonly lane: number;
  readonly laneLabel: string;
  readonly axis: TimeAxis;
  readonly timelineEndMs: number;
  readonly y: number;
}

/** Bars of one row, left to right. A bar that was widened to be seen pushes the next one, so that none hides another. */
function placeBars(
  bars: readonly Bar[],
  { lane, laneLabel, axis, timelineEndMs, y }: Place,
): readonly BarBox[] {
  const clamp = (x: number): number => Math.min(axis.right, Math.max(axis.left, x));
  const spans: Span[] = [];
  let taken = axis.left;
  for (const bar of bars) {
    const left = Math.min(Math.max(clamp(axis.x(bar.startMs)), taken), axis.right - barWidthMin);
    const right = Math.max(clamp(axis.x(bar.endMs ?? timelineEndMs)), left + barWidthMin);
    spans.push({ left, right });
    taken = right;
  }
  const durations = bars.map((bar) => durationText(bar, timelineEndMs));
  const labels = bars.map((bar, at) => barTexts(bar.label, laneLabel, durations[at] ?? ''));
  const texts = placeTexts(spans, labels, axis);
  return bars.map((bar, at) => {
    const { left, right } = spans[at] ?? { left: axis.left, right: axis.right };
    return {
      kind: 'bar',
      index: 0,
      lane,
      tone: bar.tone,
      label: bar.label,
      x: left,
      y,
      width: right - left,
      height: barHeight,
      open: bar.endMs === null,
      startMs: bar.startMs,
      endMs: bar.endMs ?? timelineEndMs,
      detail: bar.detail,
      text: texts[at] ?? null,
    };
  });
}

/** `3 h`, `3 h so far`; of a bar that begins where the timeline ends nothing is known but that it is open. */
function durationText({ startMs, endMs }: Bar, timelineEndMs: number): string {
  if (endMs !== null) return formatDuration(endMs - startMs);
  return timelineEndMs <= startMs ? 'open' : `${formatDuration(timelineEndMs - startMs)} so far`;
}

/** What a bar may say, best first: a lane that is named like its only bar does not repeat the name. */
function barTexts(label: string, laneLabel: string, duration: string): readonly string[] {
  const short = shortTaskIds(label);
  return label === laneLabel ? [duration] : [`${short} · ${duration}`, short, duration];
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * Labels of marks come all or none: some of many would look as if the others had nothing to say. A mark that the next one
 * covers needs no label: what is seen is the next one.
 */
function allOrNone(
  texts: readonly (PlacedText | null)[],
  spans: readonly Span[],
): readonly (PlacedText | null)[] {
  const covered = (at: number): boolean =>
    (spans[at + 1]?.left ?? Number.POSITIVE_INFINITY) < (spans[at]?.right ?? 0);
  const complete = texts.every((text, at) => text !== null || covered(at));
  return texts.map((text, at) => (complete && !covered(at) ? text : null));
}

/** A text for each box of a row, left to right: each takes the room that the boxes and the texts before it leave. */
function placeTexts(
  spans: readonly Span[],
  candidates: readonly (readonly string[])[],
  axis: TimeAxis,
): readonly (PlacedText | null)[] {
  let taken = axis.left;
  return spans.map((span, at) => {
    const next = spans[at + 1]?.left ?? axis.right;
    const text = placeText(candidates[at] ?? [], span, { left: taken, right: next });
    taken = text === null || text.inside || text.anchor === 'end' ? span.right : text.x + textPx(text.text);
    return text;
  });
}

/** The first text that fits: rather inside of the box than after it, rather after than before; null when none does. */
function placeText(texts: readonly string[], { left, right }: Span, free: Span): PlacedText | null {
  for (const text of texts) {
    const px = textPx(text) + 2 * labelPadding;
    if (px <= right - left) return { text, x: left + labelPadding, inside: true, anchor: 'start' };
    if (px <= free.right - right) return { text, x: right + labelPadding, inside: false, anchor: 'start' };
    if (px <= left - free.left) return { text, x: left - labelPadding, inside: false, anchor: 'end' };
  }
  return null;
}

function placeMarks(marks: readonly Mark[], { lane, axis, y }: Place): readonly MarkBox[] {
  const sorted = marks.toSorted((a, b) => a.atMs - b.atMs);
  const xs = sorted.map(({ atMs }) => Math.min(axis.right, Math.max(axis.left, axis.x(atMs))));
  const spans = xs.map((x) => ({ left: x - markRadius, right: x + markRadius }));
  const labels = sorted.map(({ label }) => [shortTaskIds(label)]);
  const texts = allOrNone(placeTexts(spans, labels, axis), spans);
  return sorted.map(({ label, atMs, tone }, at) => ({
    kind: 'mark',
    index: 0,
    lane,
    tone,
    label,
    x: xs[at] ?? axis.left,
    y,
    radius: markRadius,
    atMs,
    text: texts[at] ?? null,
  }));
}

/** The box that an arrow key leads to: left and right within the lane, up and down to the nearest in the next lane. */
export function neighbour(boxes: readonly Box[], from: number, key: string): number {
  const current = boxes[from];
  if (current === undefined) return 0;
  const inLane = boxes.filter(({ lane }) => lane === current.lane).toSorted((a, b) => a.x - b.x || a.y - b.y);
  const at = inLane.indexOf(current);
  switch (key) {
    case 'ArrowLeft':
      return (inLane[at - 1] ?? current).index;
    case 'ArrowRight':
      return (inLane[at + 1] ?? current).index;
    case 'ArrowUp':
      return nearest(boxes, current, -1).index;
    case 'ArrowDown':
      return nearest(boxes, current, 1).index;
    case 'Home':
      return (inLane[0] ?? current).index;
    case 'End':
      return (inLane.at(-1) ?? current).index;
    default:
      return from;
  }
}

function nearest(boxes: readonly Box[], current: Box, step: 1 | -1): Box {
  const beyond = boxes.filter(({ lane }) => (lane - current.lane) * step > 0);
  const lane =
    step === 1 ? Math.min(...beyond.map((box) => box.lane)) : Math.max(...beyond.map((box) => box.lane));
  const [first = current, ...rest] = beyond.filter((box) => box.lane === lane);
  return rest.reduce(
    (best, box) => (Math.abs(box.x - current.x) < Math.abs(best.x - current.x) ? box : best),
    first,
  );
}
