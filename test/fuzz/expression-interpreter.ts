// What an expression means, once more and as plainly as possible, by the rules of the language and without any code of ours:
// comparison with absent values is unknown, texts act as numbers where they read as numbers, and so on.

import type { Tree } from './expression-tree.ts';

/** Absent, a text, a number, or the result of a condition. */
export type Value = null | string | number | boolean;
export type Row = Readonly<Record<string, string>>;

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null);
const isNumberText = (text: string): boolean => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text);

function toNumber(value: Value): number | null {
  if (typeof value === 'string') return isNumberText(value) ? finite(Number(value)) : null;
  return value === null ? null : Number(value);
}

/** At most four decimals, without trailing zeros. */
export function toText(value: Value): string | null {
  if (typeof value !== 'number') return typeof value === 'boolean' ? String(Number(value)) : value;
  const rounded = Math.sign(value) * (Math.round(Math.abs(value) * 10_000) / 10_000);
  return rounded === 0 ? '0' : rounded.toFixed(4).replace(/\.?0+$/, '');
}

function toCondition(value: Value): boolean | null {
  if (typeof value === 'boolean') return value;
  const number = toNumber(value);
  return number === null ? null : number !== 0;
}

const isNumeric = (value: Value): boolean => typeof value === 'number' || typeof value === 'boolean';

const order = <T>(left: T, right: T): number => (left < right ? -1 : left > right ? 1 : 0);
const holds: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

/** A side of a comparison; what is written as a constant is compared a little differently. */
interface Side {
  readonly value: Value;
  readonly constant: boolean;
}

function compare(operator: string, left: Side, right: Side): boolean | null {
  if (left.value === null || right.value === null) return null;
  const test = holds[operator];
  if (test === undefined) throw new Error(`no comparison ${operator}`);
  const [l, r] = [toNumber(left.value), toNumber(right.value)];
  const textual = (): boolean => test(order(toText(left.value), toText(right.value)));
  if (isNumeric(left.value) || isNumeric(right.value)) {
    if (l !== null && r !== null) return test(order(l, r));
    const text = isNumeric(left.value) ? right : left;
    // A number beside a text in quotes that is none: as texts; beside a field that holds none: different.
    return text.constant ? textual() : operator === '!=';
  }
  if (operator !== '=' && operator !== '!=') return l !== null && r !== null ? test(order(l, r)) : textual();
  const field = left.constant ? right : left;
  const oneConstant = left.constant !== right.constant;
  const isJsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(String(field.value));
  const equal = left.value === right.value || (oneConstant && isJsonNumber && l !== null && l === r);
  return operator === '=' ? equal : !equal;
}

/** Three-valued: `decisive` decides, otherwise unknown is stronger. */
function combine(decisive: boolean, values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(decisive)) return decisive;
  return values.includes(null) ? null : !decisive;
}

const arithmetic: Readonly<Record<string, (l: number, r: number) => number>> = {
  '+': (l, r) => l + r,
  '-': (l, r) => l - r,
  '*': (l, r) => l * r,
  '/': (l, r) => l / r,
  '%': (l, r) => l % r,
};

function operate(tree: Extract<Tree, { is: 'operation' }>, row: Row): Value {
  const { operator, operands } = tree;
  const values = operands.map((operand) => evaluate(operand, row));
  if (operator === 'and' || operator === 'or') return combine(operator === 'or', values.map(toCondition));
  if (operator === 'not' || operator === '!') {
    const condition = toCondition(values[0] ?? null);
    return condition === null ? null : !condition;
  }
  if (operator in holds) {
    const [left, right] = operands.map((operand, place) => ({
      value: values[place] ?? null,
      constant: operand.is === 'number' || operand.is === 'text',
    }));
    return left === undefined || right === undefined ? null : compare(operator, left, right);
  }
  const given = values.map(toNumber);
  const [l = null, r = null] = given;
  if (given.length === 1) return l === null ? null : -l;
  return l === null || r === null ? null : finite(arithmetic[operator]?.(l, r) ?? Number.NaN);
}

type Of<Kind> = (values: readonly Kind[]) => Value;
const ofNumber =
  (write: (x: number) => number): Of<Value> =>
  ([value = null]) => {
    const number = toNumber(value);
    return number === null ? null : finite(write(number));
  };
const extreme =
  (pick: (...numbers: number[]) => number): Of<Value> =>
  (values) => {
    const present = values.map(toNumber).filter((number) => number !== null);
    return present.length === 0 ? null : pick(...present);
  };
/** A function on texts: absent and empty ones give nothing, as does an absent further argument. */
const ofText =
  (write: (text: string, ...args: string[]) => Value): Of<Value> =>
  (values) => {
    const [text = null, ...args] = values.map(toText);
    const given = args.filter((arg) => arg !== null);
    return text === null || text === '' || given.length < args.length ? null : write(text, ...given);
  };

const space = ' \t\n\v\f\r';
function trim(text: string, characters: string, sides: 'both' | 'left' | 'right'): string {
  let [start, end] = [0, text.length];
  if (sides !== 'right') while (start < end && characters.includes(text.charAt(start))) start++;
  if (sides !== 'left') while (end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const functions: Readonly<Record<string, Of<Value>>> = {
  abs: ofNumber(Math.abs),
  ceil: ofNumber(Math.ceil),
  floor: ofNumber(Math.floor),
  sqrt: ofNumber(Math.sqrt),
  toNumber: ofNumber((x) => x),
  toInt: ofNumber((x) => (Math.abs(Math.trunc(x)) < 2 ** 31 ? Math.trunc(x) : Number.NaN)),
  round: (values) => {
    const [number = null, digits = null] = values.map(toNumber);
    if (number === null || digits === null) return null;
    return (Math.sign(number) * Math.round(Math.abs(number) * 10 ** digits)) / 10 ** digits;
  },
  mod: (values) => {
    const [l = null, r = null] = values.map(toNumber);
    return l === null || r === null ? null : finite(l % r);
  },
  greatest: extreme(Math.max),
  least: extreme(Math.min),
  strlen: ofText((text) => text.length),
  messageSize: ([value = null]) => {
    const text = toText(value);
    return text === null ? null : Buffer.byteLength(text);
  },
  concat: (values) => values.map((value) => toText(value) ?? '').join(''),
  toupper: ofText((text) => text.toUpperCase()),
  tolower: ofText((text) => text.toLowerCase()),
  trim: ofText((text, characters = space) => trim(text, characters, 'both')),
  ltrim: ofText((text) => trim(text, space, 'left')),
  rtrim: ofText((text) => trim(text, space, 'right')),
  substr: ofText((text, start, length) => text.slice(Number(start)).slice(0, Number(length ?? text.length))),
  replace: ofText((text, search = '', replacement = '') =>
    search === '' ? text : text.replaceAll(search, () => replacement),
  ),
  ispresent: ([value = null]) => value !== null,
  isempty: ([value = null]) => (toText(value) ?? '') === '',
  isblank: ([value = null]) => trim(toText(value) ?? '', space, 'both') === '',
  isNumeric: ([value = null]) => toNumber(value) !== null,
  strcontains: ofText((text, part = '') => text.includes(part)),
  startsWith: ofText((text, part = '') => text.startsWith(part)),
  endsWith: ofText((text, part = '') => text.endsWith(part)),
  coalesce: (values) => values.find((value) => value !== null) ?? null,
  if: ([condition = null, yes = null, no = null]) => (toCondition(condition) === true ? yes : no),
  case: (values) => {
    for (let place = 0; place + 1 < values.length; place += 2) {
      if (toCondition(values[place] ?? null) === true) return values[place + 1] ?? null;
    }
    return values.length % 2 === 1 ? (values.at(-1) ?? null) : null;
  },
};

/** The value of an expression in one row. */
export function evaluate(tree: Tree, row: Row): Value {
  switch (tree.is) {
    case 'number':
    case 'text':
      return tree.value;
    case 'field':
      return row[tree.name] ?? null;
    case 'operation':
      return operate(tree, row);
    case 'like': {
      const text = toText(evaluate(tree.operand, row));
      return text === null ? null : text.includes(tree.part);
    }
    case 'in': {
      const constant = tree.operand.is === 'number' || tree.operand.is === 'text';
      const operand = { value: evaluate(tree.operand, row), constant };
      return combine(
        true,
        tree.items.map((value) => compare('=', operand, { value, constant: true })),
      );
    }
    case 'call': {
      const apply = functions[tree.name];
      if (apply === undefined) throw new Error(`no function ${tree.name}`);
      return apply(tree.args.map((arg) => evaluate(arg, row)));
    }
  }
}
