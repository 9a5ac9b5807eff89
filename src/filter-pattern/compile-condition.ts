// Conditions joined by && and || as one function; what the tests between them are about is the caller's.

import type { Condition } from './pattern.ts';

export function compileCondition<Test, Arguments extends readonly unknown[]>(
  condition: Condition<Test>,
  compileTest: (test: Test) => (...values: Arguments) => boolean,
): (...values: Arguments) => boolean {
  if (condition.kind === 'test') return compileTest(condition.test);
  const parts = condition.parts.map((part) => compileCondition(part, compileTest));
  return condition.kind === 'and'
    ? (...values) => parts.every((part) => part(...values))
    : (...values) => parts.some((part) => part(...values));
}
