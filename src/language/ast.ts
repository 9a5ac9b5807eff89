// The syntax tree of a Logs Insights query: plain, serialisable data without behaviour.
// Spans are half-open ranges of UTF-16 offsets into the query text, the unit that editors use.
// The parser builds these nodes, print.ts turns them back into text, plan/ gives them meaning.

/** Half-open range of UTF-16 offsets into the query text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly span: Span;
}

/** A field name: plain (`detail.containers.0.name`), with backticked segments, or both. `name` joins the segments with dots. */
export interface FieldExpr extends Node {
  readonly kind: 'field';
  readonly name: string;
  readonly segments: readonly string[];
}
export interface StringExpr extends Node {
  readonly kind: 'string';
  readonly value: string;
}
export interface NumberExpr extends Node {
  readonly kind: 'number';
  readonly value: number;
  /** The digits as written, so that 64-bit integers stay exact. */
  readonly text: string;
}
export interface BooleanExpr extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NullExpr extends Node {
  readonly kind: 'null';
}
/** `/…/`; `pattern` is the text between the slashes with `\/` already turned into `/`. */
export interface RegexExpr extends Node {
  readonly kind: 'regex';
  readonly pattern: string;
}
export type PeriodUnit =
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year';
/** `5m`; `count` is as written, the cap of reference 1.6 is applied by plan/. */
export interface PeriodExpr extends Node {
  readonly kind: 'period';
  readonly count: number;
  readonly unit: PeriodUnit;
}
/** `*`, only as the argument of `count(*)` and the like. */
export interface StarExpr extends Node {
  readonly kind: 'star';
}
/** A call; `name` is the canonical spelling of functions.ts (`countDistinct` for `count_distinct`). */
export interface CallExpr extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expr[];
}
export type UnaryOperator = 'not' | '!' | '-';
export interface UnaryExpr extends Node {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expr;
}
export type BinaryOperator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^';
/** `==` is read as `=`. */
export interface BinaryExpr extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** `x like "text"`, `x not like /re/`, `x =~ /re/` (which is `like`). */
export interface LikeExpr extends Node {
  readonly kind: 'like';
  readonly negated: boolean;
  readonly operand: Expr;
  readonly pattern: StringExpr | RegexExpr;
}
export type LiteralExpr = StringExpr | NumberExpr | BooleanExpr | NullExpr;
/** `x in [a, b]`, `x not in [a, b]`; a negative number in the list is one NumberExpr. */
export interface InExpr extends Node {
  readonly kind: 'in';
  readonly negated: boolean;
  readonly operand: Expr;
  readonly items: readonly LiteralExpr[];
}
export type Expr =
  | FieldExpr
  | LiteralExpr
  | RegexExpr
  | PeriodExpr
  | StarExpr
  | CallExpr
  | UnaryExpr
  | BinaryExpr
  | LikeExpr
  | InExpr;

/** A name made by the query (`as x`), possibly written in backticks. */
export interface Alias extends Node {
  readonly name: string;
}
/** `expr [as alias]` in fields, display and stats. `span` covers both; `expr.span` is the text that names an unaliased column. */
export interface Item extends Node {
  readonly expr: Expr;
  readonly alias?: Alias;
}

export interface FieldsCommand extends Node {
  readonly kind: 'fields';
  readonly items: readonly Item[];
}
export interface DisplayCommand extends Node {
  readonly kind: 'display';
  readonly items: readonly Item[];
}
/** `filter` and `where`. */
export interface FilterCommand extends Node {
  readonly kind: 'filter';
  readonly condition: Expr;
}
export interface SortKey extends Node {
  readonly field: FieldExpr;
  readonly direction: 'asc' | 'desc';
}
/** `sort [by] …` and `order [by] …`. */
export interface SortCommand extends Node {
  readonly kind: 'sort';
  readonly keys: readonly SortKey[];
}
/** `limit N`, `limit any N`, `head N`. */
export interface LimitCommand extends Node {
  readonly kind: 'limit';
  readonly count: number;
  readonly any: boolean;
}
export interface StatsCommand extends Node {
  readonly kind: 'stats';
  readonly aggregates: readonly Item[];
  readonly groups: readonly Item[];
  readonly offset?: PeriodExpr;
}
/** `parse [source] "glob" as a, b` or `parse [source] /regex/ [as a, b]`; no source means @message. */
export interface ParseCommand extends Node {
  readonly kind: 'parse';
  readonly source?: FieldExpr;
  readonly pattern: StringExpr | RegexExpr;
  readonly aliases: readonly Alias[];
}
export interface DedupCommand extends Node {
  readonly kind: 'dedup';
  readonly keys: readonly FieldExpr[];
}
/** `name = value` in a call of a saved query. */
export interface SavedQueryArgument extends Node {
  readonly name: Alias;
  /** As written, without comments and line breaks. */
  readonly value: string;
}
/** `$Name(name = value, …)`: expanded as text, in saved-query-expansion.ts, before a query gets its meaning. */
export interface SavedQueryCommand extends Node {
  readonly kind: 'savedQuery';
  readonly name: Alias;
  readonly arguments: readonly SavedQueryArgument[];
}
export type Command =
  | FieldsCommand
  | DisplayCommand
  | FilterCommand
  | SortCommand
  | LimitCommand
  | StatsCommand
  | ParseCommand
  | DedupCommand
  | SavedQueryCommand;
/** Of the commands that begin with a word. */
export type CommandKind = Exclude<Command['kind'], 'savedQuery'>;

/** A whole query; an empty text is a query without commands. */
export interface Query extends Node {
  readonly kind: 'query';
  readonly commands: readonly Command[];
}
