// Lookup tables as their readers and writers see them: reference data from CSV that `lookup` and `cidrlookup` join to events
// (reference logs-insights-ql 3.16, 3.17). Interface and errors only; lookup-tables.ts keeps them.

import { lookupTablesMax } from '../limits.ts';

export interface LookupColumn {
  /** As in the header of the CSV; letter case counts. */
  readonly name: string;
  /** Physical column name, unquoted; VARCHAR. Inferred: an empty cell, in quotes or not, is null there. */
  readonly column: string;
}

export interface LookupTable {
  readonly name: string;
  readonly description?: string;
  /** Physical table name, unquoted. Another one after each update, so that a query never mixes old and new content. */
  readonly table: string;
  /** At least one, in the order of the header. */
  readonly columns: readonly LookupColumn[];
  /** Physical column, BIGINT: position of a row in the CSV, from 0. */
  readonly orderColumn: string;
  /** Rows without the header. */
  readonly records: number;
  /** UTF-8 bytes of the CSV. */
  readonly sizeBytes: number;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** A table as people see it: without where it lies. */
export interface LookupTableSummary extends Omit<LookupTable, 'table' | 'columns' | 'orderColumn'> {
  readonly columns: readonly string[];
}

export function summaryOf({ table: _, orderColumn: __, columns, ...rest }: LookupTable): LookupTableSummary {
  return { ...rest, columns: columns.map(({ name }) => name) };
}

export interface LookupTableContent {
  /** CSV with a header line. */
  readonly body: string;
  /** Left out of an update, the description stays. Inferred: AWS calls the member "an updated description". */
  readonly description?: string | undefined;
}

export interface LookupTableStore {
  /** Ordered by name. */
  lookupTables(): readonly LookupTable[];
  lookupTable(name: string): LookupTable | undefined;
  /** The CSV as it was given, less a byte-order mark. Throws LookupTableMissing. */
  lookupTableBody(name: string): Promise<string>;
  /** Durable when it resolves. Throws InvalidLookupTable, LookupTableExists and TooManyLookupTables. */
  createLookupTable(name: string, content: LookupTableContent): Promise<LookupTable>;
  /** Replaces the whole content. Throws InvalidLookupTable and LookupTableMissing. */
  updateLookupTable(name: string, content: LookupTableContent): Promise<LookupTable>;
  /** With its tags. Throws LookupTableMissing. */
  deleteLookupTable(name: string): Promise<void>;
}

/** A name, a description or a CSV that cannot be a lookup table; the message is a sentence that names the line, if there is one. */
export class InvalidLookupTable extends Error {
  override readonly name = 'InvalidLookupTable';
}

export class LookupTableExists extends Error {
  override readonly name = 'LookupTableExists';
  constructor(table: string) {
    super(`The lookup table ${table} exists already.`);
  }
}

export class LookupTableMissing extends Error {
  override readonly name = 'LookupTableMissing';
  constructor(table: string) {
    super(`There is no lookup table ${table}.`);
  }
}

export class TooManyLookupTables extends Error {
  override readonly name = 'TooManyLookupTables';
  constructor() {
    super(`There are ${lookupTablesMax} lookup tables already; delete one first.`);
  }
}
