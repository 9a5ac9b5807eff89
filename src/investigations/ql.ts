// Writing Logs Insights QL: user text becomes a string literal here and nowhere else.

/** A string literal that the language reads back as `text` (logs-insights-ql reference 1.4). */
export function quoteString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** `["a", "b"]`, for `in`. The language knows no empty list. */
export function quoteList(texts: readonly string[]): string {
  return `[${texts.map(quoteString).join(', ')}]`;
}

/** Conditions joined by `and`; those that are null do not apply. */
export function allOf(conditions: readonly (string | null)[]): string {
  return conditions.filter((condition) => condition !== null).join(' and ');
}

/** A derived field that may hold several values joined by spaces holds this one. May fit a longer value beside others. */
export function holdsValue(field: string, value: string): string {
  return `(${field} = ${quoteString(value)} or ${field} like ${quoteString(` ${value}`)} or ${field} like ${quoteString(`${value} `)})`;
}

/** A field ends in this text: names stand at the end of ARNs, and one name may be the begin of another. */
export function endsIn(field: string, text: string): string {
  return `endsWith(${field}, ${quoteString(text)})`;
}

/** The stages of a query, one a line. */
export function pipeline(stages: readonly (string | null)[]): string {
  return stages.filter((stage) => stage !== null).join('\n| ');
}
