// What is recorded, in the four formats.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { StatusReport } from './backend.ts';
import { renderStatus } from './status.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 120 };
const day = Date.UTC(2026, 10, 20);
const report: StatusReport = {
  place: '/data',
  dataDir: '/data',
  version: '1.2.3',
  diskBytes: 3_000_000,
  rejectedKept: 0,
  logGroups: [
    {
      name: '/a',
      createdMs: 0,
      events: 10_000,
      bytes: 28_000_000,
      firstEventMs: day,
      lastEventMs: day + 500,
      lastIngestionMs: day,
    },
    {
      name: '/b',
      createdMs: 0,
      events: 0,
      bytes: 0,
      firstEventMs: null,
      lastEventMs: null,
      lastIngestionMs: null,
    },
  ],
};

it('is a sentence and a table', () => {
  expect(renderStatus(report, 'table', style)).toBe(
    [
      'Shiplog 1.2.3, /data',
      '10,000 events in 2 log groups, 3 MB on disk (300 bytes per event).',
      '',
      'log group  events   size  first event (UTC)    last event (UTC)',
      '/a         10,000  28 MB  2026-11-20 00:00:00  2026-11-20 00:00:00',
      '/b              0    0 B',
      '',
    ].join('\n'),
  );
});

it('is everything for programs', () => {
  expect(JSON.parse(renderStatus(report, 'json', style))).toEqual(report);
  expect(
    renderStatus(report, 'ndjson', style)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).name),
  ).toEqual(['/a', '/b']);
  expect(renderStatus(report, 'csv', style)).toBe(
    'name,events,bytes,firstEvent,lastEvent,lastIngestion\r\n' +
      '/a,10000,28000000,2026-11-20T00:00:00.000Z,2026-11-20T00:00:00.500Z,2026-11-20T00:00:00.000Z\r\n' +
      '/b,0,0,,,\r\n',
  );
});
