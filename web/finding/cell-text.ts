// A cell of a finding's table as the text that a reader sees.

import type { CellKind } from '../../src/investigations/finding.ts';
import { formatCount, formatDuration } from '../format/quantities.ts';
import { formatTime, type Zone } from '../format/time.ts';
import { shortArn } from './links.ts';

export function cellText(value: string | number | null | undefined, kind: CellKind, zone: Zone): string {
  if (value === null || value === undefined) return '';
  if (kind === 'time' && typeof value === 'number') return formatTime(value, zone);
  if (kind === 'duration' && typeof value === 'number') return formatDuration(value);
  if (kind === 'number' && typeof value === 'number') return formatCount(value);
  return kind === 'task' || kind === 'service' ? shortArn(String(value)) : String(value);
}
