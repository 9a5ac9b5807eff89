import { expect, it } from 'vitest';
import { jsonPieces } from './send-json.ts';

it.each([
  [{}],
  [[]],
  [{ a: 1, b: undefined, c: [], d: [1, 'x"y', null, undefined, { e: [2] }], f: null, 'g"': true }],
  [[{ a: 1 }, [2], 'three']],
  ['text'],
  [null],
])('writes %j as JSON.stringify does', (value) => {
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
});

it('writes many rows in pieces, and none of them grows', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [String(index), 'x'.repeat(500)]);
  const pieces = [...jsonPieces({ columns: [], rows, durationMs: 1 })];
  expect(pieces.join('')).toBe(JSON.stringify({ columns: [], rows, durationMs: 1 }));
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(300_000);
});
