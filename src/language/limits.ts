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
/** Places in a regular expression where a match can stand at once; beyond it RE2 becomes slow, and at last refuses. */
export const regexStatesMax = 1_000;
/** Captures of one `parse`: finding them costs the square of their number. */
export const capturesMax = 100;
/** Steps of the XPath of one `parse … xml`, those inside of [ ] included: each may look at every element of a document. */
export const xpathStepsMax = 32;
/** Largest `limit` [AWS: 100,000]. */
export const limitMax = 100_000;
/** Sub-queries of one query, those of `appendcols` included: each reads log groups of its own. */
export const subqueriesMax = 10;
/** Rows that `appendcols` takes when its `max` is not written [AWS: 10,000]. */
export const appendedRowsDefault = 10_000;
/** What one `SOURCE` may list [AWS: 5 prefixes, 20 accounts, 10 data sources, 5 tag filters of 5 values]. */
export const prefixesPerSourceMax = 5;
export const accountsPerSourceMax = 20;
export const dataSourcesMax = 10;
export const tagFiltersMax = 5;
/** Mistakes, and warnings, that are told of one query: of thousands the first ones explain the rest. */
export const diagnosticsMax = 100;
/** Edits between a misspelt word and a suggestion for it. */
export const suggestionDistanceMax = 2;
/** Columns that one `autoregress` makes. */
export const lagColumnsMax = 100;
