// The contract between sql/, which writes statements, and an engine, which runs them.
// User text reaches an engine only as `parameters` and `constants`, never inside `text`.

/** How a result column is turned into the strings of the API (reference logs-insights-ql 2.7). */
export type ColumnKind =
  /** Text as stored or computed; shown unchanged. */
  | 'text'
  /** A number made by a computation: at most four decimals. */
  | 'number'
  /** Text that is shown as a computed number when it reads as one (min, max over text). */
  | 'numericText'
  /** 1, 0 or null. */
  | 'boolean'
  /** Epoch milliseconds, shown as `YYYY-MM-DD HH:MM:SS.mmm`. */
  | 'timestamp'
  /** `<group id>:<sequence>`, shown as an opaque `@ptr`. */
  | 'pointer'
  /** A JSON value as text: scalars are shown plainly, maps and lists as they are. */
  | 'json'
  /** A list of texts as JSON, shown with commas between. */
  | 'joinedList';

export interface StatementColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export type ParameterValue = string | number | bigint | boolean | null;

export interface Statement {
  readonly text: string;
  /** Values of `$p1`, `$p2`, …; the text need not mention all of them. */
  readonly parameters: readonly ParameterValue[];
  /** Values that the engine must know before it plans (regular expressions with groups); DuckDB: `getvariable('k1')`. */
  readonly constants: Readonly<Record<string, string>>;
  readonly columns: readonly StatementColumn[];
}

export type CellValue = string | number | bigint | boolean | null;
