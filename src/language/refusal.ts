// Refusals of what is part of Logs Insights but not of Shiplog yet: known by name, never skipped in silence.

import type { Span } from './ast.ts';
import { type Cursor, report } from './cursor.ts';

const where = 'docs/language.md lists what runs.';

/** What to write instead of words of AWS's grammar that nobody has explained. */
const instead: Readonly<Record<string, string>> = {
  tail: 'For the oldest events write `sort @timestamp asc | limit 10`, for the newest `limit 10`.',
  search: 'Write `filter @message like "text"`.',
};

export function refuseCommand(cursor: Cursor, span: Span, word: string): void {
  const message = `\`${word}\` is a command of Logs Insights that Shiplog does not run yet.`;
  report(cursor, span, 'unsupported-command', message, instead[word] ?? where);
}

/** `what` begins the sentence: "A sub-query after `in`". */
export function refuseSyntax(cursor: Cursor, span: Span, what: string): void {
  report(
    cursor,
    span,
    'unsupported-syntax',
    `${what} is part of Logs Insights that Shiplog does not run yet.`,
    where,
  );
}
