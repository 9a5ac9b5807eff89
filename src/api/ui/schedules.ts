// Scheduled queries for the page and the command line: list, read, create, replace, delete, what became of their runs, and a run now.

import { z } from 'zod';
import { ScheduleMissing } from '../../schedules/schedule.ts';
import { bodyJson } from '../body.ts';
import { type Route, validated } from '../route.ts';

export const schedulesRoute: Route = {
  method: 'GET',
  path: '/api/v1/schedules',
  role: 'read',
  async handle({ context }) {
    return { schedules: context.schedules.list() };
  },
};

const nameShape = z.object({ name: z.string() });

export const scheduleRoute: Route = {
  method: 'GET',
  path: '/api/v1/schedules/:name',
  role: 'read',
  async handle({ request, context: { schedules } }) {
    const { name } = validated(nameShape, request.params);
    const schedule = schedules.get(name);
    if (schedule === undefined) throw new ScheduleMissing(name);
    return schedule;
  },
};

const place = z.string();
const destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), place }),
  z.object({ kind: z.literal('log-group'), place }),
  z.object({ kind: z.literal('lookup-table'), place, description: z.string().exactOptional() }),
]);

/** What is left out has the default that the AWS API gives it. */
const contentShape = z.object({
  description: z.string().exactOptional(),
  query: z.string(),
  logGroups: z.array(z.string()).default([]),
  expression: z.string(),
  timezone: z.string().default('UTC'),
  startOffsetSeconds: z.int().exactOptional(),
  endOffsetSeconds: z.int().default(0),
  destinations: z.array(destination).max(10).default([]),
  startMs: z.int().exactOptional(),
  endMs: z.int().exactOptional(),
  enabled: z.boolean().default(true),
});
const draftShape = contentShape.extend({ name: z.string() });

export const createScheduleRoute: Route = {
  method: 'POST',
  path: '/api/v1/schedules',
  role: 'admin',
  async handle({ request, context }) {
    return context.schedules.create(validated(draftShape, bodyJson(request)));
  },
};

export const updateScheduleRoute: Route = {
  method: 'PUT',
  path: '/api/v1/schedules/:name',
  role: 'admin',
  async handle({ request, context }) {
    const { name } = validated(nameShape, request.params);
    return context.schedules.update({ ...validated(contentShape, bodyJson(request)), name });
  },
};

export const deleteScheduleRoute: Route = {
  method: 'DELETE',
  path: '/api/v1/schedules/:name',
  role: 'admin',
  async handle({ request, context }) {
    const { name } = validated(nameShape, request.params);
    await context.schedules.delete(name);
    return { deleted: name };
  },
};

export const scheduleRunsRoute: Route = {
  method: 'GET',
  path: '/api/v1/schedules/:name/runs',
  role: 'read',
  async handle({ request, context }) {
    return { runs: context.schedules.runs(validated(nameShape, request.params).name) };
  },
};

export const runScheduleRoute: Route = {
  method: 'POST',
  path: '/api/v1/schedules/:name/runs',
  role: 'admin',
  async handle({ request, context }) {
    return context.schedules.run(validated(nameShape, request.params).name);
  },
};
