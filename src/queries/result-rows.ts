// The rows of a result as they arrive: cells become the API's strings at once and go to whoever takes them.

import type { Rows } from '../engine/engine.ts';
import type { CellValue, StatementColumn } from '../engine/statement.ts';
import { cellCharsLeast } from '../limits.ts';
import { cellText } from '../process/cell-text.ts';
import { encodePointer } from './pointer.ts';
import type { ResultColumn, ResultRow, ResultSink } from './query.ts';
import { resultTooLarge } from './query-stopped.ts';

/** Gives rows of the engine to a sink, as text. */
export class RowTexts {
  count = 0;
  /** The first row as the engine gave it, with what the statement selects beside the columns. */
  first: readonly CellValue[] | undefined;
  readonly #columns: readonly StatementColumn[];
  readonly #sink: ResultSink;

  constructor(columns: readonly StatementColumn[], sink: ResultSink) {
    this.#columns = columns;
    this.#sink = sink;
    sink.begin(columns);
  }

  add(rows: Rows): void | Promise<void> {
    this.first ??= rows[0];
    this.count += rows.length;
    return this.#sink.add(
      rows.map((row) =>
        this.#columns.map(({ kind }, index) => cellText(row[index] ?? null, kind, pointerText)),
      ),
    );
  }
}

/** A result in memory, whose size is watched. */
export class RowsInMemory implements ResultSink {
  columns: readonly ResultColumn[] = [];
  readonly rows: ResultRow[] = [];
  readonly #charsMax: number;
  #chars = 0;

  /** `charsMax` counts `cellCharsLeast` for each cell beside its text. */
  constructor(charsMax: number) {
    this.#charsMax = charsMax;
  }

  begin(columns: readonly ResultColumn[]): void {
    this.columns = columns;
  }

  /** Throws QueryStopped when the result becomes too large. */
  add(rows: readonly ResultRow[]): void {
    for (const row of rows) {
      for (const text of row) this.#chars += cellCharsLeast + (text?.length ?? 0);
      if (this.#chars > this.#charsMax) throw resultTooLarge(this.#charsMax, 'characters');
      this.rows.push(row);
    }
  }
}

/** `<group id>:<sequence>` as sql/ writes it -> the opaque `@ptr`. */
function pointerText(text: string): string {
  const [group = '', sequence = ''] = text.split(':');
  return encodePointer(Number(group), BigInt(sequence));
}
