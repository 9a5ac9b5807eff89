// One AWS action: the shape of its input, and what it does. The files beside this one are one action each; decoding and
// the texts of validation errors are here, so that they read alike everywhere.

import type { z } from 'zod';
import type { Caller } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError, validationError } from '../errors.ts';

/** One request, as an action may want to know it. */
export interface ActionCall {
  readonly requestId: string;
  readonly caller: Caller;
  /** Fires when the client has gone or the server closes. */
  readonly signal: AbortSignal;
}

export interface Action {
  /** Decodes, acts, answers with the members of the response shape. Throws ServiceError and what queries/ throws. */
  run(input: unknown, context: ApiContext, call: ActionCall): Promise<object>;
}

/** What the operation's model declares for wrong inputs; the younger operations have ValidationException, for any of them. */
export type InvalidInput = 'InvalidParameterException' | 'ValidationException';

export function action<Shape extends z.ZodType>(
  shape: Shape,
  act: (input: z.output<Shape>, context: ApiContext, call: ActionCall) => Promise<object> | object,
  invalid: InvalidInput = 'InvalidParameterException',
): Action {
  const run = async (input: unknown, context: ApiContext, call: ActionCall) =>
    act(decode(shape, input), context, call);
  if (invalid === 'InvalidParameterException') return { run };
  return { run: (input, context, call) => run(input, context, call).catch(validationError) };
}

function decode<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const decoded = shape.safeParse(withoutNulls(input), { reportInput: true });
  if (decoded.success) return decoded.data;
  const { issues } = decoded.error;
  const mistyped = issues.find((issue) => issue.code === 'invalid_type' && issue.input !== undefined);
  if (mistyped !== undefined) {
    const member = mistyped.path.length === 0 ? 'The body' : `Member '${mistyped.path.join('.')}'`;
    throw new ServiceError('SerializationException', `${member}: ${mistyped.message}`);
  }
  const errors = issues.length === 1 ? '1 validation error' : `${issues.length} validation errors`;
  const shown = issues.slice(0, shownErrorsMax).map(constraint).join('; ');
  const more = issues.length > shownErrorsMax ? '; …' : '';
  throw new ServiceError('InvalidParameterException', `${errors} detected: ${shown}${more}`);
}

/** A list of ten thousand wrong members is told by the first few of them. */
const shownErrorsMax = 20;

/** AWS reads a member that is null as one that is absent. */
function withoutNulls(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  if (!Object.values(input).includes(null)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** AWS's wording, as its clients print it: Value 'x' at 'member' failed to satisfy constraint: Member must … */
function constraint(issue: z.core.$ZodIssue): string {
  const value = issue.input === undefined ? 'null' : `'${shortened(issue.input)}'`;
  const text = issue.code === 'invalid_type' ? 'Member must not be null' : issue.message;
  return `Value ${value} at '${issue.path.join('.')}' failed to satisfy constraint: ${text}`;
}

const shownCharsMax = 200;

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value);
  return text.length <= shownCharsMax ? text : `${text.slice(0, shownCharsMax)}…`;
}

/** What is nested too deeply to be written is told by a sign. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    if (cause instanceof RangeError) return '[…]';
    throw cause;
  }
}
