// The table of functions: what the parser checks calls against, what the editor completes, what docs/language.md lists.

import { aggregateFunctions } from './aggregate-functions.ts';
import type { FunctionRow } from './function-spec.ts';
import { scalarFunctions } from './scalar-functions.ts';

/** Canonical names of the scalar functions that sql/ implements. */
export type ScalarFunctionName = keyof typeof scalarFunctions;
/** Canonical names of the aggregates that sql/ implements. */
export type AggregateFunctionName = keyof typeof aggregateFunctions;

export interface FunctionSpec extends FunctionRow {
  /** Canonical spelling, as in `CallExpr.name`. */
  readonly name: string;
  readonly category: 'scalar' | 'aggregate';
  readonly argumentsMin: number;
  readonly argumentsMax: number;
  /** Every accepted spelling but the canonical one; letter case is ignored. */
  readonly spellings: readonly string[];
}

type Table = Readonly<Record<string, FunctionRow>>;

function specs(table: Table, category: FunctionSpec['category']): FunctionSpec[] {
  return Object.entries(table).map(([name, row]) => ({
    ...row,
    name,
    category,
    argumentsMin: row.required.length,
    argumentsMax: row.required.length + (row.optional?.length ?? 0) + restMax(row),
    spellings: spellingsOf(name, row.spellings ?? []),
  }));
}

function restMax(row: FunctionRow): number {
  return row.rest === undefined ? 0 : (row.restMax ?? Number.POSITIVE_INFINITY);
}

/** AWS documents several functions in camelCase and snake_case; we accept both for all of them. */
function spellingsOf(name: string, others: readonly string[]): readonly string[] {
  const snake = name.replace(/(?<=[a-z0-9])[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
  return snake === name ? others : [snake, ...others];
}

/** Every function of the language. */
export const functions: readonly FunctionSpec[] = [
  ...specs(scalarFunctions, 'scalar'),
  ...specs(aggregateFunctions, 'aggregate'),
];

const specBySpelling = new Map<string, FunctionSpec>();
for (const spec of functions) {
  for (const spelling of [spec.name, ...spec.spellings]) specBySpelling.set(spelling.toLowerCase(), spec);
}

/** The function that a spelling names, in any letter case. */
export function findFunction(spelling: string): FunctionSpec | undefined {
  return specBySpelling.get(spelling.toLowerCase());
}

/** What an argument at that position (from 0) should be; undefined beyond the last parameter. */
export function parameterKind(
  spec: FunctionSpec,
  position: number,
): FunctionSpec['required'][number] | undefined {
  return [...spec.required, ...(spec.optional ?? [])][position] ?? spec.rest;
}
