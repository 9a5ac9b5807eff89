// The rows of a result as they arrive: cells become the API's strings at once, and their size is watched.

import type { Rows } from '../engine/engine.ts';
import type { CellValue, StatementColumn } from '../engine/statement.ts';
import { cellCharsLeast } from '../limits.ts';
import { cellText } from '../process/cell-text.ts';
import { encodePointer } from './pointer.ts';
import { resultTooLarge } from './query-stopped.ts';

export class ResultRows {
  readonly rows: (string | null)[][] = [];
  /** The first row as the engine gave it, with what the statement selects beside the columns. */
  first: readonly CellValue[] | undefined;
  readonly #columns: readonly StatementColumn[];
  readonly #charsMax: number;
  #chars = 0;

  constructor(columns: readonly StatementColumn[], charsMax: number) {
    this.#columns = columns;
    this.#charsMax = charsMax;
  }

  /** Throws QueryStopped when the result becomes too large. */
  add(rows: Rows): void {
    this.first ??= rows[0];
    for (const row of rows) {
      const texts = this.#columns.map(({ kind }, index) => cellText(row[index] ?? null, kind, pointerText));
      for (const text of texts) this.#chars += cellCharsLeast + (text?.length ?? 0);
      if (this.#chars > this.#charsMax) throw resultTooLarge(this.#charsMax);
      this.rows.push(texts);
    }
  }
}

/** `<group id>:<sequence>` as sql/ writes it -> the opaque `@ptr`. */
function pointerText(text: string): string {
  const [group = '', sequence = ''] = text.split(':');
  return encodePointer(Number(group), BigInt(sequence));
}
