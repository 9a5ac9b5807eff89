// How bars and marks fall on the character grid, by hand-checked positions.
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Bar, Lane, Tone } from '../investigations/finding.ts';
import { renderTimeline } from './render-timeline.ts';
import type { Style } from './terminal.ts';

const hour = 3_600_000;
const style = (columns: number, unicode = true): Style => ({ colors: createColors(false), unicode, columns });
const bar = (startH: number, endH: number | null, label = 'a', tone: Tone = 'ok'): Bar => ({
  label,
  startMs: startH * hour,
  endMs: endH === null ? null : endH * hour,
  tone,
});
const draw = (lanes: readonly Lane[], columns = 58, unicode = true) =>
  renderTimeline({ title: 'T', startMs: 0, endMs: 10 * hour, lanes }, style(columns, unicode));

/** What is between the begin and the note of a line: the plot. */
const plotOf = (line: string | undefined) =>
  /\d\d:\d\d:\d\d {2}(.*?)( {2}\d.*)?$/.exec(line ?? '')?.[1]?.trimEnd();

describe('one bar in a lane', () => {
  it('is one line with its begin and its length', () => {
    const [scale, line] = draw([{ label: 'api', bars: [bar(0, 10, 'api')] }]);
    expect(scale).toMatch(/^T +01-01 00:00 +10:00 UTC$/);
    expect(line).toBe(`  api  00:00:00  ${'█'.repeat(35)}  10 h`);
  });

  it.each([
    ['the first half', 0, 5, `${'█'.repeat(17)}▌`],
    ['the second half', 5, 10, `${' '.repeat(17)}▐${'█'.repeat(17)}`],
    ['a moment at the begin', 0, 0, '▌'],
    ['a moment at the end', 10, 10, `${' '.repeat(34)}▐`],
    ['before the timeline', -5, 5, `${'█'.repeat(17)}▌`],
  ])('%s', (_, from, to, expected) => {
    // The note is padded to a fixed width by a second lane, so that every plot is 35 cells wide.
    const lines = draw([
      { label: 'api', bars: [bar(from, to, 'api')] },
      { label: 'all', bars: [bar(0, 10, 'all')] },
    ]);
    expect(plotOf(lines[1])?.length).toBeLessThanOrEqual(35);
    expect(plotOf(lines[1])).toBe(expected);
  });

  it('that is still open reaches the end and says so', () => {
    const lines = draw([{ label: 'api', bars: [bar(5, null, 'api')] }]);
    expect(lines[1]).toMatch(/█ {2}5 h so far$/);
  });

  it('names the bar where the lane does not', () => {
    expect(draw([{ label: 'rev 7', bars: [bar(0, 10, 'failed')] }])[1]).toMatch(/10 h, failed$/);
  });
});

it('gives every bar of a lane its own line below the name of the lane', () => {
  const lines = draw([{ label: 'checkout', bars: [bar(0, 5, 'first'), bar(5, 10, 'second')] }]);
  expect(lines.slice(1).map((line) => line.slice(0, 10).trimEnd())).toEqual([
    '  checkout',
    '    first',
    '    second',
  ]);
});

it('draws every lane as one line when they hold too much, with two fillings in turn', () => {
  const bars = Array.from({ length: 31 }, (_, index) =>
    bar(index / 4, index / 4, index < 20 ? '1.0' : '1.1'),
  );
  const lines = draw([
    { label: 'agent', bars: [bar(0, 4, '1.0'), bar(4, 10, '1.1')] },
    { label: 'stops', bars },
  ]);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^ {2}agent +█+▓+ {2}1\.0, 1\.1$/);
  expect(lines[2]).toMatch(/1\.0, 1\.1$/);
});

it('puts a mark where it happened', () => {
  const [, line] = draw([
    { label: 'x', bars: [], marks: [{ label: 'stop', atMs: 10 * hour, tone: 'error' }] },
  ]);
  expect(line).toMatch(/^ {2}x {2}10:00:00 {2} {35,}◆ {2}stop$/);
});

it('says nothing twice', () => {
  const detailed = (detail: string) => draw([{ label: 'api', bars: [{ ...bar(0, 10, 'done'), detail }] }])[1];
  expect(detailed('exit 0')).toMatch(/█ {2}10 h, done, exit…$/);
  expect(detailed('done after 10 h')).toMatch(/█ {2}done after 10 h$/);
});

it('leaves the begin of the scale out rather than let it run into the end', () => {
  const [scale] = draw([{ label: 'a long label', bars: [bar(0, 10, 'a long label')] }], 44);
  expect(scale).toMatch(/^T +00:00 +10:00 UTC$/);
});

it('needs no block characters', () => {
  expect(draw([{ label: 'api', bars: [bar(0, 5, 'api')] }], 58, false)[1]).toMatch(/ {2}=+-? +5 h$/);
});

it('draws nothing without lanes', () => {
  expect(draw([])).toEqual([]);
});
