// Constant values of a plan.

import type { Literal } from './plan.ts';

export const nullLiteral: Literal = { op: 'literal', value: null, kind: 'null' };

export function numberLiteral(value: number): Literal {
  return { op: 'literal', value, kind: 'number' };
}

export function textLiteral(value: string): Literal {
  return { op: 'literal', value, kind: 'text' };
}
