// What the tests of the language share: trees without spans, and mistakes as short readable lines.

import type { Command, Expr } from '../src/language/ast.ts';
import { parse } from '../src/language/parser.ts';
import { print } from '../src/language/print.ts';
import { renderDiagnostics } from '../src/language/render.ts';

/** A copy of a syntax tree without its places, so that texts of different spelling can be compared. */
export function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== 'span' && key !== 'nameSpan');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSpans(value)]));
}

/** The commands of a query that has no error; warnings pass. */
export function commandsOf(text: string): readonly Command[] {
  const { query, diagnostics } = parse(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`does not parse:\n${renderDiagnostics(text, errors)}`);
  return query.commands;
}

/** The only command of a query, without spans. */
export function commandOf(text: string): unknown {
  const commands = commandsOf(text);
  if (commands.length !== 1) throw new Error(`${commands.length} commands in: ${text}`);
  return withoutSpans(commands[0]);
}

/** An expression, read as a condition. */
export function expressionOf(text: string): Expr {
  const command = commandsOf(`filter ${text}`)[0];
  if (command?.kind !== 'filter') throw new Error('no filter');
  return command.condition;
}

/** An expression with a bracket around every operation: `((a + b) = c)`. */
export function bracketed(expr: Expr): string {
  switch (expr.kind) {
    case 'binary':
      return `(${bracketed(expr.left)} ${expr.operator} ${bracketed(expr.right)})`;
    case 'unary':
      return `(${expr.operator} ${bracketed(expr.operand)})`;
    case 'like':
      return `(${bracketed(expr.operand)}${expr.negated ? ' not' : ''} like ${bracketed(expr.pattern)})`;
    case 'in':
      return `(${bracketed(expr.operand)}${expr.negated ? ' not' : ''} in [${expr.items.map(bracketed).join(' ')}])`;
    case 'inQuery':
      return `(${bracketed(expr.operand)}${expr.negated ? ' not' : ''} in (${print(expr.query)}))`;
    case 'call':
      return `${expr.name}(${expr.args.map(bracketed).join(' ')})`;
    case 'member':
      return `${bracketed(expr.owner)}.[${expr.path.map((step) => JSON.stringify(step)).join(' ')}]`;
    case 'field':
      return expr.segments.join('.');
    case 'string':
      return JSON.stringify(expr.value);
    case 'number':
      return expr.text;
    case 'regex':
      return `/${expr.pattern}/`;
    case 'period':
      return `${expr.count} ${expr.unit}`;
    case 'star':
      return '*';
    case 'boolean':
      return String(expr.value);
    case 'null':
      return 'null';
  }
}

/** Each mistake as `code: the source it marks`, warnings with a `?` behind the code. */
export function mistakesIn(text: string): readonly string[] {
  return parse(text).diagnostics.map(
    ({ code, severity, span }) =>
      `${code}${severity === 'warning' ? '?' : ''}: ${text.slice(span.start, span.end)}`,
  );
}

/** The message and the hint of the only mistake. */
export function mistakeIn(text: string): { readonly message: string; readonly hint: string | undefined } {
  const [first, second] = parse(text).diagnostics;
  if (first === undefined || second !== undefined)
    throw new Error(`not one mistake: ${mistakesIn(text).join('; ')}`);
  return { message: first.message, hint: first.hint };
}
