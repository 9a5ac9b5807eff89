// Expressions: AST -> PlanExpr. Gives every value its kind, resolves names, checks what may stand where.
// How kinds are compared and converted is written down once, in sql/coercion.ts.

import type {
  BinaryExpr,
  Expr,
  InExpr,
  InQueryExpr,
  LikeExpr,
  LiteralExpr,
  MemberExpr,
} from '../language/ast.ts';
import { errorAt, warningAt } from '../language/diagnostic.ts';
import { inspectRegex } from '../language/regex.ts';
import { type Place, planCall } from './call.ts';
import { nullLiteral, numberLiteral, textLiteral } from './literal.ts';
import {
  type ArithmeticOperator,
  type CompareOperator,
  isJsonKind,
  type Literal,
  type PlanExpr,
} from './plan.ts';
import { materialise, memberOfNamed, type PlanContext, resolveValue } from './scope.ts';

export function planExpr(expr: Expr, context: PlanContext, place: Place = 'row'): PlanExpr {
  switch (expr.kind) {
    case 'field':
      return (place === 'stats' ? context.locals.get(expr.name) : undefined) ?? resolveValue(expr, context);
    case 'member':
      return planMember(expr, context, place);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return planLiteral(expr);
    case 'unary': {
      const operand = planExpr(expr.operand, context, place);
      if (expr.operator !== '-') return { op: 'not', operand, kind: 'boolean' };
      return operand.op === 'literal' && typeof operand.value === 'number'
        ? negateLiteral(operand)
        : { op: 'negate', operand, kind: mayBeLarge(operand) ? 'numericText' : 'number' };
    }
    case 'binary':
      return planBinary(expr, context, place);
    case 'like':
      return planLike(expr, context, place);
    case 'in':
      return planIn(expr, context, place);
    case 'inQuery':
      return planInQuery(expr, context, place);
    case 'call':
      return planCall(expr, context, place, planExpr);
    case 'period':
      return misplaced(expr, context, 'A period stands only in bin, datefloor and dateceil.');
    case 'star':
      return misplaced(expr, context, '* stands only in count(*).');
    case 'regex':
      return misplaced(expr, context, 'A regular expression stands only after like, =~ and parse.');
  }
}

/** A path into a map or list; anything else has no members, and the query was meant otherwise. */
function planMember(expr: MemberExpr, context: PlanContext, place: Place): PlanExpr {
  const { owner, path, span } = expr;
  const value = planExpr(owner, context, place);
  if (value.kind === 'null') return nullLiteral;
  if (isJsonKind(value.kind)) {
    return memberOfNamed(owner.kind === 'field' ? owner.name : '', value, path, span, context);
  }
  const text = context.text.slice(owner.span.start, owner.span.end);
  const isField = value.op === 'field';
  const hint = isField
    ? `Items of lists in the event are fields of their own: \`${text}.0\`. Lists in a text are opened by jsonParse.`
    : 'Open it with jsonParse first.';
  context.diagnostics.push(
    errorAt(
      span,
      'no-members',
      `\`${text}\` is no map or list of the query, so that it has no members.`,
      hint,
    ),
  );
  return nullLiteral;
}

function misplaced(expr: Expr, context: PlanContext, rule: string): PlanExpr {
  const source = context.text.slice(expr.span.start, expr.span.end);
  context.diagnostics.push(errorAt(expr.span, 'misplaced-value', `unexpected symbol found ${source}`, rule));
  return nullLiteral;
}

/** true and false are 1 and 0 (reference 2.1, Q5). */
export function planLiteral(literal: LiteralExpr): Literal {
  switch (literal.kind) {
    case 'string':
      return textLiteral(literal.value);
    case 'number':
      return Number.isSafeInteger(literal.value) || !/^-?\d+$/.test(literal.text)
        ? numberLiteral(literal.value)
        : { ...numberLiteral(literal.value), digits: literal.text, kind: 'numericText' };
    case 'boolean':
      return numberLiteral(literal.value ? 1 : 0);
    case 'null':
      return nullLiteral;
  }
}

function negateLiteral({ value, digits, ...literal }: Literal): Literal {
  const negative = { ...literal, value: -(value as number) };
  return digits === undefined ? negative : { ...negative, digits: `-${digits}` };
}

const comparisons: ReadonlySet<string> = new Set<CompareOperator>(['=', '!=', '<', '<=', '>', '>=']);

function planBinary(expr: BinaryExpr, context: PlanContext, place: Place): PlanExpr {
  const left = planExpr(expr.left, context, place);
  const right = planExpr(expr.right, context, place);
  if (expr.operator === 'and' || expr.operator === 'or') {
    return { op: expr.operator, left, right, kind: 'boolean' };
  }
  if (comparisons.has(expr.operator)) {
    warnAboutTime(expr, left, right, context);
    return { op: 'compare', operator: expr.operator as CompareOperator, left, right, kind: 'boolean' };
  }
  const operator = expr.operator as ArithmeticOperator;
  return { op: 'arithmetic', operator, left, right, kind: arithmeticKind(operator, left, right) };
}

/** Sums and products of integers stay exact beyond 2^53 (reference Q23), which takes text; all else is a double. */
function arithmeticKind(
  operator: ArithmeticOperator,
  left: PlanExpr,
  right: PlanExpr,
): 'number' | 'numericText' {
  const exact = operator === '+' || operator === '-' || operator === '*';
  const integers = [left, right].every((operand) => mayBeLarge(operand) || isWholeLiteral(operand));
  return exact && integers && (mayBeLarge(left) || mayBeLarge(right)) ? 'numericText' : 'number';
}

function mayBeLarge(expr: PlanExpr): boolean {
  if (expr.op === 'literal') return expr.digits !== undefined;
  return expr.kind === 'text' || expr.kind === 'numericText' || expr.kind === 'json';
}

function isWholeLiteral(expr: PlanExpr): boolean {
  return expr.op === 'literal' && Number.isInteger(expr.value);
}

/** A timestamp never equals a date string (reference 2.3, rule 3): legal, and almost surely not what was meant. */
function warnAboutTime(expr: BinaryExpr, left: PlanExpr, right: PlanExpr, context: PlanContext): void {
  const isText = (value: PlanExpr) => value.op === 'literal' && value.kind === 'text';
  if ((left.kind === 'timestamp' && isText(right)) || (right.kind === 'timestamp' && isText(left))) {
    context.diagnostics.push(
      warningAt(
        expr.span,
        'timestamp-against-text',
        'A timestamp compared with a string never matches.',
        'Compare with epoch milliseconds, or set the time range of the query.',
      ),
    );
  }
}

function planLike(expr: LikeExpr, context: PlanContext, place: Place): PlanExpr {
  const operand = planExpr(expr.operand, context, place);
  let match: PlanExpr;
  if (expr.pattern.kind === 'regex') {
    const { pattern } = expr.pattern;
    // A pattern without special characters is plain text, which is found several times faster.
    match = /^[\w\s:,/"'=<>@#-]+$/.test(pattern)
      ? { op: 'contains', operand, text: pattern, kind: 'boolean' }
      : { op: 'matches', operand, pattern: inspectRegex(pattern).numberedPattern, kind: 'boolean' };
  } else {
    match = { op: 'contains', operand, text: expr.pattern.value, kind: 'boolean' };
  }
  return expr.negated ? { op: 'not', operand: match, kind: 'boolean' } : match;
}

function planIn(expr: InExpr, context: PlanContext, place: Place): PlanExpr {
  const operand = planExpr(expr.operand, context, place);
  const member: PlanExpr = { op: 'in', operand, items: expr.items.map(planLiteral), kind: 'boolean' };
  return expr.negated ? { op: 'not', operand: member, kind: 'boolean' } : member;
}

/** The sub-query has exactly one column beside the pointer of its events (reference 3.19). */
function planInQuery(expr: InQueryExpr, context: PlanContext, place: Place): PlanExpr {
  const value = planExpr(expr.operand, context, place);
  // A column of its own, since SQL compares it more than once; what holds aggregates cannot be one.
  const operand = place === 'stats' ? value : materialise(value, context);
  const { output, ...plan } = context.subplan(expr.query, context);
  const columns = output.length === 1 ? output : output.filter((column) => column.name !== '@ptr');
  if (columns.length !== 1) {
    const names = columns.map((column) => column.name).join(', ');
    const message = `A sub-query after in has one column, found ${columns.length}: ${names}.`;
    const hint =
      'End it with `fields` or `stats` and one column, or with `display`, which shows nothing else.';
    context.diagnostics.push(errorAt(expr.query.span, 'subquery-columns', message, hint));
  }
  const member: PlanExpr = { op: 'inPlan', operand, plan: { ...plan, output: columns }, kind: 'boolean' };
  return expr.negated ? { op: 'not', operand: member, kind: 'boolean' } : member;
}
