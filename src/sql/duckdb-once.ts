// How to read a value several times whose own SQL should stand in the statement once: nested expressions would double it at
// each level otherwise, and DuckDB computes it once.

const column = /^(\w+|"(?:[^"]|"")*")$/;
const parameter = /^\$\w+$/;

/**
 * What `write` makes of a text: of a column as it is, of anything else under a name. `write` reads no other name of this kind.
 * A parameter has no type before it is bound, which lists and lambdas need to know.
 */
export function once(text: string, write: (it: string) => string): string {
  if (parameter.test(text)) return write(`CAST(${text} AS VARCHAR)`);
  return column.test(text) ? write(text) : `list_transform([${text}], lambda it: ${write('it')})[1]`;
}
