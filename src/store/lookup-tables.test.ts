// Lookup tables through the store: what is put comes out again, as rows and as CSV, also after closing and opening.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import { lookupTableBytesMax, lookupTableColumnsMax, lookupTablesMax } from '../limits.ts';
import { LookupTableExists, LookupTableMissing, TooManyLookupTables } from './lookup-table.ts';
import { type OpenStore, openStore } from './open-store.ts';

let dataDir: string;
let open: OpenStore;
let nowMs: number;

const reopen = async (): Promise<void> => {
  await open.store.close();
  open = await openStore({ dataDir, clock: () => nowMs });
};

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-lookup-`);
  nowMs = 1_000;
  open = await openStore({ dataDir, clock: () => nowMs });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const select = async (text: string) =>
  (await open.engine.run({ text, parameters: [], constants: {}, columns: [] })).rows;

/** The rows as a query would join them. */
async function rowsOf(name: string) {
  const table = open.store.lookupTable(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  const columns = table.columns.map(({ column }) => quoteIdentifier(column)).join(', ');
  const order = quoteIdentifier(table.orderColumn);
  return select(`SELECT ${columns} FROM ${quoteIdentifier(table.table)} ORDER BY ${order}`);
}

const physicalTables = async () =>
  (
    await select(
      `SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'lookup%' AND table_name <> 'lookup_tables'`,
    )
  ).length;

describe('a lookup table', () => {
  it('keeps rows, columns and CSV, and knows its size, also after a restart', async () => {
    const mark = '\ufeff';
    const body = 'id,Name,name\r\n1,"a, b",x\r\n2,,"é"\r\n';
    const created = await open.store.createLookupTable('users', {
      body: mark + body,
      description: 'who is who',
    });
    expect(created).toMatchObject({
      name: 'users',
      description: 'who is who',
      records: 2,
      sizeBytes: body.length + 1,
      createdMs: 1_000,
      updatedMs: 1_000,
    });
    expect(created.columns.map(({ name }) => name)).toEqual(['id', 'Name', 'name']);
    for (const when of ['now', 'later']) {
      if (when === 'later') await reopen();
      expect(open.store.lookupTable('users')).toEqual(created);
      expect(await open.store.lookupTableBody('users')).toBe(body);
      // An empty cell is null.
      expect(await rowsOf('users')).toEqual([
        ['1', 'a, b', 'x'],
        ['2', null, 'é'],
      ]);
    }
  });

  it('takes any column name', async () => {
    const names = ['rowid', 'row', 'select', 'a"b', 'with space', '@timestamp', "it's", 'x.y'];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    await open.store.createLookupTable('odd', { body: `${header}\n${names.map((_, i) => i).join(',')}` });
    expect(await rowsOf('odd')).toEqual([names.map((_, i) => String(i))]);
  });

  it('keeps the order of many rows', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `${i % 7},${i}`);
    await open.store.createLookupTable('many', { body: `k,v\n${lines.join('\n')}` });
    const rows = await rowsOf('many');
    expect(rows).toHaveLength(10_000);
    expect(rows.map(([, value]) => value)).toEqual(lines.map((line) => line.split(',')[1]));
  });

  it('is replaced as a whole; the description stays unless another is given', async () => {
    const first = await open.store.createLookupTable('t', { body: 'a\n1', description: 'one' });
    nowMs = 2_000;
    const second = await open.store.updateLookupTable('t', { body: 'b,c\n2,3\n4,5' });
    expect(second).toMatchObject({ description: 'one', records: 2, createdMs: 1_000, updatedMs: 2_000 });
    expect(second.table).not.toBe(first.table);
    expect(await rowsOf('t')).toEqual([
      ['2', '3'],
      ['4', '5'],
    ]);
    // A query that was compiled before the update still finds its rows; the next change drops them.
    expect(await select(`SELECT c1 FROM ${first.table}`)).toEqual([['1']]);
    await open.store.updateLookupTable('t', { body: 'd\n6', description: 'two' });
    expect(open.store.lookupTable('t')?.description).toBe('two');
    expect(await physicalTables()).toBe(2);
    await reopen();
    await open.store.createLookupTable('u', { body: 'a' });
    expect(await physicalTables()).toBe(2);
    expect(await rowsOf('t')).toEqual([['6']]);
  });

  it('goes when it is deleted', async () => {
    await open.store.createLookupTable('t', { body: 'a\n1' });
    await open.store.deleteLookupTable('t');
    expect(open.store.lookupTables()).toEqual([]);
    await reopen();
    expect(open.store.lookupTable('t')).toBeUndefined();
    await open.store.createLookupTable('t', { body: 'b\n2' });
    expect(await rowsOf('t')).toEqual([['2']]);
    expect(await physicalTables()).toBe(1);
  });

  it('is listed by name', async () => {
    for (const name of ['b', 'A', 'a']) await open.store.createLookupTable(name, { body: 'x' });
    expect(open.store.lookupTables().map(({ name }) => name)).toEqual(['A', 'a', 'b']);
  });
});

describe('what is refused', () => {
  it.each([
    ['my-table', 'a', /1 to 256 letters, digits and underscores; 'my-table' does not/],
    ['', 'a', /1 to 256 letters/],
    ['t', '', /^Line 1 of the CSV: There is no header line\.$/],
    ['t', 'a,,b', /^Line 1 of the CSV: Column 2 has no name\.$/],
    ['t', 'a,b,a', /^Line 1 of the CSV: The column 'a' is there twice\.$/],
    ['t', 'a\n"1', /^Line 2 of the CSV: A quote is never closed\.$/],
    [
      't',
      'a\n'.padEnd(lookupTableBytesMax + 1, 'x'),
      /^The CSV has 10485761 bytes; 10485760 \(10 MB\) are allowed\.$/,
    ],
    [
      't',
      Array.from({ length: lookupTableColumnsMax + 1 }, (_, i) => `c${i}`).join(','),
      /^Line 1 .* 501 columns; 500/,
    ],
  ])('%j with %.20j', async (name, body, message) => {
    await expect(open.store.createLookupTable(name, { body })).rejects.toThrow(message);
    expect(open.store.lookupTables()).toEqual([]);
  });

  it('a description that is too long', async () => {
    const content = { body: 'a', description: 'x'.repeat(1_025) };
    await expect(open.store.createLookupTable('t', content)).rejects.toThrow('more than 1024 characters');
  });

  it('a name twice, and a name that is not there', async () => {
    await open.store.createLookupTable('t', { body: 'a' });
    await expect(open.store.createLookupTable('t', { body: 'b' })).rejects.toThrow(LookupTableExists);
    await expect(open.store.updateLookupTable('u', { body: 'b' })).rejects.toThrow(LookupTableMissing);
    await expect(open.store.deleteLookupTable('u')).rejects.toThrow(LookupTableMissing);
    await expect(open.store.lookupTableBody('u')).rejects.toThrow(LookupTableMissing);
    expect(open.store.lookupTable('t')?.columns.map(({ name }) => name)).toEqual(['a']);
  });

  it('of two at once the second', async () => {
    const [one, other] = await Promise.allSettled(
      ['a', 'b'].map((body) => open.store.createLookupTable('t', { body })),
    );
    expect([one?.status, other?.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('one more than there may be', async () => {
    for (let i = 0; i < lookupTablesMax; i++) await open.store.createLookupTable(`t${i}`, { body: 'a' });
    await expect(open.store.createLookupTable('more', { body: 'a' })).rejects.toThrow(TooManyLookupTables);
    await open.store.updateLookupTable('t0', { body: 'b' });
  });

  it('a wrong update leaves the table as it was', async () => {
    await open.store.createLookupTable('t', { body: 'a\n1' });
    await expect(open.store.updateLookupTable('t', { body: 'a,a' })).rejects.toThrow('twice');
    expect(await rowsOf('t')).toEqual([['1']]);
  });
});
