// What went wrong with a request, as a value that the page can show: a sentence, advice, and what the server said besides.

import type { Diagnostic } from '../../src/language/diagnostic.ts';

/** The request failed. `code` is the server's, or `offline` when nobody answered, or `unreadable`. */
export class Problem extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  /** Of `malformed-query`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of `invalid-input`: the input that does not do. */
  readonly input: string | undefined;
  readonly suggestions: readonly string[];

  constructor(code: string, message: string, details: ProblemDetails = {}) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.hint = details.hint;
    this.diagnostics = details.diagnostics ?? [];
    this.input = details.input;
    this.suggestions = details.suggestions ?? [];
  }
}

interface ProblemDetails {
  readonly hint?: string;
  readonly diagnostics?: readonly Diagnostic[];
  readonly input?: string;
  readonly suggestions?: readonly string[];
}

export const offline = (): Problem =>
  new Problem('offline', 'The Shiplog server does not answer.', {
    hint: 'Check that `shiplog serve` is still running, then try again.',
  });

/** The problem in an answer whose status is not 2xx. `body` is undefined when the answer was not JSON. */
export function problemOf(status: number, body: unknown): Problem {
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined;
  if (error === undefined || typeof error.message !== 'string') {
    return new Problem('unreadable', `The server answered with status ${status} and no explanation.`, {
      hint: 'The log of the server may say why.',
    });
  }
  const { code, message, hint, input, suggestions, diagnostics } = error;
  return new Problem(typeof code === 'string' ? code : 'unreadable', message, {
    ...(typeof hint === 'string' ? { hint } : {}),
    ...(typeof input === 'string' ? { input } : {}),
    ...(Array.isArray(suggestions)
      ? { suggestions: suggestions.filter((one) => typeof one === 'string') }
      : {}),
    ...(Array.isArray(diagnostics) ? { diagnostics: diagnostics.filter(isDiagnostic) } : {}),
  });
}

/** Anything thrown, as a problem. */
export function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  return new Problem('page', cause instanceof Error ? cause.message : String(cause), {
    hint: 'This is a mistake in the page. Reloading it may help.',
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isDiagnostic(value: unknown): value is Diagnostic {
  if (!isRecord(value) || !isRecord(value.span)) return false;
  const { start, end } = value.span;
  return typeof value.message === 'string' && typeof start === 'number' && typeof end === 'number';
}
