// Shapes that many of DuckDB's function templates share.

import { madeTextBytesMax } from '../limits.ts';
import type { SqlTemplate } from './dialect.ts';
import { onceEach } from './duckdb-once.ts';

/** A function of the engine that does just that. */
export const call =
  (name: string): SqlTemplate =>
  (args) =>
    `${name}(${args.join(', ')})`;

/** A template that reads its arguments several times. */
export const repeated =
  (template: SqlTemplate): SqlTemplate =>
  (args) =>
    onceEach(args, template);

/** A number cut to a whole one between two bounds; absent stays absent. */
export function clamped(number: string, least: number, most: number): string {
  return onceEach(
    [number],
    ([it]) =>
      `CASE WHEN ${it} < ${least} THEN ${least} WHEN ${it} > ${most} THEN ${most} ELSE trunc(${it}) END`,
  );
}

/**
 * A text that may come out longer than what it is made of, unless `bytes`, an estimate, is too much; then the
 * statement ends with TextTooLong (engine/).
 */
export function boundedText(bytes: string, text: string): string {
  return `CASE WHEN ${bytes} > ${madeTextBytesMax} THEN error('text too long') ELSE ${text} END`;
}
