// How to read a value several times whose own SQL should stand in the statement once: nested expressions would double it at
// each level otherwise, and DuckDB computes it once.

const column = /^(\w+|"(?:[^"]|"")*"|\$\w+)$/;

/** What `write` makes of the value: of a column as it is, of anything else under a name. `write` reads no other name of this kind. */
export function once(sql: string, write: (it: string) => string): string {
  return column.test(sql) ? write(sql) : `list_transform([${sql}], lambda it: ${write('it')})[1]`;
}
