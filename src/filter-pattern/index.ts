// The public face of filter-pattern/: text -> pattern, and what runs it. It imports nothing and runs in the browser.

export { type CompiledFilterPattern, compileFilterPattern } from './compile-filter-pattern.ts';
export { filterPatternCharsMax } from './limits.ts';
export { type FilterPatternMistake, FilterPatternRejected } from './mistake.ts';
export { type ParsedFilterPattern, parseFilterPattern } from './parse-filter-pattern.ts';
export type { FilterPattern } from './pattern.ts';
export type { AnyOf } from './required-texts.ts';
