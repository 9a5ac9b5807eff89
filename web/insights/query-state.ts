// The query of the Insights page in its address: `q`, and one `group` per chosen log group (none: all of them).

export interface QueryState {
  /** Null when the address has no query: nothing is run. */
  readonly text: string | null;
  readonly groups: readonly string[];
}

export const readQueryState = (params: URLSearchParams): QueryState => ({
  text: params.get('q'),
  groups: [...new Set(params.getAll('group').filter((name) => name !== ''))],
});

/** `params` with this query in place of any other; the time range stays. */
export function writeQueryState(params: URLSearchParams, { text, groups }: QueryState): URLSearchParams {
  const written = new URLSearchParams(params);
  written.delete('q');
  written.delete('group');
  if (text !== null) written.set('q', text);
  for (const name of groups) written.append('group', name);
  return written;
}
