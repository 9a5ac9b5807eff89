// What is wrong with a query, as a value: code, text, place and advice apart from each other.
// language/ and plan/ collect these; drawing them is render.ts, turning them into an AWS error is api/errors.ts.

import type { Span } from './ast.ts';
import { diagnosticsMax } from './limits.ts';

export type Severity = 'error' | 'warning';

/** One mistake in a query. `message` quotes the source and, where AWS's text is known, is AWS's text; `hint` is ours. */
export interface Diagnostic {
  /** kebab-case, listed in docs/language.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly hint?: string;
}

export function errorAt(span: Span, code: string, message: string, hint?: string): Diagnostic {
  return hint === undefined
    ? { code, severity: 'error', message, span }
    : { code, severity: 'error', message, span, hint };
}

export function warningAt(span: Span, code: string, message: string, hint?: string): Diagnostic {
  return { ...errorAt(span, code, message, hint), severity: 'warning' };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** The first mistakes and the first warnings, as many as anybody reads. */
export function firstDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= diagnosticsMax) return diagnostics;
  const counts = { error: 0, warning: 0 };
  return diagnostics.filter(({ severity }) => ++counts[severity] <= diagnosticsMax);
}
