// Checks a function call against the table: known, number and kinds of arguments.
// Where aggregates may stand is a question for plan/.

import type { CallExpr, Expr } from './ast.ts';
import { type Cursor, report } from './cursor.ts';
import { didYouMean } from './did-you-mean.ts';
import { hintForFunction } from './foreign-words.ts';
import type { ParameterKind } from './function-spec.ts';
import { type FunctionSpec, findFunction, functions, parameterKind } from './functions.ts';
import { checkPattern } from './regex-check.ts';

/** The call with its canonical name; what is wrong with it is reported. */
export function checkedCall(cursor: Cursor, call: CallExpr): CallExpr {
  const spec = findFunction(call.name);
  if (spec === undefined) {
    const hint =
      hintForFunction(call.name) ??
      didYouMean(
        call.name,
        functions.map(({ name }) => name),
      );
    report(cursor, call.nameSpan, 'unknown-function', `Unknown function \`${call.name}\`.`, hint);
    return call;
  }
  const named = normalised({ ...call, name: spec.name });
  checkArguments(cursor, spec, named);
  return named;
}

/** `bin(@timestamp, 1h)`, seen in published queries, is `bin(1h)`. */
function normalised(call: CallExpr): CallExpr {
  const [time, period, ...more] = call.args;
  if (call.name !== 'bin' || period?.kind !== 'period' || more.length > 0) return call;
  return time?.kind === 'field' && time.name === '@timestamp' ? { ...call, args: [period] } : call;
}

function checkArguments(cursor: Cursor, spec: FunctionSpec, call: CallExpr): void {
  if (call.args.length < spec.argumentsMin || call.args.length > spec.argumentsMax) {
    const message = `\`${spec.name}\` takes ${countText(spec)}, not ${call.args.length}.`;
    report(cursor, call.span, 'wrong-argument-count', message, `Write ${spec.signature}.`);
    return;
  }
  call.args.forEach((argument, position) => {
    const problem = mismatch(argument, parameterKind(spec, position));
    if (problem === undefined) return;
    report(
      cursor,
      argument.span,
      'wrong-argument',
      `\`${spec.name}\` ${problem}`,
      `Write ${spec.signature}.`,
    );
  });
  const pattern = call.args[1];
  if (spec.name === 'regexReplace' && pattern?.kind === 'string') checkPattern(cursor, pattern);
}

function countText(spec: FunctionSpec): string {
  const { argumentsMin: min, argumentsMax: max } = spec;
  if (max === 0) return 'no arguments';
  if (max === Number.POSITIVE_INFINITY) return `${min} or more arguments`;
  return min === max ? `${min} argument${min === 1 ? '' : 's'}` : `${min} to ${max} arguments`;
}

/** What is wrong with an argument; only what the text alone can show. */
function mismatch(argument: Expr, wanted: ParameterKind | undefined): string | undefined {
  if (wanted === 'period' && argument.kind !== 'period') return 'needs a period here, such as 5m or 1h.';
  if (wanted !== 'period' && argument.kind === 'period') return 'cannot take a period here.';
  if (wanted !== 'star' && argument.kind === 'star') return 'cannot take a star.';
  return undefined;
}
