// regexReplace: its pattern and its replacement are known before the query runs, so that neither can fail in the middle of it
// (reference logs-insights-ql 4.7). RE2 leaves a text as it is when the replacement names a group that is not there: refused here.

import type { CallExpr } from '../language/ast.ts';
import { errorAt } from '../language/diagnostic.ts';
import { inspectRegex } from '../language/regex.ts';
import { textLiteral } from './literal.ts';
import type { PlanExpr } from './plan.ts';
import type { PlanContext } from './scope.ts';

/** The arguments with the pattern as engines read it. A replacement that is no text in quotes is taken literally (sql/). */
export function planRegexReplace(
  call: CallExpr,
  args: readonly PlanExpr[],
  context: PlanContext,
): readonly PlanExpr[] {
  const [, pattern, replacement] = call.args;
  if (pattern?.kind !== 'string') {
    const message = 'The pattern of `regexReplace` is a text in quotes.';
    context.diagnostics.push(errorAt(pattern?.span ?? call.span, 'pattern-not-literal', message));
    return args;
  }
  // The parser has checked the pattern itself.
  const { groups, positionalPattern } = inspectRegex(pattern.value);
  if (replacement?.kind === 'string') {
    const message = replacementProblem(replacement.value, groups.length);
    if (message !== null) context.diagnostics.push(errorAt(replacement.span, 'bad-replacement', message));
  }
  return args.with(1, textLiteral(positionalPattern));
}

/** Why a replacement cannot be used, or null: `\0` is the match, `\1` to `\9` are its groups, `\\` is a backslash. */
function replacementProblem(replacement: string, groups: number): string | null {
  for (const [written, letter = ''] of replacement.matchAll(/\\(.?)/gs)) {
    if (letter === '\\' || (/\d/.test(letter) && Number(letter) <= groups)) continue;
    if (!/\d/.test(letter)) return 'A backslash in a replacement stands before a digit or another backslash.';
    const known = groups === 1 ? '1 group' : `${groups} groups`;
    return `The replacement holds ${written}, but the pattern has ${known}.`;
  }
  return null;
}
