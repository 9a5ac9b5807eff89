// A filter pattern as data: what parse-filter-pattern.ts makes of a text and compile-filter-pattern.ts runs. Plain and serialisable.

export type FilterPattern = TermsPattern | JsonPattern | ColumnsPattern;

/** `ERROR -"not found"`; without any term it matches everything. Optional terms are there only when there are no others. */
export interface TermsPattern {
  readonly kind: 'terms';
  readonly required: readonly Term[];
  readonly optional: readonly Term[];
  readonly excluded: readonly Term[];
}

export type Term =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: Regex };

/** `{ $.status = 404 && $.user IS NULL }`. */
export interface JsonPattern {
  readonly kind: 'json';
  readonly condition: Condition<JsonTest>;
}

/** `[ip, ..., status = 4*, bytes]`. */
export interface ColumnsPattern {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
  /** How many columns stand before the ellipsis; null without one. */
  readonly ellipsisAfter: number | null;
}

export interface Column {
  /** Null for a column that is written as nothing, as the last one of `[a,]`. */
  readonly name: string | null;
  readonly condition: Condition<Comparison> | null;
}

export type Condition<Test> =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition<Test>[] }
  | { readonly kind: 'test'; readonly test: Test };

export interface JsonTest {
  readonly selector: Selector;
  readonly is: Comparison | { readonly kind: 'null' | 'true' | 'false' | 'not-exists' };
}

/** `$.users[0].name`: its steps from the root. */
export type Selector = readonly Step[];

export type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'any' };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison {
  readonly kind: 'compare';
  readonly operator: Operator;
  readonly operand: Operand;
}

export type Operand =
  /** `text` is the number as it is written: values that are no numbers compare with it. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  /** The text between its wildcards: `a*b` has the parts `a` and `b`. */
  | { readonly kind: 'text'; readonly parts: readonly string[] }
  | { readonly kind: 'regex'; readonly regex: Regex };

/** What stands between the bars of `%a|b%`: any of them may match. */
export interface Regex {
  readonly alternatives: readonly RegexSequence[];
}

export interface RegexSequence {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly items: readonly RegexItem[];
}

/** One character, so many times. */
export interface RegexItem {
  readonly characters: CharacterSet;
  readonly least: number;
  /** Infinity when there is no bound. */
  readonly most: number;
}

export interface CharacterSet {
  /** Of ASCII codes, both ends included. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** Whether characters beyond ASCII belong to it, all of them. */
  readonly others: boolean;
}
