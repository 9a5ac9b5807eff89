// Paths become column names that DuckDB takes for different ones.
import { describe, expect, it } from 'vitest';
import { ColumnNames } from './column-names.ts';

describe('ColumnNames', () => {
  it.each([
    ['detail.lastStatus', 'detail.lastStatus'],
    ['detail-type', 'detail-type'],
    ['a "quoted" name', 'a "quoted" name'],
    ['rowid', 'rowid~2'],
    ['@MESSAGE', '@MESSAGE~2'],
    ['@contentKey', '@contentKey~2'],
    ['', '_'],
    ['a\0b\nc', 'a_b_c'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j -> %j', (path, name) => expect(new ColumnNames().choose(path)).toBe(name));

  it('keeps apart what differs by case only, or by what a name cannot hold', () => {
    const names = new ColumnNames(['Status']);
    expect([names.choose('status'), names.choose('STATUS'), names.choose('a\0'), names.choose('a_')]).toEqual(
      ['status~2', 'STATUS~3', 'a_', 'a_~2'],
    );
  });
});
