// Cells: absent ones, numbers, times, joined values.
import { describe, expect, it } from 'vitest';
import { containersCell, listCell, numberCell, optionalTimeCell, textCell, timeCell } from './rows.ts';

it('tells absent from present', () => {
  const row = { a: 'x', empty: '', n: '12', at: '2026-11-20 12:00:00.250' };
  expect([textCell(row, 'a'), textCell(row, 'empty'), textCell(row, 'none')]).toEqual(['x', null, null]);
  expect([numberCell(row, 'n'), numberCell(row, 'a'), numberCell(row, 'none')]).toEqual([12, null, null]);
  const ms = Date.UTC(2026, 10, 20, 12, 0, 0, 250);
  expect([timeCell(row, 'none', 'at'), timeCell(row, 'a'), optionalTimeCell(row, 'a', 'none')]).toEqual([
    ms,
    0,
    null,
  ]);
  expect(listCell({ ips: '10.0.0.1 10.0.0.2' }, 'ips')).toEqual(['10.0.0.1', '10.0.0.2']);
  expect(listCell({}, 'ips')).toEqual([]);
});

describe('containersCell', () => {
  const read = (codes: string | undefined, reasons: string | undefined) =>
    containersCell(
      { ...(codes === undefined ? {} : { codes }), ...(reasons === undefined ? {} : { reasons }) },
      'codes',
      'reasons',
    );

  it('joins codes and reasons by container', () => {
    expect(read('envoy=0 app=137', 'app=OutOfMemoryError: killed | side-car=gone')).toEqual([
      { name: 'envoy', exitCode: '0', reason: null },
      { name: 'app', exitCode: '137', reason: 'OutOfMemoryError: killed' },
      { name: 'side-car', exitCode: null, reason: 'gone' },
    ]);
  });

  it('keeps a reason that holds the separator or an equals sign', () => {
    expect(read(undefined, 'app=a | b, x=1')).toEqual([
      { name: 'app', exitCode: null, reason: 'a | b, x=1' },
    ]);
    expect(read(undefined, undefined)).toEqual([]);
  });
});
