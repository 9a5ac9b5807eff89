// The value at an XPath: the text of the first node that it finds, as XPath's string(). Each step looks at a node once at most, so that
// the cost is bounded by nodes times steps.

import type { XPath, XPathPredicate, XPathStep, XPathValue } from '../../language/xpath.ts';
import type { XmlDocument, XmlNode } from './read-xml.ts';

/** Null when the path finds nothing. Inferred: of several nodes the first counts; namespaces are not resolved. */
export function xpathValue(document: XmlDocument, { steps }: XPath): string | null {
  for (const value of valuesAt(document, [0], steps)) return value;
  return null;
}

/** In the order of the document; `from` too. */
function* valuesAt(
  document: XmlDocument,
  from: readonly number[],
  steps: readonly XPathStep[],
): Generator<string> {
  let contexts = from;
  for (const step of steps) {
    const around = step.anywhere ? elementsFrom(document, contexts) : contexts;
    if (step.node === 'attribute') return yield* attributesOf(document, around, step.name);
    if (step.node === 'text') return yield* textsOf(document, around);
    contexts = around.flatMap((index) => chosen(document, index, step)).sort((one, other) => one - other);
  }
  for (const index of contexts) yield textOf(document, index);
}

function* attributesOf(
  { nodes }: XmlDocument,
  contexts: readonly number[],
  name: string | null,
): Generator<string> {
  for (const index of contexts) {
    for (const [found, value] of Object.entries(nodes[index]?.attributes ?? {}))
      if (name === null || found === name) yield value;
  }
}

function* textsOf(document: XmlDocument, contexts: readonly number[]): Generator<string> {
  for (const context of contexts)
    for (const [index, node] of childrenOf(document, context))
      if (node.name === null) yield textOf(document, index);
}

/** The elements themselves and all elements inside of them, each once. */
function elementsFrom({ nodes }: XmlDocument, contexts: readonly number[]): readonly number[] {
  const found: number[] = [];
  let next = 0;
  for (const context of contexts) {
    const last = nodes[context]?.last ?? context;
    for (next = Math.max(next, context); next <= last; next++)
      if (nodes[next]?.name !== null) found.push(next);
  }
  return found;
}

/** The children of one element that a step chooses. */
function chosen(document: XmlDocument, context: number, { name, predicates }: XPathStep): readonly number[] {
  let found: number[] = [];
  for (const [index, node] of childrenOf(document, context))
    if (node.name !== null && (name === null || node.name === name)) found.push(index);
  for (const predicate of predicates) {
    const { length } = found;
    found = found.filter((index, place) => holds(document, index, place + 1, length, predicate));
  }
  return found;
}

function holds(
  document: XmlDocument,
  index: number,
  place: number,
  places: number,
  predicate: XPathPredicate,
): boolean {
  if (predicate.kind === 'position')
    return place === (predicate.position === 'last' ? places : predicate.position);
  const { path, value } = predicate;
  for (const text of valuesAt(document, [index], path))
    if (value === null || compares(text, value)) return true;
  return false;
}

/** No number is longer; a text that is need not be read. */
const numberCharsMax = 100;

function compares(text: string, { operator, literal }: XPathValue): boolean {
  const equal =
    typeof literal === 'string'
      ? text === literal
      : text.length <= numberCharsMax && text.trim() !== '' && Number(text) === literal;
  return equal === (operator === '=');
}

function* childrenOf({ nodes }: XmlDocument, parent: number): Generator<readonly [number, XmlNode]> {
  const last = nodes[parent]?.last ?? parent;
  for (let index = parent + 1; index <= last; ) {
    const node = nodes[index];
    if (node === undefined) return;
    yield [index, node];
    index = node.last + 1;
  }
}

function textOf({ nodes, text }: XmlDocument, index: number): string {
  const node = nodes[index];
  return node === undefined ? '' : text.slice(node.textStart, node.textEnd);
}
