// Limits of filter patterns, kept here because filter-pattern/ imports nothing from outside.

/** Characters of a pattern [AWS: 1,024]. */
export const filterPatternCharsMax = 1_024;
/** Regular expressions in one pattern [AWS: 2]. */
export const regexesMax = 2;
/** Wildcards in one selector, and in all selectors of a pattern [AWS: 1 and 3]. */
export const selectorWildcardsMax = 1;
export const patternWildcardsMax = 3;
/** Nesting of parentheses; keeps a hostile pattern from exhausting the stack. */
export const nestingMax = 100;
/** Places in a regular expression where a match can stand at once, repetitions written out: each costs time at every character. */
export const regexStatesMax = 500;
