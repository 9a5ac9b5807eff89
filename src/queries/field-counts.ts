// The rows of sql/field-counts.ts -> what process/ compares fields by.

import type { Rows } from '../engine/engine.ts';
import type { CellValue } from '../engine/statement.ts';
import type { FieldCounts, SidedCounts } from '../process/relevant-fields.ts';

interface Part {
  readonly part: string;
  readonly ordinal: number;
  readonly value: string;
  readonly sides: SidedCounts;
  readonly medians: { readonly matching: number | null; readonly other: number | null };
}

export interface CountedFields {
  readonly counts: readonly FieldCounts[];
  readonly events: SidedCounts;
}

/** `fields`: names by their index; `named`: the query lists them. Fields that no event has are left out. */
export function readFieldCounts(rows: Rows, fields: readonly string[], named: boolean): CountedFields {
  const byField = new Map<number, Part[]>();
  let events: SidedCounts = { matching: 0, other: 0 };
  for (const row of rows) {
    const field = Number(row[1]);
    const part = partOf(row);
    if (part.part === 'events') events = part.sides;
    else byField.set(field, [...(byField.get(field) ?? []), part]);
  }
  const counts = [...byField].map(([field, parts]) => fieldCounts(fields[field] ?? '', named, parts));
  return { counts, events };
}

function partOf([part, , ordinal, value, matching, other]: readonly CellValue[]): Part {
  const number = (cell: CellValue | undefined): number | null =>
    cell === null || cell === undefined ? null : Number(cell);
  const medians = { matching: number(matching), other: number(other) };
  const sides = { matching: medians.matching ?? 0, other: medians.other ?? 0 };
  return { part: String(part), ordinal: Number(ordinal), value: String(value), sides, medians };
}

function fieldCounts(field: string, named: boolean, parts: readonly Part[]): FieldCounts {
  const of = (name: string): readonly Part[] => parts.filter(({ part }) => part === name);
  const rest = of('rest');
  const [median] = of('median');
  const numeric =
    median === undefined
      ? null
      : {
          matchingMedian: median.medians.matching,
          otherMedian: median.medians.other,
          ranges: of('range').map(({ sides }) => sides),
        };
  return {
    field,
    named,
    values: of('value').map(({ value, sides }) => ({ value, ...sides })),
    unlisted: rest.map(({ sides }) => sides),
    distinctValues: rest.reduce((sum, { ordinal }) => sum + ordinal, 0),
    numeric,
  };
}
