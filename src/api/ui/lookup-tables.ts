// Lookup tables for the page and the command line: list, read with the CSV, create, replace, delete.

import { z } from 'zod';
import { LookupTableMissing, summaryOf } from '../../store/lookup-table.ts';
import { bodyJson } from '../body.ts';
import { type Route, validated } from '../route.ts';

export const lookupTablesRoute: Route = {
  method: 'GET',
  path: '/api/v1/lookup-tables',
  role: 'read',
  async handle({ context }) {
    return { lookupTables: context.store.lookupTables().map(summaryOf) };
  },
};

const nameShape = z.object({ name: z.string() });

export const lookupTableRoute: Route = {
  method: 'GET',
  path: '/api/v1/lookup-tables/:name',
  role: 'read',
  async handle({ request, context: { store } }) {
    const { name } = validated(nameShape, request.params);
    const table = store.lookupTable(name);
    if (table === undefined) throw new LookupTableMissing(name);
    return { ...summaryOf(table), body: await store.lookupTableBody(name) };
  },
};

const contentShape = z.object({ body: z.string(), description: z.string().optional() });
const draftShape = contentShape.extend({ name: z.string() });

export const createLookupTableRoute: Route = {
  method: 'POST',
  path: '/api/v1/lookup-tables',
  role: 'admin',
  async handle({ request, context }) {
    const { name, ...content } = validated(draftShape, bodyJson(request));
    return summaryOf(await context.store.createLookupTable(name, content));
  },
};

export const updateLookupTableRoute: Route = {
  method: 'PUT',
  path: '/api/v1/lookup-tables/:name',
  role: 'admin',
  async handle({ request, context }) {
    const { name } = validated(nameShape, request.params);
    return summaryOf(await context.store.updateLookupTable(name, validated(contentShape, bodyJson(request))));
  },
};

export const deleteLookupTableRoute: Route = {
  method: 'DELETE',
  path: '/api/v1/lookup-tables/:name',
  role: 'admin',
  async handle({ request, context }) {
    const { name } = validated(nameShape, request.params);
    await context.store.deleteLookupTable(name);
    return { deleted: name };
  },
};
