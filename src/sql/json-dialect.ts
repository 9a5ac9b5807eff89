// What sql/ asks of an engine about JSON. A fragment is a column or expression that holds one JSON value as compact text: a map,
// a list or a scalar; JSON's null is no fragment but SQL's NULL. Text that does not read as JSON is absent, never an error.

import type { MemberStep } from '../language/ast.ts';
import type { DecodedFormat } from '../plan/plan.ts';

export interface JsonDialect {
  /** The map or list that a text stands for; null when it is none. */
  decode(text: string, format: DecodedFormat): string;
  /** A path as the engine reads it, to be passed as a parameter. */
  path(steps: readonly MemberStep[]): string;
  member(fragment: string, path: string): string;
  /** What JSON text holds at several paths, read once; `nth` takes a value out. */
  membersOfText(text: string, paths: readonly string[]): string;
  /** As membersOfText, of a fragment. */
  members(fragment: string, paths: readonly string[]): string;
  /** Member at a position, from 0, of what `members` gives. */
  nth(members: string, position: number): string;

  /** The items of a list, or the fragment itself as the only one. */
  items(fragment: string): string;
  /** The items of a list in a text, or the text itself as the only one. */
  itemsOfText(text: string): string;
  /** As items, also of a list in the text that a fragment holds. */
  itemsOfDocument(fragment: string): string;
  /** For SELECT: one row per item, the item and its place as columns of these names. */
  unnest(items: string, item: string, place: string): string;
  /** An item as a fragment. */
  item(item: string): string;

  /** The text of a scalar; null for maps and lists. Booleans are 1 and 0 (reference 2.1). */
  toText(fragment: string): string;
  /** JSON text: what a text in JSON holds, or the fragment itself. */
  toDocument(fragment: string): string;
  isStructure(fragment: string): string;
  fromText(text: string): string;
  fromNumber(number: string): string;
  fromBoolean(boolean: string): string;
}
