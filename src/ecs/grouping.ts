// Grouping, counting and ordering of lists so that the result never depends on the order in which events arrived.

/** Groups in the order of their first item. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export interface TextCount {
  readonly text: string;
  readonly count: number;
}

/** Distinct texts, most frequent first, equally frequent ones by text; nulls are left out. */
export function countTexts(texts: readonly (string | null)[]): readonly TextCount[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || compareTexts(a.text, b.text));
}

/** By code unit: the same on every machine, unlike localeCompare. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The lower of the two in the middle, so that it is always a value that occurred; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
