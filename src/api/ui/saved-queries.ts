// Saved queries for the page and the command line: list, put, delete. Unlike the AWS action, a put without an id replaces the
// query of that name, as saving a file does.

import { z } from 'zod';
import { queryCharsMax, savedQueryNameCharsMax, savedQueryParametersMax } from '../../limits.ts';
import { idToSaveAs } from '../../store/saved-query.ts';
import { bodyJson } from '../body.ts';
import { type Route, validated } from '../route.ts';

export const savedQueriesRoute: Route = {
  method: 'GET',
  path: '/api/v1/saved-queries',
  role: 'read',
  async handle({ context }) {
    return { savedQueries: context.store.savedQueries() };
  },
};

const parameter = z.object({
  name: z.string(),
  defaultValue: z.string().optional(),
  description: z.string().optional(),
});

const draftShape = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1).max(savedQueryNameCharsMax),
  query: z.string().min(1).max(queryCharsMax),
  logGroups: z.array(z.string()).default([]),
  parameters: z.array(parameter).max(savedQueryParametersMax).default([]),
});

export const putSavedQueryRoute: Route = {
  method: 'PUT',
  path: '/api/v1/saved-queries',
  role: 'admin',
  async handle({ request, context: { store, newId } }) {
    const { id, ...draft } = validated(draftShape, bodyJson(request));
    return store.putSavedQuery(idToSaveAs({ id, name: draft.name }, store.savedQueries(), newId), draft);
  },
};

const idShape = z.object({ id: z.string() });

export const deleteSavedQueryRoute: Route = {
  method: 'DELETE',
  path: '/api/v1/saved-queries/:id',
  role: 'admin',
  async handle({ request, context }) {
    const { id } = validated(idShape, request.params);
    await context.store.deleteSavedQuery(id);
    return { deleted: id };
  },
};
