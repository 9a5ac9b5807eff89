// The logical plan: what a query means, as plain serialisable data (explain --stage plan prints it).
// Names are resolved, kinds are known, the rules of the language are checked; nothing here knows SQL or tables.

import type { BinaryOperator, PeriodUnit } from '../language/ast.ts';

/** What a value is. `text` is also every discovered field: it acts as a number where one is needed (reference 2.5). */
export type ValueKind = 'text' | 'numericText' | 'number' | 'boolean' | 'timestamp' | 'pointer' | 'null';

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
  | {
      readonly op: 'bucket';
      readonly direction: 'floor' | 'ceil';
      readonly value: PlanExpr;
      readonly period: Period;
      readonly offset: Period | null;
      readonly kind: 'timestamp';
    }
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

export type Step =
  | { readonly step: 'compute'; readonly columns: readonly MadeColumn[] }
  | { readonly step: 'filter'; readonly condition: PlanExpr }
  /**
   * Capture i of `pattern` (RE2, only plain groups) becomes column captures[i].id; null when the group took no part in the match.
   */
  | {
      readonly step: 'extract';
      readonly source: PlanExpr;
      readonly pattern: string;
      readonly captures: readonly { readonly id: number; readonly mayBeEmpty: boolean }[];
    }
  | {
      readonly step: 'sort';
      readonly keys: readonly { readonly expr: ColumnRef; readonly direction: 'asc' | 'desc' }[];
    }
  | { readonly step: 'limit'; readonly count: number }
  | { readonly step: 'dedup'; readonly keys: readonly ColumnRef[] }
  | {
      readonly step: 'aggregate';
      readonly groups: readonly { readonly id: number; readonly source: ColumnRef; readonly bin: boolean }[];
      readonly aggregates: readonly MadeColumn[];
    };

export interface OutputColumn {
  readonly name: string;
  readonly expr: ColumnRef;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** In order; for events the last one is `@ptr`. */
  readonly output: readonly OutputColumn[];
  /** Whether the rows are still events (then they have a pointer and a time) or groups made by stats. */
  readonly rows: 'events' | 'groups';
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
      return { ...expr, operand: replace(expr.operand) };
    case 'bucket':
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
      return [expr.operand];
    case 'in':
      return [expr.operand, ...expr.items];
    case 'bucket':
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
      return [step.source];
    case 'sort':
      return step.keys.map((key) => key.expr);
    case 'dedup':
      return step.keys;
    case 'aggregate':
      return [...step.groups.map((group) => group.source), ...step.aggregates.map((column) => column.expr)];
    case 'limit':
      return [];
  }
}
