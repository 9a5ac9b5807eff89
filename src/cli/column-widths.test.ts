// How columns share a screen, with hand-counted widths.
import { describe, expect, it } from 'vitest';
import { type ColumnNeed, fitWidths, layOut, leadingCount } from './column-widths.ts';

const soft = (natural: number): ColumnNeed => ({ natural, whole: false });
const whole = (natural: number): ColumnNeed => ({ natural, whole: true });

describe('widths', () => {
  it.each([
    ['all fit', [5, 10, 20], 40, [5, 10, 20]],
    ['the widest gives way', [5, 10, 200], 60, [5, 10, 45]],
    ['two wide ones share', [5, 100, 200], 60, [5, 28, 27]],
    ['no screen', [5, 100, 2000], Number.POSITIVE_INFINITY, [5, 100, 2000]],
    ['too narrow', [50, 50, 50, 50, 50], 40, undefined],
    ['nothing to share', [], 0, []],
    ['no room', [5], -1, undefined],
  ])('%s', (_, naturals, room, expected) => expect(fitWidths(naturals, room)).toEqual(expected));
});

const widthsOf = (needs: readonly ColumnNeed[], width: number) =>
  layOut(needs, width)?.inline.map((column) => column.width);

describe('layout', () => {
  it('keeps whole columns whole', () => {
    expect(widthsOf([whole(19), soft(30)], 32)).toEqual([19, 11]);
  });

  it('puts the longest texts below the row before names become unreadable', () => {
    // 15 + 2 + 38 + 2 + 19 = 76; the prose of 120 would leave 20 cells for the name of 38.
    const needs = [soft(15), soft(38), whole(19), soft(120)];
    expect(layOut(needs, 80)).toEqual({
      inline: [
        { index: 0, width: 15 },
        { index: 1, width: 38 },
        { index: 2, width: 19 },
      ],
      below: [3],
    });
    expect(layOut(needs, 102)?.below).toEqual([]);
  });

  it('never puts the name of the row below it', () => {
    expect(layOut([soft(200), soft(40), soft(40)], 50)).toEqual({
      inline: [{ index: 0, width: 50 }],
      below: [1, 2],
    });
  });

  it('puts no more than three below, and squeezes when that does not help', () => {
    const columns = (count: number) => Array.from({ length: count }, () => soft(60));
    expect(layOut(columns(6), 110)?.below).toEqual([1, 2, 3]);
    expect(widthsOf(columns(6), 110)).toEqual([36, 35, 35]);
    expect(layOut(columns(10), 110)?.below).toEqual([1, 2, 3]);
    expect(widthsOf(columns(10), 110)).toEqual([14, 14, 14, 14, 14, 14, 14]);
  });

  it('squeezes names rather than put them below', () => {
    expect(layOut([soft(30), soft(30), soft(30)], 40)?.below).toEqual([]);
  });

  it('gives up when not even that fits', () => {
    expect(
      layOut(
        Array.from({ length: 20 }, () => soft(60)),
        110,
      ),
    ).toBeUndefined();
  });
});

it('counts the leading columns that fit comfortably', () => {
  const needs = [soft(20), soft(25), soft(40)];
  expect([95, 64, 63, 30].map((width) => leadingCount(needs, width))).toEqual([3, 3, 2, 1]);
});
