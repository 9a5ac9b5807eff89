// The operations of the service that Shiplog does not do, each with the reason and what to do instead. They are answered
// with an error that the operation's own model declares, so that `catch` clauses of clients work: never with a success.

import { z } from 'zod';
import type { Role } from '../caller.ts';
import { ServiceError, type ServiceErrorType } from '../errors.ts';
import { action } from './action.ts';
import type { GrantedAction } from './actions.ts';

export interface Refusal extends GrantedAction {
  readonly type: ServiceErrorType;
  /** Why, and what to do instead; stands in the error and in docs/api.md. */
  readonly because: string;
}

const noKeys = 'Shiplog encrypts nothing itself: keep its data directory on an encrypted disk.';
const noMetrics =
  'Shiplog makes no metrics: run a query with `stats … by bin(5m)` where you would read the metric.';
const noForwarding =
  'Shiplog sends no events on: attach the subscription where the events come from, or read them with StartLiveTail.';
const noDeliveries =
  'Shiplog receives no logs of AWS services: write them with PutLogEvents, or POST them to /ingest/events.';
const noPolicies =
  'Shiplog has no policies: the role of an access key (ingest, read, admin) says what it may do.';
const noMasking = 'Shiplog masks no data: mask it before it is sent.';
const noTransformers =
  'Shiplog keeps events as they came: use `parse`, `jsonParse` and their kin in the query instead.';
const noDetectors = 'Shiplog watches nothing on its own: use `anomaly` or `pattern` in a query.';
const noExports = "Shiplog has no buckets: write results to a file with `shiplog query '…' --format ndjson`.";
const noIntegrations = 'Shiplog feeds no other store: query it here.';
const noTables = 'Shiplog feeds no S3 tables: query it here.';
const noSyslog = 'Shiplog does not speak syslog: let Fluent Bit or Vector turn it into PutLogEvents.';

const refused = (type: ServiceErrorType, because: string, role: Role = 'admin') => ({ type, because, role });

const table = {
  AssociateKmsKey: refused('InvalidParameterException', noKeys),
  AssociateSourceToS3TableIntegration: refused('ValidationException', noTables),
  CreateDelivery: refused('ValidationException', noDeliveries),
  CreateExportTask: refused('InvalidParameterException', noExports),
  CreateImportTask: refused(
    'InvalidOperationException',
    'Shiplog reads no CloudTrail event data stores: import their files with `shiplog import`.',
  ),
  CreateLogAnomalyDetector: refused('InvalidParameterException', noDetectors),
  PutAccountPolicy: refused('InvalidParameterException', noPolicies),
  PutBearerTokenAuthentication: refused(
    'InvalidOperationException',
    'Shiplog decides for all log groups at once who may write: see docs/settings.md.',
  ),
  PutDataProtectionPolicy: refused('InvalidParameterException', noMasking),
  PutDeliveryDestination: refused('ValidationException', noDeliveries),
  PutDeliverySource: refused('ValidationException', noDeliveries),
  PutDestination: refused('InvalidParameterException', noForwarding),
  PutDestinationPolicy: refused('InvalidParameterException', noForwarding),
  PutIntegration: refused('ValidationException', noIntegrations),
  PutMetricFilter: refused('InvalidOperationException', noMetrics),
  PutResourcePolicy: refused('InvalidParameterException', noPolicies),
  PutStorageTierPolicy: refused(
    'InvalidParameterException',
    'Shiplog has one tier: its data directory, wherever you put it.',
  ),
  PutSubscriptionFilter: refused('InvalidOperationException', noForwarding),
  PutSyslogConfiguration: refused('InvalidOperationException', noSyslog),
  PutTransformer: refused('InvalidOperationException', noTransformers),
  TestTransformer: refused('InvalidOperationException', noTransformers, 'read'),
} as const satisfies Readonly<Record<string, Omit<Refusal, 'action'>>>;

export const refusals: ReadonlyMap<string, Refusal> = new Map(
  Object.entries(table).map(([operation, refusal]): [string, Refusal] => [
    operation,
    { ...refusal, action: refuse(operation, refusal) },
  ]),
);

/** Whatever the input is: nobody should have to mend it in order to learn that it is of no use. */
function refuse(operation: string, { type, because }: Omit<Refusal, 'action' | 'role'>) {
  return action(z.unknown(), () => {
    throw new ServiceError(type, `Shiplog does not support ${operation}. ${because}`);
  });
}
