// The language of Logs Insights: text -> syntax tree and diagnostics, and everything an editor needs to know about it.
// This list is the public surface (`shiplog/language`); inside the project, import the file itself.

export type {
  Alias,
  BinaryExpr,
  BinaryOperator,
  CallExpr,
  Command,
  CommandKind,
  Expr,
  FieldExpr,
  InExpr,
  Item,
  LikeExpr,
  LiteralExpr,
  MemberExpr,
  MemberStep,
  PeriodExpr,
  PeriodUnit,
  Query,
  Span,
  UnaryExpr,
} from './ast.ts';
export { type LanguageCode, languageCodes } from './codes.ts';
export { type CommandSpec, commands, findCommand } from './commands.ts';
export type { Confidence } from './confidence.ts';
export { type Diagnostic, hasErrors, type Severity } from './diagnostic.ts';
export { format } from './format.ts';
export type { ParameterKind, ResultKind } from './function-spec.ts';
export {
  type AggregateFunctionName,
  type FunctionSpec,
  findFunction,
  functions,
  parameterKind,
  type ScalarFunctionName,
} from './functions.ts';
export { globRegex } from './glob.ts';
export { fieldText } from './names.ts';
export { type Parsed, parse } from './parser.ts';
export { positionAt } from './position.ts';
export { print, printExpression, stringLiteral } from './print.ts';
export { inspectRegex, type RegexInspection } from './regex.ts';
export { type DiagnosticPart, type RenderOptions, renderDiagnostics } from './render.ts';
export {
  type Expansion,
  expandSavedQueries,
  placeholdersOf,
  type SavedQueryText,
} from './saved-query-expansion.ts';
export type { Token, TokenKind } from './token.ts';
export { tokenize } from './tokenize.ts';
