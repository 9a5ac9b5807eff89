// GET /api/v1/investigations: what can be asked. GET /api/v1/investigations/:id: the finding.
// Every parameter but start and end is an input; what the investigation does not declare it refuses.

import { z } from 'zod';
import {
  type Investigation,
  InvestigationInputError,
  type TimeRange,
} from '../../investigations/investigation.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import { type Route, time, validated } from '../route.ts';

export const investigationsRoute: Route = {
  method: 'GET',
  path: '/api/v1/investigations',
  role: 'read',
  async handle({ context }) {
    return context.investigations.map(({ id, question, summary, inputs }) => ({
      id,
      question,
      summary,
      inputs,
    }));
  },
};

const idShape = z.object({ id: z.string() });
const rangeShape = z.object({ start: time.optional(), end: time.optional() });
/** A parameter given several times is a list, which investigations read with commas. */
const inputsShape = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).transform((values) => values.join(','))]),
);

export const investigationRoute: Route = {
  method: 'GET',
  path: '/api/v1/investigations/:id',
  role: 'read',
  async handle({ request, context, signal }) {
    const investigation = find(validated(idShape, request.params).id, context.investigations);
    const { start, end, ...inputs } = validated(inputsShape, request.query);
    const range = await rangeOf(validated(rangeShape, { start, end }), context);
    return context.investigate(investigation, { inputs, range }, signal);
  },
};

function find(id: string, investigations: readonly Investigation[]): Investigation {
  const found = investigations.find((investigation) => investigation.id === id);
  if (found !== undefined) return found;
  throw new HttpError(404, 'unknown-investigation', `There is no investigation '${id}'.`, {
    suggestions: investigations.map((investigation) => investigation.id),
  });
}

/** An end that is not given is the end of what is recorded. */
async function rangeOf(
  given: { start?: number | undefined; end?: number | undefined },
  context: ApiContext,
): Promise<TimeRange> {
  const groups = await context.store.summaries();
  const times = groups
    .flatMap((group) => [group.firstEventMs, group.lastEventMs])
    .filter((ms) => ms !== null);
  const endMs = given.end ?? Math.max(context.nowMs(), ...times);
  const startMs = given.start ?? Math.min(endMs, ...times);
  if (startMs <= endMs) return { startMs, endMs };
  throw new InvestigationInputError('end', 'The end of the time range is before its start.');
}
