// How large an engine makes a filter when it moves it down to the events: it writes out the columns that the filter reads, which
// were made of other columns. `fields a + a as b | fields b + b as c | …` doubles with each command without getting long in sight.

/** Characters of the columns that a condition reads, written out; beyond that they are computed before it. */
const writtenCharsMax = 5_000;

/** Weights of the columns that the statement makes (c1, r1, m1_0 …), by name. */
export type Weights = Map<string, number>;

/** Characters of a fragment with the columns that it reads written out. */
export function weightOf(sql: string, weights: Weights): number {
  let weight = sql.length;
  for (const [name] of sql.matchAll(/\b[a-z]\d+(_\d+)?\b/g)) weight += weights.get(name) ?? 0;
  return weight;
}

export function isHeavy(condition: string, weights: Weights): boolean {
  return weightOf(condition, weights) - condition.length > writtenCharsMax;
}
