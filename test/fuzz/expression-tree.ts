// Random expressions as trees of three sorts, numbers, texts and conditions, and their text in the language. Values are plain
// enough for expression-interpreter.ts to be read at a glance: no numbers beyond 2^53, no characters outside the first plane.

import fc from 'fast-check';

export type Tree =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'operation'; readonly operator: string; readonly operands: readonly Tree[] }
  | { readonly is: 'like'; readonly operand: Tree; readonly part: string }
  | { readonly is: 'in'; readonly operand: Tree; readonly items: readonly (string | number)[] }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Tree[] };

/** The tree as the language writes it, every operation in brackets of its own. */
export function printTree(tree: Tree): string {
  switch (tree.is) {
    case 'number':
      return String(tree.value);
    case 'text':
      return JSON.stringify(tree.value);
    case 'field':
      return tree.name;
    case 'operation': {
      const [first = '', second] = tree.operands.map(printTree);
      return second === undefined ? `(${tree.operator} ${first})` : `(${first} ${tree.operator} ${second})`;
    }
    case 'like':
      return `(${printTree(tree.operand)} like ${JSON.stringify(tree.part)})`;
    case 'in':
      return `(${printTree(tree.operand)} in ${JSON.stringify(tree.items)})`;
    case 'call':
      return `${tree.name}(${tree.args.map(printTree).join(', ')})`;
  }
}

export const fields = ['a', 'b', 'n', 'm', 'nothing'] as const;

const numbers = [0, 1, 2, 3, 7, 10, 200, -1, -3, 0.5, 1.5, 2.25];
const texts = ['', ' ', 'a', 'ab', 'AB', 'b', '1', '200', '007', '-3', '1.5', 'x', 'é', '%', '.', 'a b'];

type Trees = fc.Arbitrary<Tree>;
const number: Trees = fc.constantFrom(...numbers).map((value) => ({ is: 'number', value }));
const text: Trees = fc.constantFrom(...texts).map((value) => ({ is: 'text', value }));
const field: Trees = fc.constantFrom(...fields).map((name) => ({ is: 'field', name }));
const index: Trees = fc.constantFrom(0, 1, 2, 5).map((value) => ({ is: 'number', value }));

const call = (name: string, ...args: readonly Trees[]): Trees =>
  fc.tuple(...args).map((given) => ({ is: 'call', name, args: given }));
const operation = (operators: readonly string[], ...operands: readonly Trees[]): Trees =>
  fc
    .tuple(fc.constantFrom(...operators), fc.tuple(...operands))
    .map(([operator, given]) => ({ is: 'operation', operator, operands: given }));

interface Sorts {
  readonly number: Tree;
  readonly text: Tree;
  readonly condition: Tree;
  readonly any: Tree;
}

/** A field is text, and a number where one is needed; values of one sort only stand in the branches of if, case and coalesce. */
export const trees = fc.letrec<Sorts>((tie: fc.LetrecTypedTie<Sorts>) => {
  const [n, t, c, any] = [tie('number'), tie('text'), tie('condition'), tie('any')];
  const operand = fc.oneof(n, field);
  return {
    any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, n, t, c),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number,
      operation(['+', '-', '*', '/', '%'], operand, operand),
      operation(['-'], operand),
      ...['abs', 'ceil', 'floor', 'sqrt', 'toNumber', 'toInt'].map((name) => call(name, operand)),
      call('round', operand, index),
      call('mod', operand, operand),
      ...['greatest', 'least'].map((name) => call(name, operand, operand, operand)),
      ...['strlen', 'messageSize'].map((name) => call(name, t)),
      call('if', c, n, n),
      call('coalesce', n, n),
      call('case', c, n, c, n, n),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      field,
      text,
      call('concat', t, any, t),
      ...['toupper', 'tolower', 'trim', 'ltrim', 'rtrim'].map((name) => call(name, t)),
      call('trim', t, text),
      call('substr', t, index),
      call('substr', t, index, index),
      call('replace', t, text, t),
      call('if', c, t, t),
      call('coalesce', t, t),
      call('case', c, t, c, t),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      operation(['=', '!=', '<', '<=', '>', '>='], any, any),
      operation(['and', 'or'], c, c),
      operation(['not', '!'], c),
      operation(['and', 'or'], c, operand),
      fc
        .tuple(t, fc.constantFrom(...texts))
        .map(([of, part]) => ({ is: 'like', operand: of, part }) as const),
      fc
        .tuple(any, fc.array(fc.constantFrom(...texts, ...numbers), { minLength: 1, maxLength: 3 }))
        .map(([of, items]) => ({ is: 'in', operand: of, items }) as const),
      ...['ispresent', 'isempty', 'isblank', 'isNumeric'].map((name) => call(name, any)),
      ...['strcontains', 'startsWith', 'endsWith'].map((name) => call(name, t, t)),
      call('if', c, c, c),
    ),
  };
});
