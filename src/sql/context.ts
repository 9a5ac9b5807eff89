// What one statement collects while it is written: parameters, constants, and the names of event fields in scope.

import type { ParameterValue } from '../engine/statement.ts';
import type { Plan, Step } from '../plan/plan.ts';
import type { Dialect, SqlType } from './dialect.ts';
import type { Source } from './event-source.ts';

/** Columns that every relation of events carries for our own use. A field of the same name gets another alias. */
export const sequenceName = '@seq';
export const groupName = '@group';
export const bytesName = '@bytes';
/** Where the engine keeps the row, for reading more of it later. */
export const addressName = '@address';
/** In the rows of the first stats: how many events each stands for. */
export const eventsName = '@events';

/** What process/ has found for xml steps: JSON rows of a digest and the step's columns. Steps that are missing have no values. */
export type XmlValues = ReadonlyMap<Step, string>;

/** What a statement stands on. */
export interface Ground {
  /** By the index that a plan gives. */
  readonly sources: readonly Source[];
  /** The SELECT of a whole sub-plan: its output as o1, o2, …, and `position` from 1 in the plan's order. */
  subselect(plan: Plan, context: SqlContext): string;
  readonly xmlValues?: XmlValues;
}

export interface SqlContext extends Ground {
  readonly dialect: Dialect;
  /** Adds a value and gives the fragment that stands for it; equal values share one parameter. */
  parameter(value: ParameterValue, type: SqlType): string;
  constant(value: string): string;
  readonly parameters: readonly ParameterValue[];
  readonly constants: Readonly<Record<string, string>>;
}

/** Characters of one expression's SQL. Only nesting made to be large gets there: some conversions repeat their operand. */
const expressionCharsMax = 100_000;

/** Brackets in each other. Measured: the engine takes up to a second to read 250 levels, and eight times as long for 500. */
const bracketDepthMax = 250;

/** Tables of one chain, each of them inside the next to the engine, whose own limit is 1,000 levels of anything. */
const chainedTablesMax = 300;

/** Thrown when a query is too large to be written down as one statement; the message says what to do. */
export class StatementTooLarge extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StatementTooLarge';
  }
}

/** Refuses a chain of tables that has grown beyond measure. */
export function boundChain(tables: readonly string[]): void {
  if (tables.length <= chainedTablesMax) return;
  throw new StatementTooLarge('the query has too many commands that each work on the rows of the one before');
}

/** Refuses a fragment that has grown beyond measure. */
export function bound(sql: string): void {
  if (
    sql.length <= expressionCharsMax &&
    (sql.length <= 2 * bracketDepthMax || bracketDepth(sql) <= bracketDepthMax)
  )
    return;
  throw new StatementTooLarge(
    'an expression of the query is nested too deeply to run; split it with fields … as',
  );
}

/** How many brackets are open at the same time, outside of quotes. */
function bracketDepth(sql: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of sql.matchAll(/'[^']*'|"[^"]*"|[([{]|[)\]}]/g)) {
    if (bracket === '(' || bracket === '[' || bracket === '{') deepest = Math.max(deepest, ++depth);
    else if (bracket.length === 1) depth -= 1;
  }
  return deepest;
}

export function newSqlContext(dialect: Dialect, ground: Ground): SqlContext {
  const parameters: ParameterValue[] = [];
  const constants: Record<string, string> = {};
  const fragments = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    const known = fragments.get(key);
    if (known !== undefined) return known;
    const fragment = make();
    fragments.set(key, fragment);
    return fragment;
  };
  return {
    ...ground,
    dialect,
    parameters,
    constants,
    parameter: (value, type) =>
      once(`${type}:${typeof value}:${value}`, () => dialect.parameter(parameters.push(value), type)),
    constant: (value) =>
      once(`constant:${value}`, () => {
        const name = `k${Object.keys(constants).length + 1}`;
        constants[name] = value;
        return dialect.constant(name);
      }),
  };
}
