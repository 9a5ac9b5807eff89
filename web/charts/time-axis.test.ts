import { expect, it } from 'vitest';
import { timeAxis } from './time-axis.ts';

const range = (start: string, end: string) => ({ startMs: Date.parse(start), endMs: Date.parse(end) });

it('puts ticks at round hours, with the day apart', () => {
  const axis = timeAxis(range('2026-11-22T10:00:00Z', '2026-11-22T14:00:00Z'), 100, 500, 'utc');
  expect(axis.ticks).toEqual([
    { x: 100, label: '10:00' },
    { x: 200, label: '11:00' },
    { x: 300, label: '12:00' },
    { x: 400, label: '13:00' },
    { x: 500, label: '14:00' },
  ]);
  expect(axis.caption).toBe('2026-11-22');
});

it('names the day at midnight', () => {
  const axis = timeAxis(range('2026-11-21T18:00:00Z', '2026-11-22T18:00:00Z'), 0, 400, 'utc');
  expect(axis.ticks.map(({ label }) => label)).toContain('Nov 22');
  expect(axis.caption).toBe('2026');
});

it('shows one moment in the middle', () => {
  const axis = timeAxis(range('2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z'), 0, 400, 'utc');
  expect(axis.x(Date.parse('2026-11-22T10:00:00Z'))).toBe(200);
});
