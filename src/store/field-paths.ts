// The field paths of one log group as a tree that mirrors the shape of its messages, so that walking a message finds the
// column of each leaf without building its path again.

import { columnsPerGroupMax, fieldsPerEventMax, jsonDepthMax } from '../limits.ts';
import type { Cells } from './cells.ts';

interface PathNode {
  readonly path: string;
  readonly children: Map<string | number, PathNode>;
  /** Index of the field; -1 until a leaf is seen here, -2 when the group has no room for it. */
  field: number;
}

export class FieldPaths {
  /** Path of each field by index. Only grows. */
  readonly paths: string[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #root: PathNode = { path: '', children: new Map(), field: -1 };
  #nodes = 0;

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.#add(path);
  }

  /**
   * The leaves of a parsed message, flattened with dots and array positions (reference logs-insights-ql 2.2): booleans as
   * 1 and 0, null and empty containers as nothing, the first of two leaves with one path. Adds unknown paths to the group
   * until its limit; leaves beyond the limits of an event or of nesting stay in the message only.
   */
  discover(message: object): Cells {
    const cells: Cells = new Array(this.paths.length).fill(undefined);
    new Discovery(this, cells).visitContainer(message, this.#root, 0);
    return cells;
  }

  /** Index of a derived field, which has room beyond the limit of discovered ones: there are few. */
  derived(path: string): number {
    return this.#indexes.get(path) ?? this.#add(path);
  }

  /** Index of a discovered field, or -2 when the group is full. */
  indexOf(path: string): number {
    return this.#indexes.get(path) ?? (this.paths.length < columnsPerGroupMax ? this.#add(path) : -2);
  }

  #add(path: string): number {
    const index = this.paths.push(path) - 1;
    this.#indexes.set(path, index);
    return index;
  }

  /** Whether one more node may be kept. Keys that never repeat (ids as keys) would fill the memory otherwise. */
  mayRemember(): boolean {
    return this.#nodes++ < 10 * columnsPerGroupMax;
  }
}

/** One walk over one message. */
class Discovery {
  readonly #fields: FieldPaths;
  readonly #cells: Cells;
  #left = fieldsPerEventMax;

  constructor(fields: FieldPaths, cells: Cells) {
    this.#fields = fields;
    this.#cells = cells;
  }

  visitContainer(value: object, node: PathNode, depth: number): void {
    if (depth > jsonDepthMax) return;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) this.#visit(value[i], node, i, depth);
    } else {
      const object = value as Readonly<Record<string, unknown>>;
      for (const key in object) this.#visit(object[key], node, key, depth);
    }
  }

  #visit(value: unknown, parent: PathNode, key: string | number, depth: number): void {
    if (value === null || this.#left === 0) return;
    if (typeof value !== 'object') {
      this.#leaf(this.#child(parent, key), typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
    } else if ('isLosslessNumber' in value) {
      this.#leaf(this.#child(parent, key), String(value));
    } else {
      this.visitContainer(value, this.#child(parent, key), depth + 1);
    }
  }

  #leaf(node: PathNode, text: string): void {
    if (node.field === -1) node.field = this.#fields.indexOf(node.path);
    if (node.field < 0) return;
    this.#left--;
    this.#cells[node.field] ??= text;
  }

  #child(parent: PathNode, key: string | number): PathNode {
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const node = { path: childPath(parent.path, key), children: new Map(), field: -1 };
    if (this.#fields.mayRemember()) parent.children.set(key, node);
    return node;
  }
}

/**
 * A name that starts with `@` gets one more, so that it cannot pass for a system field [AWS: CWL discoverable fields].
 * Half characters become U+FFFD, as they do in the database: the path must be the same after a restart.
 */
function childPath(parent: string, key: string | number): string {
  const name = typeof key === 'number' || !/[\ud800-\udfff]/.test(key) ? key : Buffer.from(key).toString();
  if (parent !== '') return `${parent}.${name}`;
  return typeof name === 'string' && name.startsWith('@') ? `@${name}` : String(name);
}
