// What each executable function takes and gives, as plan/ and sql/ see it. Spelling, arity and documentation are
// in language/functions.ts; a test keeps the two tables in step. Rules: reference logs-insights-ql section 4.

import { isJsonKind, type PlanExpr, type ValueKind } from './plan.ts';

/**
 * How an argument is handed over: converted to this kind, with all digits of a number (`exact`), as text to be read as JSON
 * (`document`), or as it is (`any`, `same`).
 */
export type ArgumentKind =
  | 'text'
  | 'number'
  | 'exact'
  | 'timestamp'
  | 'condition'
  | 'json'
  | 'document'
  | 'any'
  | 'same';

export interface Signature {
  readonly args: readonly ArgumentKind[];
  /** Kind of all further arguments, for functions that take a list. */
  readonly rest?: ArgumentKind;
  /** `unified`: the common kind of the arguments marked `same`; `first`: the kind of the first argument. */
  readonly result: ValueKind | 'unified';
  /** An empty first argument counts as absent: the functions on strings (reference 4.7). */
  readonly emptyIsNull?: boolean;
  /** The result is absent or a text with something in it. */
  readonly neverEmpty?: boolean;
}

const text = (args: readonly ArgumentKind[] = ['text']): Signature => ({ args, result: 'text' });
const number = (args: readonly ArgumentKind[] = ['number']): Signature => ({ args, result: 'number' });
const boolean = (args: readonly ArgumentKind[]): Signature => ({ args, result: 'boolean' });
const ofString = (signature: Signature): Signature => ({ ...signature, emptyIsNull: true });
const neverEmpty = (signature: Signature): Signature => ({ ...signature, neverEmpty: true });

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
  haversine: number(['number', 'number', 'number', 'number']),
  toNumber: number(),
  toInt: number(),
  toLong: { args: ['exact'], result: 'numericText' },
  toDouble: number(),
  fromMillis: { args: ['timestamp'], result: 'timestamp' },
  toMillis: number(['timestamp']),
  formatDate: text(['timestamp', 'text', 'text']),
  /** As parse-date.ts plans it: the text, a regular expression, a replacement, the zone. */
  parseDate: number(['text', 'text', 'text', 'text']),
  ispresent: boolean(['any']),
  coalesce: { args: [], rest: 'same', result: 'unified' },
  if: { args: ['condition', 'same', 'same'], result: 'unified' },
  isNumeric: boolean(['text']),
  messageSize: number(['text']),
  isempty: boolean(['text']),
  isblank: boolean(['text']),
  concat: { args: [], rest: 'text', result: 'text' },
  ltrim: ofString(text(['text', 'text'])),
  rtrim: ofString(text(['text', 'text'])),
  trim: ofString(text(['text', 'text'])),
  strlen: ofString(number(['text'])),
  toupper: neverEmpty(ofString(text())),
  tolower: neverEmpty(ofString(text())),
  substr: ofString(text(['text', 'number', 'number'])),
  replace: ofString(text(['text', 'text', 'text'])),
  regexReplace: ofString(text(['text', 'text', 'text'])),
  strcontains: ofString(boolean(['text', 'text', 'condition'])),
  startsWith: ofString(boolean(['text', 'text'])),
  endsWith: ofString(boolean(['text', 'text'])),
  urlencode: neverEmpty(ofString(text())),
  urldecode: ofString(text()),
  base64encode: neverEmpty(ofString(text())),
  base64decode: ofString(text()),
  md5: neverEmpty(ofString(text())),
  sha256: neverEmpty(ofString(text())),
  hexToAscii: ofString(text()),
  hexToDec: ofString({ args: ['text'], result: 'numericText' }),
  decToHex: neverEmpty(text(['exact'])),
  jsonStringify: text(['json']),
  jsonArraySize: number(['document']),
  jsonArrayContains: boolean(['document', 'text']),
  split: ofString({ args: ['text', 'text'], result: 'list' }),
  isValidIp: boolean(['text']),
  isValidIpV4: boolean(['text']),
  isValidIpV6: boolean(['text']),
  isIpInSubnet: boolean(['text', 'text']),
  isIpv4InSubnet: boolean(['text', 'text']),
  isIpv6InSubnet: boolean(['text', 'text']),
  ipv4ToNumber: number(['text']),
  isPrivateIP: boolean(['text']),
  isPublicIP: boolean(['text']),
  isReservedIP: boolean(['text']),
} satisfies Record<string, Signature>;

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
  'countOverTime',
  'sumOverTime',
  'rate',
  'topk',
  'histogram',
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
      return 'joinedList';
    default:
      return 'number';
  }
}

/** The one kind that values of several kinds can share; unlike kinds meet as text that still acts as a number. */
export function unifyKinds(values: readonly Pick<PlanExpr, 'kind'>[]): ValueKind {
  const kinds = new Set(values.map((value) => value.kind).filter((kind) => kind !== 'null'));
  const [first] = kinds;
  if (first === undefined) return 'null';
  if (kinds.size === 1) return first;
  if ([...kinds].some(isJsonKind)) return 'json';
  if ([...kinds].every((kind) => kind === 'number' || kind === 'boolean')) return 'number';
  if ([...kinds].every((kind) => kind === 'number' || kind === 'timestamp')) return 'number';
  return kinds.has('number') || kinds.has('numericText') || kinds.has('boolean') ? 'numericText' : 'text';
}
