// Physical column names for field paths. DuckDB's names ignore case while paths do not, and some names are taken.

import { systemColumns } from './schema.ts';

/** Columns of the store's own, beside the system columns; INTEGER hashes, null in messages that are no envelopes. */
export const privateColumns = {
  /** Hash of resource ARN and detail.version; null when the event has none. */
  versionKey: '@versionKey',
  /** Hash of detail-type and detail. */
  contentKey: '@contentKey',
} as const;

const nameCharsMax = 200;
// `rowid` is DuckDB's own name for the position of a row.
const reserved = ['rowid', ...Object.values(systemColumns), ...Object.values(privateColumns)];

/** Chooses column names for one table; remembers what is taken. */
export class ColumnNames {
  readonly #taken = new Set(reserved.map((name) => name.toLowerCase()));

  constructor(existing: Iterable<string> = []) {
    for (const name of existing) this.#taken.add(name.toLowerCase());
  }

  /** The path itself where possible, otherwise a readable variant of it: `Status` beside `status` becomes `Status~2`. */
  choose(path: string): string {
    const clean = path.slice(0, nameCharsMax).replaceAll(/[\x00-\x1f\x7f\ud800-\udfff]/g, '_');
    const base = clean === '' ? '_' : clean;
    let name = base;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${base}~${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
