import { expect, it } from 'vitest';
import { severityOf } from './severity.ts';

it.each([
  ['[ERROR] x', 'ERROR'],
  ['OutOfMemoryError: killed', 'ERROR'],
  ['Warning: error ahead', 'ERROR'],
  ['FATAL', 'ERROR'],
  ['[WARN] x', 'WARN'],
  ['warnings: <Number-1>', 'WARN'],
  ['[INFO] x', 'INFO'],
  ['', 'INFO'],
])('%s is %s', (text, severity) => {
  expect(severityOf(text)).toBe(severity);
});
