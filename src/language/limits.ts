// Limits of the language itself, kept here because language/ imports nothing from outside.
// src/limits.ts holds those of the service.

/** Characters of a query text, counted in UTF-16 units [AWS: 10,000]. */
export const queryCharsMax = 10_000;
/** Nesting of expressions; keeps a hostile query from exhausting the stack. */
export const expressionDepthMax = 200;
/** Nesting of groups in one regular expression; RE2 itself stops at 1,000. */
export const regexDepthMax = 200;
/** Largest `n` in `x{n}` and largest product of nested ones [RE2: 1,000]. */
export const regexRepeatMax = 1_000;
/** Largest `limit` [AWS: 100,000]. */
export const limitMax = 100_000;
/** Edits between a misspelt word and a suggestion for it. */
export const suggestionDistanceMax = 2;
