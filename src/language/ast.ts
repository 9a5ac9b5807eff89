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
/** A key of a map, or the index of a list's item, from 0. */
export type MemberStep = string | number;
/** `m.list[1].name`, `jsonParse(x).name`: what a field with dots alone cannot say. `m.list.name` is a FieldExpr. */
export interface MemberExpr extends Node {
  readonly kind: 'member';
  readonly owner: Expr;
  readonly path: readonly MemberStep[];
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
/** `x in ( SOURCE … | … )`, `x not in ( … )`: membership in the one column of another query. */
export interface InQueryExpr extends Node {
  readonly kind: 'inQuery';
  readonly negated: boolean;
  readonly operand: Expr;
  readonly query: Query;
}
export type Expr =
  | FieldExpr
  | LiteralExpr
  | RegexExpr
  | PeriodExpr
  | StarExpr
  | CallExpr
  | MemberExpr
  | UnaryExpr
  | BinaryExpr
  | LikeExpr
  | InExpr
  | InQueryExpr;

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
interface ParseNode extends Node {
  readonly kind: 'parse';
  /** None means @message. */
  readonly source?: FieldExpr;
}
/** `parse [source] "glob" as a, b` or `parse [source] /regex/ [as a, b]`. */
export interface ParsePatternCommand extends ParseNode {
  readonly mode: 'pattern';
  readonly pattern: StringExpr | RegexExpr;
  readonly aliases: readonly Alias[];
  /** One row per match instead of the first match. */
  readonly multi: boolean;
}
/** `parse [source] logfmt as m`: a map of all pairs. */
export interface ParseLogfmtCommand extends ParseNode {
  readonly mode: 'logfmt';
  readonly alias: Alias;
}
/** `parse [source] csv as a, b`: the values of one line, from left to right. */
export interface ParseCsvCommand extends ParseNode {
  readonly mode: 'csv';
  readonly aliases: readonly Alias[];
}
/** `parse [source] xml "/path" as a`: the first value at an XPath. */
export interface ParseXmlCommand extends ParseNode {
  readonly mode: 'xml';
  /** Reads as xpath.ts has it, unless a mistake was reported. */
  readonly path: StringExpr;
  readonly alias: Alias;
}
export type ParseCommand = ParsePatternCommand | ParseLogfmtCommand | ParseCsvCommand | ParseXmlCommand;
/** `json field=F "a.b" as x`: a value out of a map or JSON text. */
export interface JsonCommand extends Node {
  readonly kind: 'json';
  readonly source: FieldExpr;
  /** As written: keys and list indexes, joined by dots. */
  readonly path: StringExpr;
  readonly alias: Alias;
}
/** `unnest path into x`: one row per item of the list. */
export interface UnnestCommand extends Node {
  readonly kind: 'unnest';
  readonly source: FieldExpr | MemberExpr;
  readonly alias: Alias;
}
/** `expand field`: as `unnest`, under the field's own name. */
export interface ExpandCommand extends Node {
  readonly kind: 'expand';
  readonly field: FieldExpr;
}
export interface DedupCommand extends Node {
  readonly kind: 'dedup';
  readonly keys: readonly FieldExpr[];
}
/** `filterIndex f = v` and `filterIndex f in [ … ]`. */
export interface FilterIndexCommand extends Node {
  readonly kind: 'filterIndex';
  readonly condition: Expr;
}
/** `join [type=…] left=A right=B where A.f = B.g (SOURCE group)`. */
export interface JoinCommand extends Node {
  readonly kind: 'join';
  readonly type: 'inner' | 'left';
  readonly left: Alias;
  readonly right: Alias;
  /** The key of each side without the side's name. */
  readonly leftKey: FieldExpr;
  readonly rightKey: FieldExpr;
  readonly source: SourceClause;
}
/** `appendcols [override=…] [max=…] ( query )`. */
export interface AppendcolsCommand extends Node {
  readonly kind: 'appendcols';
  readonly override: boolean;
  readonly max: number;
  readonly query: Query;
}
/** A column of a lookup table, under another name after `as`. */
export interface LookupOutput extends Node {
  readonly column: Alias;
  readonly alias?: Alias;
}
/** `lookup table column [as field], … OUTPUT column, …`; without `as` the field has the column's name. */
export interface LookupCommand extends Node {
  readonly kind: 'lookup';
  readonly table: Alias;
  readonly keys: readonly { readonly column: Alias; readonly field: FieldExpr }[];
  /** OUTPUTNEW: fill only what is absent. */
  readonly keepPresent: boolean;
  readonly outputs: readonly LookupOutput[];
}
/** `cidrlookup table field [as column] OUTPUT column [as name], …`; without `as` the ranges are in the table's first column. */
export interface CidrlookupCommand extends Node {
  readonly kind: 'cidrlookup';
  readonly table: Alias;
  readonly field: FieldExpr;
  readonly column?: Alias;
  readonly keepPresent: boolean;
  readonly outputs: readonly LookupOutput[];
}
export interface PatternCommand extends Node {
  readonly kind: 'pattern';
  readonly operand: Expr;
}
export interface DiffCommand extends Node {
  readonly kind: 'diff';
  /** The window that patterns are compared with: of the same length, just before or so much earlier. */
  readonly against: 'previousPeriod' | 'previousDay' | 'previousWeek' | 'previousMonth';
}
export interface AnomalyCommand extends Node {
  readonly kind: 'anomaly';
}
/** `logcompare timeshift 7d`. */
export interface LogcompareCommand extends Node {
  readonly kind: 'logcompare';
  readonly shift: PeriodExpr;
}
/** `relevantfields [field, …] where condition`; without fields all are looked at. */
export interface RelevantfieldsCommand extends Node {
  readonly kind: 'relevantfields';
  readonly fields: readonly FieldExpr[];
  readonly condition: Expr;
}
export interface EstimateCommand extends Node {
  readonly kind: 'estimate';
}
/** `accum field [as name]`; without a name the field itself becomes the running sum. */
export interface AccumCommand extends Node {
  readonly kind: 'accum';
  readonly field: FieldExpr;
  readonly alias?: Alias;
}
/** `autoregress field [as name] [p=first[-last]]`: how many rows back. */
export interface AutoregressCommand extends Node {
  readonly kind: 'autoregress';
  readonly field: FieldExpr;
  readonly alias?: Alias;
  readonly first: number;
  readonly last: number;
}
/** A name with stars, each for any characters. */
export interface Wildcard extends Node {
  readonly kind: 'wildcard';
  readonly pattern: string;
}
/** `filldown field …`; none means all columns. */
export interface FilldownCommand extends Node {
  readonly kind: 'filldown';
  readonly fields: readonly (FieldExpr | Wildcard)[];
}
export interface FilledValue extends Node {
  readonly value: LiteralExpr;
  readonly field: FieldExpr;
}
/** `fillmissing with value for field, …` */
export interface FillmissingCommand extends Node {
  readonly kind: 'fillmissing';
  readonly values: readonly FilledValue[];
}
/** `outlier action=… param=factor uselower=lower mark=… field …` */
export interface OutlierCommand extends Node {
  readonly kind: 'outlier';
  readonly action: 'remove' | 'transform';
  readonly factor: number;
  readonly lower: boolean;
  readonly mark: boolean;
  readonly fields: readonly FieldExpr[];
}
/** `sessionize field, … [maxspan period] [as name]` */
export interface SessionizeCommand extends Node {
  readonly kind: 'sessionize';
  readonly fields: readonly FieldExpr[];
  readonly maxspan?: PeriodExpr;
  readonly alias?: Alias;
}
/** `addtotals fieldname=name row=… col=column field, …`; no fields means all numeric columns. */
export interface AddtotalsCommand extends Node {
  readonly kind: 'addtotals';
  readonly name?: Alias;
  readonly row: boolean;
  readonly column: boolean;
  readonly fields: readonly FieldExpr[];
}
export interface CountFrequentCommand extends Node {
  readonly kind: 'countFrequent';
  readonly fields: readonly FieldExpr[];
}
export interface UnmaskCommand extends Node {
  readonly kind: 'unmask';
  readonly fields: readonly FieldExpr[];
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
  | AccumCommand
  | AddtotalsCommand
  | AutoregressCommand
  | CountFrequentCommand
  | FilldownCommand
  | FillmissingCommand
  | OutlierCommand
  | SessionizeCommand
  | UnmaskCommand
  | FieldsCommand
  | DisplayCommand
  | FilterCommand
  | SortCommand
  | LimitCommand
  | StatsCommand
  | ParseCommand
  | JsonCommand
  | UnnestCommand
  | ExpandCommand
  | DedupCommand
  | FilterIndexCommand
  | JoinCommand
  | AppendcolsCommand
  | LookupCommand
  | CidrlookupCommand
  | PatternCommand
  | DiffCommand
  | AnomalyCommand
  | LogcompareCommand
  | RelevantfieldsCommand
  | EstimateCommand
  | SavedQueryCommand;
/** Of the commands that begin with a word. */
export type CommandKind = Exclude<Command['kind'], 'savedQuery'>;

/** A log group by its name. */
export interface LogGroupName extends Node {
  readonly name: string;
}
/** Log groups by their properties; an absent list does not restrict. */
export interface LogGroupsSelection extends Node {
  readonly kind: 'logGroups';
  readonly namePrefixes?: readonly string[];
  readonly accounts?: readonly string[];
  readonly classes?: readonly string[];
}
export interface DataSourceSelection extends Node {
  readonly kind: 'dataSource';
  readonly names: readonly string[];
}
/** All filters must hold; of a filter's values one. `*` is a wildcard, a leading `!` negates. */
export interface LogGroupTagsSelection extends Node {
  readonly kind: 'logGroupTags';
  readonly filters: readonly { readonly key: string; readonly values: readonly string[] }[];
}
export type LogGroupSelection = LogGroupsSelection | DataSourceSelection | LogGroupTagsSelection;
/** Epoch milliseconds, or milliseconds relative to now. */
export interface TimeBound extends Node {
  readonly relative: boolean;
  readonly ms: number;
}
/** `SOURCE …` before the first command; several, as dashboards write them, are one. */
export interface SourceClause extends Node {
  readonly kind: 'source';
  readonly names: readonly LogGroupName[];
  readonly selections: readonly LogGroupSelection[];
  readonly start?: TimeBound;
  readonly end?: TimeBound;
}

/** A whole query; an empty text is a query without commands. */
export interface Query extends Node {
  readonly kind: 'query';
  readonly source?: SourceClause;
  readonly commands: readonly Command[];
}
