// Reading the rows of answers: cells are text, an absent cell has no key.

import { instantMs } from '../ecs/instant.ts';
import type { AskedRow } from './investigation.ts';

export function textCell(row: AskedRow, column: string): string | null {
  const text = row[column];
  return text === undefined || text === '' ? null : text;
}

export function numberCell(row: AskedRow, column: string): number | null {
  const text = textCell(row, column);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Epoch ms of the first of these columns that holds a time; 0 when none does, so that it cannot pass for a recent time. */
export function timeCell(row: AskedRow, ...columns: readonly string[]): number {
  return optionalTimeCell(row, ...columns) ?? 0;
}

export function optionalTimeCell(row: AskedRow, ...columns: readonly string[]): number | null {
  for (const column of columns) {
    const ms = instantMs(row[column]);
    if (ms !== null) return ms;
  }
  return null;
}

/** The values of a derived field that joins several by a space. */
export function listCell(row: AskedRow, column: string): readonly string[] {
  return textCell(row, column)?.split(' ') ?? [];
}

/** `ecs.exitCodes` and `ecs.containerReasons` of one event, joined again by container name. */
export function containersCell(
  row: AskedRow,
  exitCodes: string,
  reasons: string,
): readonly { name: string; exitCode: string | null; reason: string | null }[] {
  const codes = new Map(listCell(row, exitCodes).map(splitPair));
  // A reason may itself hold ` | `; only what looks like the next container's name ends it.
  const texts = new Map((textCell(row, reasons)?.split(/ \| (?=[\w-]+=)/) ?? []).map(splitPair));
  return [...new Set([...codes.keys(), ...texts.keys()])].map((name) => ({
    name,
    exitCode: codes.get(name) ?? null,
    reason: texts.get(name) ?? null,
  }));
}

function splitPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}
