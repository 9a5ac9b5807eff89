// What pattern analysis yields: texts grouped by their common structure. Commands turn it into rows (pattern-rows.ts, diff-rows.ts,
// anomaly-rows.ts); pattern-miner.ts makes it. docs/patterns.md tells the method.

/** The query's window, or the window it is compared with (`diff`, `logcompare`). */
export type Period = 'current' | 'compared';

/** `ERROR`, `WARN` or `INFO` by the words of the pattern [AWS: CWL_AnalyzeLogData_Patterns, "Severity type"]. */
export type Severity = 'ERROR' | 'WARN' | 'INFO';

/**
 * The type in a token's name, `<Type-N>`. AWS's documents show Time, Date, ID, IPAddress and Token.
 * Inferred: ARN, Number and StatusCode.
 */
export type TokenType = 'Time' | 'Date' | 'IPAddress' | 'ARN' | 'ID' | 'StatusCode' | 'Number' | 'Token';

/** A value of a token, how often it was seen, and how often in the recent part of the window. */
export interface TokenValue {
  /** At most `tokenValueCharsMax` characters; longer ones end in an ellipsis. */
  readonly value: string;
  readonly count: number;
  readonly recentCount: number;
}

/** The numbers a token had in one part of the window. */
export interface NumberSummary {
  readonly count: number;
  readonly median: number;
  /** Median absolute deviation from the median. */
  readonly deviation: number;
}

/** A part of the pattern that varies. */
export interface PatternToken {
  /** `Time-1`: type and position among the pattern's tokens, from 1. */
  readonly name: string;
  readonly type: TokenType;
  /** The most frequent values, at most `tokenValuesKept`; count descending, then by text. */
  readonly values: readonly TokenValue[];
  /** True when there were more different values than are counted: identifiers, times. */
  readonly open: boolean;
  /** True when it stands for any text: the rest of an array, the end of a text that is too long. */
  readonly rest: boolean;
  /** For tokens whose values are all numbers: the earlier and the recent part of the window. */
  readonly numbers: { readonly earlier: NumberSummary; readonly recent: NumberSummary } | null;
}

/** A stretch of the pattern: constant text, or a token by its index in `tokens`. */
export type PatternPiece = string | number;

export interface PatternSample {
  readonly timeMs: number;
  /** At most `patternSampleCharsMax` characters. */
  readonly text: string;
}

/** Events of the window per slice of time; slice i starts at startMs + i × sliceMs. */
export interface Timeline {
  readonly startMs: number;
  readonly sliceMs: number;
  readonly counts: readonly number[];
}

export interface Pattern {
  /** Hash of `text`, 16 hexadecimal digits. */
  readonly id: string;
  /** The constant text with `<Type-N>` where it varies. */
  readonly text: string;
  readonly pieces: readonly PatternPiece[];
  readonly tokens: readonly PatternToken[];
  /** A regular expression (RE2, JavaScript) that every text of the pattern matches from its beginning to its end. */
  readonly regex: string;
  readonly severity: Severity;
  /** Events of the query's window. */
  readonly count: number;
  /** Of these, events in the last quarter of the window. */
  readonly recentCount: number;
  /** Events of the window it is compared with. */
  readonly comparedCount: number;
  readonly timeline: Timeline;
  /** The earliest events, at most `patternSamplesKept`. */
  readonly samples: readonly PatternSample[];
}

/** Groups texts into patterns while they stream by. */
export interface PatternMiner {
  /** Takes in one event. Never throws, whatever the text; costs time in proportion to its first `patternCharsMax` characters. */
  add(text: string, timeMs: number, period: Period): void;
  /** The patterns so far: most events in the query's window first, ties by the text of the pattern. Their counts add up to the events. */
  patterns(): readonly Pattern[];
}
