// What each executable function takes and gives, as plan/ and sql/ see it. Spelling, arity and documentation are
// in language/functions.ts; a test keeps the two tables in step. Rules: reference logs-insights-ql section 4.

import type { PlanExpr, ValueKind } from './plan.ts';

/** How an argument is handed to the function: converted to this kind, or left as it is (`any`, `same`). */
export type ArgumentKind = 'text' | 'number' | 'timestamp' | 'condition' | 'any' | 'same';

export interface Signature {
  readonly args: readonly ArgumentKind[];
  /** Kind of all further arguments, for functions that take a list. */
  readonly rest?: ArgumentKind;
  /** `unified`: the common kind of the arguments marked `same`; `first`: the kind of the first argument. */
  readonly result: ValueKind | 'unified';
}

const text = (args: readonly ArgumentKind[] = ['text']): Signature => ({ args, result: 'text' });
const number = (args: readonly ArgumentKind[] = ['number']): Signature => ({ args, result: 'number' });
const boolean = (args: readonly ArgumentKind[]): Signature => ({ args, result: 'boolean' });

/** Scalar functions that run as a call in the engine; bin, datefloor, dateceil, now and friends are resolved by expression.ts. */
export const scalarSignatures = {
  abs: number(),
  ceil: number(),
  floor: number(),
  sqrt: number(),
  log: number(),
  round: number(['number', 'number']),
  mod: number(['number', 'number']),
  pow: number(['number', 'number']),
  greatest: { args: [], rest: 'number', result: 'number' },
  least: { args: [], rest: 'number', result: 'number' },
  toNumber: number(),
  toInt: number(),
  toLong: number(),
  toDouble: number(),
  fromMillis: { args: ['timestamp'], result: 'timestamp' },
  toMillis: number(['timestamp']),
  formatDate: text(['timestamp', 'text']),
  ispresent: boolean(['any']),
  coalesce: { args: [], rest: 'same', result: 'unified' },
  if: { args: ['condition', 'same', 'same'], result: 'unified' },
  isNumeric: boolean(['text']),
  messageSize: number(['text']),
  isempty: boolean(['text']),
  isblank: boolean(['text']),
  concat: { args: [], rest: 'text', result: 'text' },
  ltrim: text(['text', 'text']),
  rtrim: text(['text', 'text']),
  trim: text(['text', 'text']),
  strlen: number(['text']),
  toupper: text(),
  tolower: text(),
  substr: text(['text', 'number', 'number']),
  replace: text(['text', 'text', 'text']),
  regexReplace: text(['text', 'text', 'text']),
  strcontains: boolean(['text', 'text', 'condition']),
  startsWith: boolean(['text', 'text']),
  endsWith: boolean(['text', 'text']),
  urlencode: text(),
  urldecode: text(),
  base64encode: text(),
  base64decode: text(),
  md5: text(),
  sha256: text(),
} as const satisfies Record<string, Signature>;

export type ScalarName = keyof typeof scalarSignatures | 'case';

export const aggregateNames = [
  'count',
  'countDistinct',
  'sum',
  'avg',
  'min',
  'max',
  'stddev',
  'variance',
  'pct',
  'median',
  'earliest',
  'latest',
  'sortsFirst',
  'sortsLast',
  'values',
] as const;

export type AggregateName = (typeof aggregateNames)[number];

export function isAggregateName(name: string): name is AggregateName {
  return (aggregateNames as readonly string[]).includes(name);
}

/** Result kind of an aggregate over an argument of the given kind (reference 2.7, 4.8). */
export function aggregateKind(name: AggregateName, argument: ValueKind): ValueKind {
  switch (name) {
    case 'min':
    case 'max':
      if (argument === 'timestamp') return 'timestamp';
      return argument === 'number' || argument === 'boolean' ? 'number' : 'numericText';
    case 'earliest':
    case 'latest':
    case 'sortsFirst':
    case 'sortsLast':
      return argument === 'timestamp' ? 'number' : argument;
    case 'values':
      return 'text';
    default:
      return 'number';
  }
}

/** The one kind that values of several kinds can share; unlike kinds meet as text that still acts as a number. */
export function unifyKinds(values: readonly PlanExpr[]): ValueKind {
  const kinds = new Set(values.map((value) => value.kind).filter((kind) => kind !== 'null'));
  const [first] = kinds;
  if (first === undefined) return 'null';
  if (kinds.size === 1) return first;
  if ([...kinds].every((kind) => kind === 'number' || kind === 'boolean')) return 'number';
  if ([...kinds].every((kind) => kind === 'number' || kind === 'timestamp')) return 'number';
  return kinds.has('number') || kinds.has('numericText') || kinds.has('boolean') ? 'numericText' : 'text';
}
