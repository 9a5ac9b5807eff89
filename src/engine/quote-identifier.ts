// The one place where a name becomes part of SQL text.

/** Quotes an identifier for DuckDB and ClickHouse: double quotes, doubled inside. Rejects NUL, which no engine can store in a name. */
export function quoteIdentifier(name: string): string {
  if (name.includes('\0')) throw new Error('a name must not contain the NUL character');
  return `"${name.replaceAll('"', '""')}"`;
}
