// The account of an import in the four formats.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { ImportSummary } from '../capture/import-files.ts';
import { renderSummary } from './import.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 80 };
const clean: ImportSummary = { read: 1, stored: 1, duplicates: 0, rejected: 0, files: 1, rejections: [] };
const mixed: ImportSummary = {
  read: 1_234,
  stored: 1_200,
  duplicates: 32,
  rejected: 2,
  files: 3,
  rejections: [
    { file: 'a.json', line: 7, byteOffset: 99, reason: 'no detail-type' },
    { file: 'gone.json', line: null, byteOffset: null, reason: 'there is no such file' },
  ],
};

it('says little when all is well', () => {
  expect(renderSummary(clean, 80, 'table', style)).toBe('1 event recorded, from 1 file in 80 ms.\n');
});

it('names what was refused, and where', () => {
  expect(renderSummary(mixed, 1_500, 'table', style)).toBe(
    [
      '✗ a.json:7: no detail-type',
      '✗ gone.json: there is no such file',
      '1,200 events recorded, 32 known already, 2 refused, from 3 files in 1.5 s.',
      '',
    ].join('\n'),
  );
});

it('shows the first refusals and counts the rest', () => {
  const rejections = Array.from({ length: 12 }, (_, index) => ({
    file: 'a',
    line: index + 1,
    byteOffset: 0,
    reason: 'no',
  }));
  const text = renderSummary({ ...mixed, rejected: 5_000, rejections }, 1, 'table', style);
  expect(text.match(/^✗/gm)).toHaveLength(10);
  expect(text).toContain('and 4,990 more; --format ndjson lists the first thousand');
});

it('lets no control character of a file through', () => {
  const rejections = [{ file: 'a\u001b[2J', line: 1, byteOffset: 0, reason: 'bad\nnews' }];
  expect(renderSummary({ ...mixed, rejections }, 1, 'table', style)).toContain('✗ a[2J:1: bad news\n');
});

it('gives programs all of it', () => {
  expect(JSON.parse(renderSummary(mixed, 5, 'json', style))).toEqual({ ...mixed, durationMs: 5 });
  expect(renderSummary(mixed, 5, 'csv', style)).toBe(
    'file,line,byteOffset,reason\r\na.json,7,99,no detail-type\r\ngone.json,,,there is no such file\r\n',
  );
  expect(renderSummary(mixed, 5, 'ndjson', style).split('\n')).toHaveLength(3);
});
