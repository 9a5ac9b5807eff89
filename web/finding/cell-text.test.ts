import { expect, it } from 'vitest';
import type { CellKind } from '../../src/investigations/finding.ts';
import { cellText } from './cell-text.ts';

it.each<readonly [CellKind, string | number | null, string]>([
  ['time', Date.parse('2026-11-22T10:00:00Z'), '2026-11-22 10:00:00'],
  ['time', 'unknown', 'unknown'],
  ['duration', 90_000, '1 min 30 s'],
  ['number', 12_000, '12,000'],
  ['number', '137', '137'],
  ['task', 'arn:aws:ecs:eu-central-1:1:task/prod/0a1b', '0a1b'],
  ['text', null, ''],
])('%s %s reads "%s"', (kind, value, text) => expect(cellText(value, kind, 'utc')).toBe(text));
