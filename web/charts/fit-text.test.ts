import { expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

it.each([
  ['orders', 100, 'orders'],
  ['service/production/orders', 64, 'servi…ders'],
  ['orders', 12, ''],
])('fits %s into %d px', (text, widthPx, fitted) => expect(fitText(text, widthPx)).toBe(fitted));
