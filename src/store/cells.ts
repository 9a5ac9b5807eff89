// The values of one event on their way into the columns of its table, by field index. They travel as one text, which SQL
// splits (insert-events.ts): setting values one by one through the Node API costs ten times as much (docs/adr).

/** Stands for "this event lacks the field". */
export const missing = '\x1e';
export const separator = '\x1f';

/** `missing` or shorter where the event lacks the field. */
export type Cells = string[];

/** One text, or the cells themselves where a value holds one of the two characters above. */
export type PackedCells = string | readonly string[];

export function packCells(cells: Cells, unusual: boolean): PackedCells {
  if (unusual) return cells;
  // An empty text would be split into one empty value.
  return cells.length === 0 ? missing : cells.join(separator);
}

export function unpackCells(packed: PackedCells): readonly string[] {
  return typeof packed === 'string' ? packed.split(separator) : packed;
}

/** Sets a cell, whatever the length of the array. */
export function setCell(cells: Cells, index: number, value: string): void {
  while (cells.length < index) cells.push(missing);
  cells[index] = value;
}

/** The same cells with one more value. */
export function withCell(packed: PackedCells, index: number, value: string): PackedCells {
  const cells = [...unpackCells(packed)];
  setCell(cells, index, value);
  return packCells(cells, typeof packed !== 'string');
}
