// What the readers of files yield: queries with their places, and those that cannot be checked.

import type { HoleStyle } from './holes.ts';
import type { LocatedText } from './located-text.ts';

export interface EmbeddedQuery {
  /** Where in the file, in its own terms: `Resources.Errors.Properties.QueryString`; empty when the file is the query. */
  readonly path: string;
  readonly query: LocatedText;
  readonly holes: HoleStyle;
}

export interface SkippedQuery {
  readonly path: string;
  /** Offset in the file. */
  readonly offset: number;
  /** Completes "not checked: …". */
  readonly reason: string;
}

export interface Extracted {
  readonly queries: readonly EmbeddedQuery[];
  readonly skipped: readonly SkippedQuery[];
}
