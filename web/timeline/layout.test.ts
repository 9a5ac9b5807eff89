import { describe, expect, it } from 'vitest';
import type { Bar, Lane, Mark } from '../../src/investigations/finding.ts';
import { axisHeight, type BarBox, type Box, layoutTimeline, neighbour } from './layout.ts';

// A plot of exactly 1000 pixels for 1000 seconds: one pixel is one second. The lane label 'api' takes 19.2 + 12 pixels.
const labelWidth = 3 * 6.4 + 12;
const width = 1_000 + labelWidth + 8;
const bar = (label: string, startSec: number, endSec: number | null, rest: Partial<Bar> = {}): Bar => ({
  label,
  startMs: startSec * 1_000,
  endMs: endSec === null ? null : endSec * 1_000,
  tone: 'info',
  ...rest,
});
const mark = (label: string, atSec: number): Mark => ({ label, atMs: atSec * 1_000, tone: 'error' });
const laneOf = (bars: readonly Bar[], marks?: readonly Mark[]): Lane =>
  marks === undefined ? { label: 'api', bars } : { label: 'api', bars, marks };
const layout = (...lanes: readonly Lane[]) =>
  layoutTimeline({ title: 'Test', startMs: 0, endMs: 1_000_000, lanes }, width, 'utc');
const bars = (boxes: readonly Box[]): readonly BarBox[] => boxes.filter((box) => box.kind === 'bar');
/** Left and right edges in seconds, rounded. */
const edges = (boxes: readonly Box[]) =>
  bars(boxes).map(({ x, width: w }) => [Math.round(x - labelWidth), Math.round(x + w - labelWidth)]);

describe('bars', () => {
  it('lie to scale on one row when they follow each other', () => {
    const { boxes, height } = layout(laneOf([bar('PENDING', 0, 100), bar('RUNNING', 100, 900)]));
    expect(edges(boxes)).toEqual([
      [0, 100],
      [100, 900],
    ]);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    expect(height).toBe(axisHeight + 34);
  });

  it('go to the next row when they overlap in time', () => {
    const { boxes, lanes } = layout(laneOf([bar('a', 0, 500), bar('b', 200, 600), bar('c', 500, 700)]));
    const [a, b, c] = bars(boxes).toSorted((x, y) => x.label.localeCompare(y.label));
    expect(a?.y).toBe(c?.y);
    expect(b?.y).toBeGreaterThan(a?.y ?? 0);
    expect(lanes[0]?.height).toBe(2 * 24 + 10);
  });

  it('are seen however short, and do not hide one another', () => {
    const { boxes } = layout(laneOf([bar('a', 10, 10), bar('b', 10, 11), bar('c', 11, 500)]));
    expect(edges(boxes)).toEqual([
      [10, 13],
      [13, 16],
      [16, 500],
    ]);
  });

  it('end at the edge of the timeline, and say so when they are open', () => {
    const { boxes } = layout(laneOf([bar('old', -500, 200), bar('new', 800, null)]));
    expect(edges(boxes)).toEqual([
      [0, 200],
      [800, 1_000],
    ]);
    expect(bars(boxes).map(({ open }) => open)).toEqual([false, true]);
    expect(bars(boxes)[1]?.endMs).toBe(1_000_000);
  });

  it('keep a bar at the very end inside of the plot', () => {
    expect(edges(layout(laneOf([bar('late', 1_000, 1_000)])).boxes)).toEqual([[997, 1_000]]);
  });
});

describe('labels', () => {
  const textOf = (...all: readonly Bar[]) =>
    layout(laneOf(all)).boxes.map(({ text }) => text && [text.text, text.inside]);

  it('stand inside where there is room, with the duration', () => {
    expect(textOf(bar('RUNNING', 0, 600))).toEqual([['RUNNING · 10 min', true]]);
  });

  it('stand after a short bar, up to the next bar', () => {
    expect(textOf(bar('PENDING', 0, 30), bar('RUNNING', 300, 1_000))[0]).toEqual(['PENDING · 30 s', false]);
    expect(textOf(bar('PENDING', 0, 30), bar('RUNNING', 100, 1_000))[0]).toEqual(['PENDING', false]);
    expect(textOf(bar('PENDING', 0, 30), bar('RUNNING', 40, 1_000))[0]).toBeNull();
  });

  it('stand before a short bar at the end, if the text before leaves room', () => {
    expect(textOf(bar('a', 0, 20), bar('STOPPING', 990, 1_000))[1]).toEqual(['STOPPING · 10 s', false]);
    expect(textOf(bar('a', 760, 900), bar('STOPPING', 990, 1_000))[1]).toEqual(['STOPPING', false]);
    expect(textOf(bar('a', 800, 870), bar('STOPPING', 990, 1_000))[1]).toBeNull();
  });

  it('say how long an open bar has lasted, if anything is known of it', () => {
    expect(textOf(bar('RUNNING', 400, null))).toEqual([['RUNNING · 10 min so far', true]]);
    expect(textOf(bar('RUNNING', 1_000, null))).toEqual([['RUNNING · open', false]]);
  });

  it('do not repeat the name of the lane', () => {
    expect(textOf(bar('api', 0, 600))).toEqual([['10 min', true]]);
  });

  it('of lanes are cut in the middle', () => {
    const label = 'arn:aws:ecs:eu-central-1:123456789012:service/production/orders';
    const [lane] = layoutTimeline(
      { title: '', startMs: 0, endMs: 1, lanes: [{ label, bars: [] }] },
      600,
      'utc',
    ).lanes;
    expect(lane?.shown).toBe('arn:aws:ecs…tion/orders');
    expect(lane?.label).toBe(label);
  });
});

it('marks get a row of their own below the bars, with labels where they fit', () => {
  const { boxes } = layout(
    laneOf([bar('RUNNING', 0, 1_000)], [mark('OOM', 500), mark('OOM', 510), mark('stop', 990)]),
  );
  const marks = boxes.filter((box) => box.kind === 'mark');
  expect(marks.map(({ x }) => Math.round(x - labelWidth))).toEqual([500, 510, 990]);
  expect(marks[0]?.y).toBe((boxes[0]?.y ?? 0) + 24);
  expect(marks.map(({ text }) => text && [text.text, text.anchor])).toEqual([
    ['OOM', 'end'],
    ['OOM', 'start'],
    ['stop', 'end'],
  ]);
  const doubled = layout(laneOf([], [mark('OOM', 500), mark('stop', 502)])).boxes;
  expect(doubled.map(({ text }) => text?.text)).toEqual([undefined, 'stop']);
  const dense = layout(laneOf([], [mark('OOM', 500), mark('OOM', 510), mark('OOM', 520)])).boxes;
  expect(dense.map(({ text }) => text)).toEqual([null, null, null]);
});

it('arrow keys move within a lane and between lanes', () => {
  const { boxes } = layout(
    laneOf([bar('a', 0, 100), bar('b', 600, 700)]),
    laneOf([]),
    laneOf([bar('c', 50, 100), bar('d', 650, 700)]),
  );
  const at = (label: string): number => boxes.findIndex((box) => box.label === label);
  expect(neighbour(boxes, at('a'), 'ArrowRight')).toBe(at('b'));
  expect(neighbour(boxes, at('b'), 'ArrowRight')).toBe(at('b'));
  expect(neighbour(boxes, at('b'), 'ArrowDown')).toBe(at('d'));
  expect(neighbour(boxes, at('c'), 'ArrowUp')).toBe(at('a'));
  expect(neighbour(boxes, at('a'), 'ArrowUp')).toBe(at('a'));
  expect(neighbour(boxes, at('d'), 'Home')).toBe(at('c'));
});

it('a timeline without lanes is only an axis', () => {
  expect(layout().height).toBe(axisHeight);
});
