import { expect, it } from 'vitest';
import { shortTaskIds } from './task-id.ts';

it.each([
  ['d3c2b34ca1cae0c1a5b1d1f0a2b3c4d5', 'd3c2b34c…'],
  ['1f3be410-4470-64ab-708b-edf37109eeb1 stopped', '1f3be410… stopped'],
  ['orders 8b81bd70', 'orders 8b81bd70'],
  [
    'sha256:d3c2b34ca1cae0c1a5b1d1f0a2b3c4d5d3c2b34ca1cae0c1a5b1d1f0a2b3c4d5',
    'sha256:d3c2b34ca1cae0c1a5b1d1f0a2b3c4d5d3c2b34ca1cae0c1a5b1d1f0a2b3c4d5',
  ],
])('%s reads %s', (text, short) => expect(shortTaskIds(text)).toBe(short));
