// Values packed into one text and taken out again.
import { describe, expect, it } from 'vitest';
import { emptyMark, packCells, separator, unpackCells, withCell } from './cells.ts';

describe('cells', () => {
  it.each([
    ['none', [], [undefined]],
    ['one', ['x'], ['x']],
    ['empty and missing', ['', undefined, 'y', ''], ['', undefined, 'y', '']],
  ])('come out as they went in: %s', (_, cells, expected) => {
    expect(unpackCells(packCells(cells, false))).toEqual(expected);
  });

  it.each([separator, emptyMark])(
    'are not packed when a value holds a character of the packing',
    (character) => {
      const cells = [`a${character}b`, undefined, character, ''];
      expect(unpackCells(packCells(cells, true))).toEqual(cells);
    },
  );

  it('are set wherever, packed or not', () => {
    const packed = withCell(packCells(['a'], false), 3, 'd');
    expect(unpackCells(packed)).toEqual(['a', undefined, undefined, 'd']);
    expect(unpackCells(withCell(packed, 1, ''))).toEqual(['a', '', undefined, 'd']);
    expect(withCell(['x'], 1, 'y')).toEqual(['x', 'y']);
  });
});
