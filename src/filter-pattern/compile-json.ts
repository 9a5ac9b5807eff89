// Conditions on the values of JSON events. What AWS does and does not document: a comparison is about texts and numbers, so that it
// holds for no object, no list, no boolean and nothing absent, neither with = nor with !=.

import { compileComparison } from './compile-comparison.ts';
import { compileCondition } from './compile-condition.ts';
import { numberText, parseKeepingNumbers } from './number-text.ts';
import type { Comparison, JsonPattern, JsonTest, Selector, Step } from './pattern.ts';

export function compileJson({ condition }: JsonPattern): (message: string) => boolean {
  const holds = compileCondition(condition, compileTest);
  return (message) => {
    const event = JsonEvent.of(message);
    return event !== null && holds(event);
  };
}

class JsonEvent {
  readonly root: object;
  readonly #message: string;
  #asWritten: unknown;

  private constructor(message: string, root: object) {
    this.#message = message;
    this.root = root;
  }

  /** Null when the message is no JSON object: then no condition holds, not even NOT EXISTS. */
  static of(message: string): JsonEvent | null {
    // Most messages that are none fail here already.
    if (!/^\s*\{/.test(message)) return null;
    try {
      return new JsonEvent(message, JSON.parse(message));
    } catch {
      return null;
    }
  }

  /** The number at a path as the message has it. Read when it is needed: few patterns compare numbers with texts. */
  numberText(path: Path): string {
    this.#asWritten ??= parseKeepingNumbers(this.#message);
    return numberText(path.reduce(child, this.#asWritten)) ?? '';
  }
}

/** Keys and indexes from the root to a value. */
type Path = readonly (string | number)[];

const child = (value: unknown, key: string | number): unknown =>
  (value as Readonly<Record<string | number, unknown>>)[key];

type EventTest = (event: JsonEvent) => boolean;
type NodeTest = (value: unknown, event: JsonEvent, path: Path) => boolean;

function compileTest({ selector, is }: JsonTest): EventTest {
  if (is.kind === 'not-exists') return (event) => !selects(selector, event, () => true);
  const test = nodeTest(is);
  return (event) => selects(selector, event, test);
}

/** Whether a value that the selector names satisfies the test. Each test looks by itself: two may be about two elements of a list. */
function selects(selector: Selector, event: JsonEvent, test: NodeTest): boolean {
  const path: (string | number)[] = [];
  const visit = (value: unknown, depth: number): boolean => {
    const step = selector[depth];
    if (step === undefined) return test(value, event, path);
    return childKeys(value, step).some((key) => {
      path.push(key);
      const found = visit(child(value, key), depth + 1);
      path.pop();
      return found;
    });
  };
  return visit(event.root, 0);
}

/** Inferred: `[*]` and `.*` mean the same, of lists and of objects. */
function childKeys(value: unknown, step: Step): Path {
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
  const asText = comparison.operand.kind !== 'number';
  return (value, event, path) => {
    if (typeof value === 'string') return compare(value, null);
    if (typeof value !== 'number') return false;
    return compare(asText ? event.numberText(path) : '', value);
  };
}
