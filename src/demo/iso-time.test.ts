import { expect, it } from 'vitest';
import { isoMillis, isoNanos, isoSeconds } from './iso-time.ts';

const at = Date.UTC(2026, 10, 22, 18, 4, 5);

it.each([
  [0, '2026-11-22T18:04:05Z'],
  [412, '2026-11-22T18:04:05.412Z'],
  [610, '2026-11-22T18:04:05.61Z'],
  [200, '2026-11-22T18:04:05.2Z'],
  [7, '2026-11-22T18:04:05.007Z'],
])('milliseconds %i: no trailing zeros, as ECS writes them', (millis, text) => {
  expect(isoMillis(at + millis)).toBe(text);
});

it('truncates to seconds', () => expect(isoSeconds(at + 999)).toBe('2026-11-22T18:04:05Z'));
it('writes nine digits', () => expect(isoNanos(at + 618, 59_641)).toBe('2026-11-22T18:04:05.618059641Z'));
it('survives seconds that end in zero', () => {
  expect(isoMillis(Date.UTC(2026, 0, 1, 10, 20, 30))).toBe('2026-01-01T10:20:30Z');
  expect(isoMillis(Date.UTC(2026, 0, 1))).toBe('2026-01-01T00:00:00Z');
});
