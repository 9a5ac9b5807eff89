// Every route of our own API, one line each; docs/api.md has a row for each of them.

import { eventBridgeRoute, importRoute, ingestEventsRoute } from './ingest/events.ts';
import { firehoseRoute } from './ingest/firehose.ts';
import { logsRoute } from './ingest/logs.ts';
import type { Route } from './route.ts';
import { eventRoute } from './ui/events.ts';
import { fieldsRoute } from './ui/fields.ts';
import { investigationRoute, investigationsRoute } from './ui/investigations.ts';
import { logGroupsRoute } from './ui/log-groups.ts';
import {
  createLookupTableRoute,
  deleteLookupTableRoute,
  lookupTableRoute,
  lookupTablesRoute,
  updateLookupTableRoute,
} from './ui/lookup-tables.ts';
import { checkRoute, explainRoute, queryRoute } from './ui/query.ts';
import {
  deleteRejectedDocumentRoute,
  deleteRejectedRoute,
  keepRejectedRoute,
  rejectedDocumentRoute,
  rejectedRoute,
  retryRejectedDocumentRoute,
  retryRejectedRoute,
} from './ui/rejected.ts';
import { deleteSavedQueryRoute, putSavedQueryRoute, savedQueriesRoute } from './ui/saved-queries.ts';
import {
  createScheduleRoute,
  deleteScheduleRoute,
  runScheduleRoute,
  scheduleRoute,
  scheduleRunsRoute,
  schedulesRoute,
  updateScheduleRoute,
} from './ui/schedules.ts';
import { statusRoute } from './ui/status.ts';
import { tailRoute } from './ui/tail.ts';

export const routes: readonly Route[] = [
  ingestEventsRoute,
  eventBridgeRoute,
  firehoseRoute,
  logsRoute,
  importRoute,
  statusRoute,
  logGroupsRoute,
  fieldsRoute,
  queryRoute,
  explainRoute,
  checkRoute,
  eventRoute,
  investigationsRoute,
  investigationRoute,
  tailRoute,
  rejectedRoute,
  rejectedDocumentRoute,
  keepRejectedRoute,
  retryRejectedRoute,
  retryRejectedDocumentRoute,
  deleteRejectedRoute,
  deleteRejectedDocumentRoute,
  savedQueriesRoute,
  putSavedQueryRoute,
  deleteSavedQueryRoute,
  lookupTablesRoute,
  lookupTableRoute,
  createLookupTableRoute,
  updateLookupTableRoute,
  deleteLookupTableRoute,
  schedulesRoute,
  scheduleRoute,
  createScheduleRoute,
  updateScheduleRoute,
  deleteScheduleRoute,
  scheduleRunsRoute,
  runScheduleRoute,
];
