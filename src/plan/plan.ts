// The logical plan: what a query means, as plain serialisable data (explain --stage plan prints it).
// Names are resolved, kinds are known, the rules of the language are checked; nothing here knows SQL or tables.

import type { BinaryOperator, MemberStep, PeriodUnit, SourceClause, Span } from '../language/ast.ts';
import type { XPath } from '../language/xpath.ts';

/** What a value is. `text` is also every discovered field: it acts as a number where one is needed (reference 2.5). */
export type ValueKind =
  | 'text'
  | 'numericText'
  | 'number'
  | 'boolean'
  | 'timestamp'
  | 'pointer'
  | 'null'
  /** Taken out of a map or list, so that it may be anything: a text, a number, a boolean, a map, a list. */
  | 'json'
  /** A map or list of jsonParse or logfmt; the only kinds besides `json` that `unnest` walks. */
  | 'map'
  /** A list of `split`. */
  | 'list'
  /** A list that a result shows as its items with commas between: `values` (reference 2.7). */
  | 'joinedList';

/** Kinds whose values are JSON text inside of the engine. */
export function isJsonKind(kind: ValueKind): boolean {
  return kind === 'json' || kind === 'map' || kind === 'list' || kind === 'joinedList';
}

export type CompareOperator = Extract<BinaryOperator, '=' | '!=' | '<' | '<=' | '>' | '>='>;
export type ArithmeticOperator = Extract<BinaryOperator, '+' | '-' | '*' | '/' | '%' | '^'>;

/** A period with the cap of reference 1.6 applied. */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** A field of the event; absent when the event does not carry it. */
export interface FieldRef {
  readonly op: 'field';
  readonly name: string;
  readonly kind: ValueKind;
}
/** A column that an earlier step made. */
export interface MadeRef {
  readonly op: 'made';
  readonly id: number;
  readonly kind: ValueKind;
}
export type ColumnRef = FieldRef | MadeRef;

/** How a text stands for a map or a list. */
export type DecodedFormat = 'json' | 'logfmt' | 'csv';

export interface Literal {
  readonly op: 'literal';
  readonly value: string | number | null;
  readonly kind: ValueKind;
  /** Digits of an integer too large for a double. */
  readonly digits?: string;
}

export type PlanExpr =
  | ColumnRef
  | Literal
  | { readonly op: 'and' | 'or'; readonly left: PlanExpr; readonly right: PlanExpr; readonly kind: 'boolean' }
  | { readonly op: 'not'; readonly operand: PlanExpr; readonly kind: 'boolean' }
  | {
      readonly op: 'compare';
      readonly operator: CompareOperator;
      readonly left: PlanExpr;
      readonly right: PlanExpr;
      readonly kind: 'boolean';
    }
  | {
      readonly op: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: PlanExpr;
      readonly right: PlanExpr;
      /** `numericText` where the operands may be integers that a double cannot hold. */
      readonly kind: 'number' | 'numericText';
    }
  | { readonly op: 'negate'; readonly operand: PlanExpr; readonly kind: 'number' | 'numericText' }
  | { readonly op: 'contains'; readonly operand: PlanExpr; readonly text: string; readonly kind: 'boolean' }
  | { readonly op: 'matches'; readonly operand: PlanExpr; readonly pattern: string; readonly kind: 'boolean' }
  /** Whole-value membership; each item follows the rules of `=`. */
  | {
      readonly op: 'in';
      readonly operand: PlanExpr;
      readonly items: readonly Literal[];
      readonly kind: 'boolean';
    }
  /** Membership in the one column of another plan (reference 3.19). */
  | { readonly op: 'inPlan'; readonly operand: PlanExpr; readonly plan: Plan; readonly kind: 'boolean' }
  | {
      readonly op: 'bucket';
      readonly direction: 'floor' | 'ceil';
      readonly value: PlanExpr;
      readonly period: Period;
      readonly offset: Period | null;
      readonly kind: 'timestamp';
    }
  /** The map or list that a text stands for, absent when it is none. */
  | {
      readonly op: 'decode';
      readonly format: DecodedFormat;
      readonly value: PlanExpr;
      readonly kind: 'map' | 'list';
    }
  /** What a map or list holds at a path: keys, and indexes from 0. */
  | {
      readonly op: 'member';
      readonly value: PlanExpr;
      readonly path: readonly MemberStep[];
      readonly kind: 'json';
    }
  /** The text of a value that may also be a map or a list, which counts as absent. */
  | { readonly op: 'scalar'; readonly value: PlanExpr; readonly kind: 'text' }
  | {
      readonly op: 'call';
      readonly name: string;
      readonly args: readonly PlanExpr[];
      readonly kind: ValueKind;
    }
  | {
      readonly op: 'aggregate';
      readonly name: string;
      /** Empty for count(*). */
      readonly args: readonly PlanExpr[];
      readonly kind: ValueKind;
    };

export interface MadeColumn {
  readonly id: number;
  readonly expr: PlanExpr;
}

/** What a column reads of other rows: sums and maxima run up to the row when there is an order, else over all rows. */
export type WindowFunction =
  | { readonly name: 'sum' | 'max' | 'lastPresent' }
  /** The value so many rows before. */
  | { readonly name: 'lag'; readonly rows: number }
  /** By nearest rank. */
  | { readonly name: 'quantile'; readonly fraction: number };

export interface WindowColumn {
  readonly id: number;
  readonly call: WindowFunction;
  readonly value: ColumnRef;
}

/** Which rows a row sees: those of the same values, in the order of the rows, of event times, or all of them. */
export interface WindowRows {
  readonly partition: readonly ColumnRef[];
  readonly order: 'rows' | 'time' | 'none';
}
export const inOrder: WindowRows = { partition: [], order: 'rows' };
export const everyRow: WindowRows = { partition: [], order: 'none' };

/** Capture i of `pattern` (RE2, only plain groups) becomes column captures[i].id; null when the group took no part in the match. */
interface Extraction {
  readonly source: PlanExpr;
  readonly pattern: string;
  readonly captures: readonly { readonly id: number; readonly mayBeEmpty: boolean }[];
}

export type Step =
  | { readonly step: 'window'; readonly rows: WindowRows; readonly columns: readonly WindowColumn[] }
  /** A row for each bin of the time range that has none; `values` are its other columns. */
  | {
      readonly step: 'fillBins';
      readonly id: number;
      readonly period: Period;
      readonly offset: Period | null;
      readonly startMs: number;
      readonly endMs: number;
      readonly values: readonly { readonly id: number; readonly value: Literal; readonly kind: ValueKind }[];
    }
  /** A last row with the sums of columns; `position` becomes the place of each row. */
  | { readonly step: 'summaryRow'; readonly position: number; readonly columns: readonly MadeColumn[] }
  | { readonly step: 'compute'; readonly columns: readonly MadeColumn[] }
  | { readonly step: 'filter'; readonly condition: PlanExpr }
  | ({ readonly step: 'extract' } & Extraction)
  /** The first values at XPaths of a text; process/ finds them, for each text once, before the rest of the rows is asked for. */
  | {
      readonly step: 'xml';
      readonly source: ColumnRef;
      readonly columns: readonly { readonly id: number; readonly path: XPath }[];
    }
  /** A row for each match; a row without one stays. */
  | ({ readonly step: 'extractAll' } & Extraction)
  | {
      readonly step: 'sort';
      readonly keys: readonly { readonly expr: ColumnRef; readonly direction: 'asc' | 'desc' }[];
    }
  /** One row per item of a list: the item is column `id`. Anything else stays one row. `opensText`: also text that holds a list. */
  | { readonly step: 'unnest'; readonly id: number; readonly source: PlanExpr; readonly opensText: boolean }
  | { readonly step: 'limit'; readonly count: number }
  | { readonly step: 'dedup'; readonly keys: readonly ColumnRef[] }
  | {
      readonly step: 'aggregate';
      readonly groups: readonly { readonly id: number; readonly source: ColumnRef; readonly bin: boolean }[];
      readonly aggregates: readonly MadeColumn[];
    }
  /** One row per event of the other side whose field `right` equals `left`; columns are fields of that side. */
  | {
      readonly step: 'join';
      readonly type: 'inner' | 'left';
      readonly source: number;
      readonly left: ColumnRef;
      readonly right: FieldRef;
      readonly columns: readonly { readonly id: number; readonly field: FieldRef }[];
    }
  /** Column `index` of the plan's output beside these rows, by position. */
  | {
      readonly step: 'append';
      readonly plan: Plan;
      readonly max: number;
      readonly columns: readonly {
        readonly id: number;
        readonly index: number;
        readonly over: ColumnRef | null;
        /** Of both, the plan's values and those of `over`. */
        readonly kind: ValueKind;
      }[];
    }
  /** Columns of a lookup table, where its key columns equal the expressions; `range`: where one holds the address. */
  | {
      readonly step: 'lookup';
      readonly table: string;
      /** The column that numbers the table's rows. */
      readonly order: string;
      readonly match: 'equal' | 'range';
      readonly keys: readonly { readonly column: string; readonly expr: ColumnRef }[];
      readonly columns: readonly {
        readonly id: number;
        readonly column: string;
        readonly keep: ColumnRef | null;
        readonly kind: ValueKind;
      }[];
    }
  /** The rows leave SQL, go through process/, and come back as these columns. */
  | {
      readonly step: 'process';
      readonly command: ProcessCommand;
      readonly inputs: readonly ColumnRef[];
      readonly columns: readonly NamedColumn[];
    };

/** How far back the window lies that patterns are compared with: its own length, or a period. */
export type Shift = Period | 'range';

/** What process/ does with the rows of the steps before it. */
export type ProcessCommand =
  /** Patterns of the text `inputs[0]`; `inputs[1]` is the time. */
  | { readonly name: 'pattern'; readonly shift: Shift | null; readonly anomalies: boolean }
  /** Fields that tell the events apart for which `inputs[0]` is true; null: all fields of the events. */
  | { readonly name: 'relevantFields'; readonly fields: readonly ColumnRef[] | null };

export interface NamedColumn {
  readonly id: number;
  readonly name: string;
  readonly kind: ValueKind;
}

export interface OutputColumn {
  readonly name: string;
  readonly expr: ColumnRef;
}

/** What a plan reads: the log groups of a clause, or those of the request when it is null, and the time, both ends inclusive. */
export interface SourceSpec {
  readonly clause: SourceClause | null;
  readonly startMs: number;
  readonly endMs: number;
  /** Fields of `filterIndex`: log groups without an index on each of them are not read; and where the first of them stands. */
  readonly indexedFields?: readonly string[];
  readonly indexedSpan?: Span;
}

export interface Plan {
  /** Index into QueryPlan.sources. */
  readonly source: number;
  readonly steps: readonly Step[];
  /** In order; for events the last one is `@ptr`. */
  readonly output: readonly OutputColumn[];
  /** Whether the rows are still events (then they have a pointer and a time) or groups made by stats. */
  readonly rows: 'events' | 'groups';
}

/** The plan of a whole query: also those of its sub-queries stand on these sources. */
export interface QueryPlan extends Plan {
  readonly sources: readonly SourceSpec[];
  /** `estimate`: the query is not run; how much it would scan is the answer (reference 3.29). */
  readonly estimate: boolean;
}

/** What the plan must know of the moment it runs in: epoch milliseconds. */
export interface Moment {
  readonly nowMs: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The same expression with each direct sub-expression replaced. */
export function mapOperands(expr: PlanExpr, replace: (operand: PlanExpr) => PlanExpr): PlanExpr {
  switch (expr.op) {
    case 'field':
    case 'made':
    case 'literal':
      return expr;
    case 'and':
    case 'or':
    case 'compare':
    case 'arithmetic':
      return { ...expr, left: replace(expr.left), right: replace(expr.right) };
    case 'not':
    case 'negate':
    case 'contains':
    case 'matches':
    case 'in':
    case 'inPlan':
      return { ...expr, operand: replace(expr.operand) };
    case 'bucket':
    case 'decode':
    case 'member':
    case 'scalar':
      return { ...expr, value: replace(expr.value) };
    case 'call':
    case 'aggregate':
      return { ...expr, args: expr.args.map(replace) };
  }
}

/** The direct sub-expressions of an expression. */
export function operands(expr: PlanExpr): readonly PlanExpr[] {
  switch (expr.op) {
    case 'field':
    case 'made':
    case 'literal':
      return [];
    case 'and':
    case 'or':
    case 'compare':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'not':
    case 'negate':
    case 'contains':
    case 'matches':
    case 'inPlan':
      return [expr.operand];
    case 'in':
      return [expr.operand, ...expr.items];
    case 'bucket':
    case 'decode':
    case 'member':
    case 'scalar':
      return [expr.value];
    case 'call':
    case 'aggregate':
      return expr.args;
  }
}

/** The expressions that a step reads. */
export function stepExpressions(step: Step): readonly PlanExpr[] {
  switch (step.step) {
    case 'compute':
      return step.columns.map((column) => column.expr);
    case 'filter':
      return [step.condition];
    case 'extract':
    case 'extractAll':
    case 'xml':
    case 'unnest':
      return [step.source];
    case 'sort':
      return step.keys.map((key) => key.expr);
    case 'dedup':
      return step.keys;
    case 'aggregate':
      return [...step.groups.map((group) => group.source), ...step.aggregates.map((column) => column.expr)];
    case 'window':
      return [...step.rows.partition, ...step.columns.map((column) => column.value)];
    case 'summaryRow':
      return step.columns.map((column) => column.expr);
    case 'fillBins':
    case 'limit':
      return [];
    case 'join':
      return [step.left];
    case 'append':
      return step.columns.flatMap(({ over }) => over ?? []);
    case 'lookup':
      return [...step.keys.map((key) => key.expr), ...step.columns.flatMap(({ keep }) => keep ?? [])];
    case 'process':
      return [...step.inputs, ...(step.command.name === 'relevantFields' ? (step.command.fields ?? []) : [])];
  }
}

/**
 * Whether a step looks at one row alone and keeps it as one: the filters up to the first other step decide which events match
 * (reference 5.3).
 */
export function isPerRow({ step }: Step): boolean {
  return perRow.has(step);
}

const perRow: ReadonlySet<Step['step']> = new Set(['compute', 'filter', 'extract', 'xml', 'lookup', 'sort']);
