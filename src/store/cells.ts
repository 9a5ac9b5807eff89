// The values of one event on their way into the columns of its table, by field index. They travel as one text, which SQL
// splits (insert-events.ts): setting values one by one through the Node API costs ten times as much (docs/adr).

/** Undefined, or shorter, where the event lacks the field. */
export type Cells = (string | undefined)[];

/** One text, or the cells themselves where a value holds one of the two characters below. */
export type PackedCells = string | Readonly<Cells>;

/** Between two values of a packed text. */
export const separator = '\x1f';
/** An empty value in a packed text; nothing at all there is a missing one. */
export const emptyMark = '\x1e';

export function packCells(cells: Cells, unusual: boolean): PackedCells {
  if (unusual) return cells;
  const marked = cells.includes('') ? cells.map((cell) => (cell === '' ? emptyMark : cell)) : cells;
  return marked.join(separator);
}

export function unpackCells(packed: PackedCells): Readonly<Cells> {
  if (typeof packed !== 'string') return packed;
  return packed.split(separator).map((cell) => (cell === '' ? undefined : cell === emptyMark ? '' : cell));
}

/** SQL that does to the column `packed` what `unpackCells` does to a text: a list of texts and nulls. */
export const unpackSql = (packed: string): string =>
  `list_transform(string_split(${packed}, '${separator}'),
     lambda cell: CASE cell WHEN '' THEN NULL WHEN '${emptyMark}' THEN '' ELSE cell END)`;

/** The same cells with one more value. */
export function withCell(packed: PackedCells, index: number, value: string): PackedCells {
  const cells = [...unpackCells(packed)];
  cells[index] = value;
  return packCells(cells, typeof packed !== 'string');
}
