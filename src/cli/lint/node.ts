// What YAML, JSON and Terraform have in common: maps, lists and texts. The readers make it, find-queries.ts looks through it.

import type { LocatedText } from './located-text.ts';

export interface TextNode {
  readonly kind: 'text';
  readonly value: LocatedText;
}
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, value: Node])[];
  readonly offset: number;
}
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly offset: number;
}
/** Numbers, booleans, and what is only known when the template is used. */
export interface OtherNode {
  readonly kind: 'other';
  readonly offset: number;
}
export type Node = TextNode | MapNode | ListNode | OtherNode;

export function entryOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.find(([name]) => name === key)?.[1] : undefined;
}

/** The plain text under a key. */
export function textUnder(node: Node | undefined, key: string): string | undefined {
  const value = entryOf(node, key);
  return value?.kind === 'text' ? value.value.text : undefined;
}

export function offsetOf(node: Node): number {
  return node.kind === 'text' ? (node.value.offsets[0] ?? 0) : node.offset;
}
