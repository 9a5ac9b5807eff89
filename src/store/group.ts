// A log group as the writer knows it: what its table has, what it will need, where its sequence stands.

import { ColumnNames } from './column-names.ts';
import { FieldPaths } from './field-paths.ts';
import { defaultGroupSettings, type GroupSettings } from './group-settings.ts';
import type { GroupSchema } from './schema.ts';

export interface StreamInfo {
  readonly name: string;
  readonly createdMs: number;
}

export class Group implements GroupSchema {
  readonly name: string;
  readonly table: string;
  readonly groupId: number;
  readonly createdMs: number;
  /** Fields whose columns exist: those that queries may name. */
  readonly fields = new Map<string, string>();
  /** Every field seen, committed or not, by index. */
  readonly paths: FieldPaths;
  readonly streams = new Map<string, StreamInfo>();
  settings: GroupSettings;
  /** Sequence of the next event; null until it is read from the table. */
  nextSequence: number | null = null;
  /** The next event has no lower sequence, whatever the table holds: later events were deleted. */
  sequenceLeast = 0;
  /** Whether the table exists. A group that an append creates exists after the commit only. */
  exists: boolean;
  /** Whether the group was deleted. What was prepared for it belongs nowhere: a group of the same name is another one. */
  deleted = false;
  readonly #names: ColumnNames;
  readonly #columns: string[];

  constructor(options: {
    name: string;
    groupId: number;
    createdMs: number;
    /** Existing fields in the order of their indexes. */
    fields?: readonly { readonly path: string; readonly column: string }[];
    settings?: GroupSettings;
  }) {
    const fields = options.fields;
    this.name = options.name;
    this.groupId = options.groupId;
    this.createdMs = options.createdMs;
    this.settings = options.settings ?? defaultGroupSettings;
    this.table = `events_${options.groupId}`;
    this.exists = fields !== undefined;
    this.#columns = fields?.map((field) => field.column) ?? [];
    this.#names = new ColumnNames(this.#columns);
    this.paths = new FieldPaths(fields?.map((field) => field.path));
    for (const field of fields ?? []) this.fields.set(field.path, field.column);
  }

  /** Physical column of a field by index. Chosen once; the column exists when `fields` names it. */
  column(index: number): string {
    for (let i = this.#columns.length; i <= index; i++)
      this.#columns.push(this.#names.choose(this.paths.paths[i] ?? ''));
    return this.#columns[index] ?? '';
  }

  /** After the commit that created the table or these columns: queries may name them. */
  committed(indexes: readonly number[]): void {
    this.exists = true;
    for (const index of indexes) this.fields.set(this.paths.paths[index] ?? '', this.column(index));
  }
}
