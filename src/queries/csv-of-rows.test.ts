import { describe, expect, it } from 'vitest';
import { csvOfPages } from './csv-of-rows.ts';
import type { ResultRow } from './query.ts';

const columns = ['a', '@ptr', 'b'].map((name) => ({ name, kind: 'text' as const }));
const pages = (rows: readonly ResultRow[], asked: number[] = []) => ({
  columns,
  rowCount: rows.length,
  page: async (start: number, count: number) => {
    asked.push(start);
    return rows.slice(start, start + count);
  },
});

describe('the CSV of rows', () => {
  it('has a header, no pointers, and quotes where they are needed', async () => {
    expect(
      await csvOfPages(
        pages([
          ['1', 'p', null],
          ['x,y', 'p', '"'],
        ]),
      ),
    ).toBe('a,b\r\n1,\r\n"x,y",""""\r\n');
    expect(await csvOfPages(pages([]))).toBe('a,b\r\n');
  });

  it('is made of many parts', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => [String(index), null, 'x']);
    const lines = (await csvOfPages(pages(rows))).split('\r\n');
    expect([lines.length, lines[1], lines[2_500], lines[2_501]]).toEqual([2_502, '0,x', '2499,x', '']);
  });

  it('is refused before all of it is read when it is too large', async () => {
    const asked: number[] = [];
    const rows = Array.from({ length: 20_000 }, () => ['x'.repeat(2_000), null, '']);
    await expect(csvOfPages(pages(rows, asked))).rejects.toThrow(/more than 10485760 bytes \(10 MB\)/);
    expect(asked.length).toBe(6);
  });
});
