// Conditions on the values of JSON events. What AWS does and does not document: a comparison is about texts and numbers, so that it
// holds for no object, no list, no boolean and nothing absent, neither with = nor with !=.

import { compileComparison } from './compile-comparison.ts';
import { compileCondition } from './compile-condition.ts';
import { numberText } from './number-text.ts';
import type { Comparison, JsonPattern, JsonTest, Selector, Step } from './pattern.ts';

export function compileJson({ condition }: JsonPattern): (message: string) => boolean {
  const holds = compileCondition(condition, compileTest);
  return (message) => {
    const root = parseObject(message);
    return root !== null && holds(root, message);
  };
}

/** Null when the message is no JSON object: then no condition holds, not even NOT EXISTS. */
function parseObject(message: string): object | null {
  // Most messages that are none fail here already.
  if (!/^\s*\{/.test(message)) return null;
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}

type EventTest = (root: object, message: string) => boolean;
/** `path` leads to the value, without wildcards. */
type NodeTest = (value: unknown, message: string, path: readonly (string | number)[]) => boolean;

function compileTest({ selector, is }: JsonTest): EventTest {
  if (is.kind === 'not-exists') return (root, message) => !selects(selector, root, message, () => true);
  const test = nodeTest(is);
  return (root, message) => selects(selector, root, message, test);
}

/** Whether a value that the selector names satisfies the test. Each test looks by itself: two may be about two elements of a list. */
function selects(selector: Selector, root: object, message: string, test: NodeTest): boolean {
  const path: (string | number)[] = [];
  const visit = (value: unknown, depth: number): boolean => {
    const step = selector[depth];
    if (step === undefined) return test(value, message, path);
    return childKeys(value, step).some((key) => {
      path.push(key);
      const found = visit((value as Readonly<Record<string | number, unknown>>)[key], depth + 1);
      path.pop();
      return found;
    });
  };
  return visit(root, 0);
}

function childKeys(value: unknown, step: Step): readonly (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step.kind === 'any') return Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  if (step.kind === 'index') return Array.isArray(value) && step.index < value.length ? [step.index] : [];
  return !Array.isArray(value) && Object.hasOwn(value, step.key) ? [step.key] : [];
}

function nodeTest(is: Exclude<JsonTest['is'], { kind: 'not-exists' }>): NodeTest {
  if (is.kind === 'compare') return comparisonTest(is);
  // AWS also finds a list that has a null in it, unlike with =.
  if (is.kind === 'null') return (value) => value === null || (Array.isArray(value) && value.includes(null));
  return (value) => value === (is.kind === 'true');
}

function comparisonTest(comparison: Comparison): NodeTest {
  const compare = compileComparison(comparison);
  // JSON.parse forgets how a number was written; who compares it with a text means it as it was.
  const asText = comparison.operand.kind !== 'number';
  return (value, message, path) => {
    if (typeof value === 'string') return compare(value, null);
    if (typeof value !== 'number') return false;
    return compare(asText ? numberText(message, path) : '', value);
  };
}
