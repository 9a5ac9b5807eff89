// Kinds of things that cannot be made here (refusals.ts refuses to), and that therefore truly do not exist: lists of them
// are empty, and what names one finds nothing. Clients that look at everything of a log group (Terraform, Steampipe,
// Grafana) get through. Inputs are held to AWS's constraints, and a log group that is named must exist.

import { z } from 'zod';
import { LogGroupMissing } from '../../store/store.ts';
import type { Role } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action, type InvalidInput } from './action.ts';
import type { GrantedAction } from './actions.ts';
import {
  integer,
  list,
  logGroupIdentifier,
  logGroupName,
  matching,
  nameOfIdentifier,
  text,
  word,
} from './members.ts';

export interface NoneHere extends GrantedAction {
  /** What docs/api.md says of it. */
  readonly note: string;
}

const filterName = matching('[^:*]*', 1, 512);
const destinationName = filterName;
const deliveryName = matching(String.raw`[\w-]*`, 1, 60);
const deliveryId = matching('[0-9A-Za-z]+', 1, 64);
const importId = matching(String.raw`[\-a-zA-Z0-9]+`, 1, 256);
const anomalyDetectorArn = matching(String.raw`[\w#+=/:,.@-]*`, 1);
const integrationName = matching(String.raw`[\.\-_/#A-Za-z0-9]+`, 1, 50);
const metricWord = matching('[^:*$]*', 0, 255);
const templateWord = matching(String.raw`[\w-]*`, 1, 255);
const accountIds = list(matching(String.raw`\d{12}`, 12, 12), 0, 20);
const taskId = text(1, 512);
const importStatus = word('IN_PROGRESS', 'CANCELLED', 'COMPLETED', 'FAILED');
const policyType = word(
  'DATA_PROTECTION_POLICY',
  'SUBSCRIPTION_FILTER_POLICY',
  'FIELD_INDEX_POLICY',
  'TRANSFORMER_POLICY',
  'METRIC_EXTRACTION_POLICY',
);
const flag = z.boolean().optional();
const anyText = z.string().optional();
const nextToken = text(1).optional();
const paged = { nextToken, limit: integer(1, 50).optional() };
/** What the models of the younger operations declare for wrong inputs. */
const young: InvalidInput = 'ValidationException';

/** Lists, by the member that is empty. */
const lists: Readonly<Record<string, NoneHere>> = {
  DescribeAccountPolicies: empty('accountPolicies', 'account policies', {
    policyType,
    policyName: anyText,
    accountIdentifiers: accountIds.optional(),
    nextToken,
  }),
  DescribeConfigurationTemplates: empty(
    'configurationTemplates',
    'deliveries',
    {
      ...paged,
      service: templateWord.optional(),
      logTypes: list(templateWord, 1, 10).optional(),
      resourceTypes: list(templateWord, 1, 10).optional(),
      deliveryDestinationTypes: list(word('S3', 'CWL', 'FH', 'XRAY'), 1, 4).optional(),
    },
    young,
  ),
  DescribeDeliveries: empty('deliveries', 'deliveries', paged, young),
  DescribeDeliveryDestinations: empty('deliveryDestinations', 'delivery destinations', paged, young),
  DescribeDeliverySources: empty('deliverySources', 'delivery sources', paged, young),
  DescribeDestinations: empty('destinations', 'destinations', {
    ...paged,
    DestinationNamePrefix: destinationName.optional(),
  }),
  DescribeExportTasks: empty('exportTasks', 'export tasks', {
    ...paged,
    taskId: taskId.optional(),
    statusCode: word('CANCELLED', 'COMPLETED', 'FAILED', 'PENDING', 'PENDING_CANCEL', 'RUNNING').optional(),
  }),
  DescribeImportTasks: empty('imports', 'import tasks', {
    ...paged,
    importId: importId.optional(),
    importStatus: importStatus.optional(),
    importSourceArn: anyText,
  }),
  DescribeMetricFilters: empty('metricFilters', 'metric filters', {
    ...paged,
    logGroupName: logGroupName.optional(),
    filterNamePrefix: filterName.optional(),
    metricName: metricWord.optional(),
    metricNamespace: metricWord.optional(),
  }),
  DescribeResourcePolicies: empty('resourcePolicies', 'resource policies', {
    ...paged,
    resourceArn: anyText,
    policyScope: word('ACCOUNT', 'RESOURCE').optional(),
  }),
  DescribeSubscriptionFilters: empty('subscriptionFilters', 'subscription filters', {
    ...paged,
    logGroupName,
    filterNamePrefix: filterName.optional(),
  }),
  ListIntegrations: empty('integrationSummaries', 'integrations', {
    integrationNamePrefix: integrationName.optional(),
    integrationType: word('OPENSEARCH').optional(),
    integrationStatus: word('PROVISIONING', 'ACTIVE', 'FAILED').optional(),
  }),
  ListLogAnomalyDetectors: empty('anomalyDetectors', 'anomaly detectors', {
    ...paged,
    filterLogGroupArn: logGroupIdentifier.optional(),
  }),
  ListSyslogConfigurations: empty('syslogConfigurations', 'syslog configurations', {
    logGroupIdentifier: logGroupIdentifier.optional(),
    vpcEndpointId: anyText,
    nextToken,
    maxResults: z.int().optional(),
  }),
};

/** What names one of them, by its kind. */
const finds: Readonly<Record<string, NoneHere>> = {
  CancelExportTask: missing('admin', 'export task', { taskId }),
  CancelImportTask: missing('admin', 'import task', { importId }),
  DeleteAccountPolicy: missing('admin', 'account policy', { policyName: z.string(), policyType }),
  DeleteDataProtectionPolicy: missing('admin', 'data protection policy', { logGroupIdentifier }),
  DeleteDelivery: missing('admin', 'delivery', { id: deliveryId }, young),
  DeleteDeliveryDestination: missing('admin', 'delivery destination', { name: deliveryName }, young),
  DeleteDeliveryDestinationPolicy: missing(
    'admin',
    'delivery destination',
    { deliveryDestinationName: deliveryName },
    young,
  ),
  DeleteDeliverySource: missing('admin', 'delivery source', { name: deliveryName }, young),
  DeleteDestination: missing('admin', 'destination', { destinationName }),
  DeleteIntegration: missing('admin', 'integration', { integrationName, force: flag }),
  DeleteLogAnomalyDetector: missing('admin', 'anomaly detector', { anomalyDetectorArn }),
  DeleteMetricFilter: missing('admin', 'metric filter', { logGroupName, filterName }),
  DeleteResourcePolicy: missing('admin', 'resource policy', {
    policyName: anyText,
    resourceArn: anyText,
    expectedRevisionId: nextToken,
  }),
  DeleteSubscriptionFilter: missing('admin', 'subscription filter', { logGroupName, filterName }),
  DeleteSyslogConfiguration: missing('admin', 'syslog configuration', {
    logGroupIdentifier,
    vpcEndpointId: anyText,
  }),
  DeleteTransformer: missing('admin', 'transformer', { logGroupIdentifier }),
  DescribeImportTaskBatches: missing('read', 'import task', {
    ...paged,
    importId,
    batchImportStatus: z.array(importStatus).optional(),
  }),
  DisassociateSourceFromS3TableIntegration: missing(
    'admin',
    'S3 table integration',
    { identifier: text(1, 2_048) },
    young,
  ),
  GetDelivery: missing('read', 'delivery', { id: deliveryId }, young),
  GetDeliveryDestination: missing('read', 'delivery destination', { name: deliveryName }, young),
  GetDeliveryDestinationPolicy: missing(
    'read',
    'delivery destination',
    { deliveryDestinationName: deliveryName },
    young,
  ),
  GetDeliverySource: missing('read', 'delivery source', { name: deliveryName }, young),
  GetIntegration: missing('read', 'integration', { integrationName }),
  GetLogAnomalyDetector: missing('read', 'anomaly detector', { anomalyDetectorArn }),
  // Differs: AWS keeps apart what is too large for an event that came by OpenTelemetry; here events are whole.
  GetLogObject: missing('read', 'log object', { logObjectPointer: text(1, 512), unmask: flag }),
  GetTransformer: missing('read', 'transformer', { logGroupIdentifier }),
  ListSourcesForS3TableIntegration: missing(
    'read',
    'S3 table integration',
    { integrationArn: z.string(), nextToken, maxResults: integer(1, 100).optional() },
    young,
  ),
  PutDeliveryDestinationPolicy: missing(
    'admin',
    'delivery destination',
    { deliveryDestinationName: deliveryName, deliveryDestinationPolicy: text(1, 51_200) },
    young,
  ),
  UpdateAnomaly: missing('admin', 'anomaly detector', {
    anomalyDetectorArn,
    anomalyId: text(36, 36).optional(),
    patternId: text(32, 32).optional(),
    suppressionType: word('LIMITED', 'INFINITE').optional(),
    suppressionPeriod: z
      .object({
        value: z.int().optional(),
        suppressionUnit: word('SECONDS', 'MINUTES', 'HOURS').optional(),
      })
      .optional(),
    baseline: flag,
  }),
  UpdateDeliveryConfiguration: missing(
    'admin',
    'delivery',
    {
      id: deliveryId,
      recordFields: list(text(1, 64), 0, 128).optional(),
      fieldDelimiter: text(0, 5).optional(),
      s3DeliveryConfiguration: z
        .object({ suffixPath: text(1, 256).optional(), enableHiveCompatiblePath: flag })
        .optional(),
    },
    young,
  ),
  UpdateLogAnomalyDetector: missing('admin', 'anomaly detector', {
    anomalyDetectorArn,
    enabled: z.boolean(),
    evaluationFrequency: word(
      'ONE_MIN',
      'FIVE_MIN',
      'TEN_MIN',
      'FIFTEEN_MIN',
      'THIRTY_MIN',
      'ONE_HOUR',
    ).optional(),
    filterPattern: text(0, 1_024).optional(),
    anomalyVisibilityTime: integer(7, 90).optional(),
  }),
};

/** What AWS answers of a log group, or an account, that has no such thing. */
const others: Readonly<Record<string, NoneHere>> = {
  // Inferred: AWS has nothing to take away either, and says nothing.
  DisassociateKmsKey: {
    role: 'admin',
    note: 'Nothing is encrypted with a key, so there is nothing to take away.',
    action: action(
      z.object({
        logGroupName: logGroupName.optional(),
        resourceIdentifier: matching(String.raw`[\w+=/:,.@\-\*]*`, 1, 2_048).optional(),
      }),
      ({ logGroupName: name, resourceIdentifier }, context) => {
        if ((name === undefined) === (resourceIdentifier === undefined)) {
          throw new ServiceError(
            'InvalidParameterException',
            'Exactly one of logGroupName and resourceIdentifier must be specified',
          );
        }
        groupsExist({ logGroupName: name }, context);
        return {};
      },
    ),
  },
  // Inferred from the Terraform provider, which takes an answer without a document for a policy that is not there.
  GetDataProtectionPolicy: {
    role: 'read',
    note: 'The log group, without a policy: there are none.',
    action: action(z.object({ logGroupIdentifier }), (input, context) => {
      groupsExist(input, context);
      return input;
    }),
  },
  GetStorageTierPolicy: {
    role: 'read',
    note: 'Always `STANDARD`.',
    action: action(z.object({}), () => ({ storageTier: 'STANDARD' })),
  },
  ListAnomalies: {
    role: 'read',
    note: 'Empty: there are no anomaly detectors. With an `anomalyDetectorArn`, `ResourceNotFoundException`.',
    action: action(
      z.object({
        ...paged,
        anomalyDetectorArn: anomalyDetectorArn.optional(),
        suppressionState: word('SUPPRESSED', 'UNSUPPRESSED').optional(),
      }),
      (input) => {
        if (input.anomalyDetectorArn !== undefined) throw notFound('anomaly detector');
        return { anomalies: noPage(input) };
      },
    ),
  },
};

export const noneHere: ReadonlyMap<string, NoneHere> = new Map(
  Object.entries({ ...lists, ...finds, ...others }),
);

interface Named {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
  readonly filterLogGroupArn?: string | undefined;
}

function empty(member: string, things: string, members: z.ZodRawShape, invalid?: InvalidInput): NoneHere {
  const run = (input: Record<string, unknown>, context: ApiContext): object => {
    groupsExist(input, context);
    return { [member]: noPage(input) };
  };
  return {
    role: 'read',
    note: `Empty: there are no ${things}.`,
    action: action(z.object(members), run, invalid),
  };
}

function missing(role: Role, thing: string, members: z.ZodRawShape, invalid?: InvalidInput): NoneHere {
  const run = (input: Named, context: ApiContext): never => {
    groupsExist(input, context);
    throw notFound(thing);
  };
  const note = `\`ResourceNotFoundException\`: there is no ${thing}.`;
  return { role, note, action: action(z.object(members), run, invalid) };
}

/** The beginning is AWS's sentence about metric filters, destinations and export tasks. */
const notFound = (thing: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `The specified ${thing} does not exist. Shiplog has none.`);

/** We hand out no tokens for nothing. */
function noPage({ nextToken: token }: { nextToken?: unknown }): readonly never[] {
  if (token === undefined) return [];
  throw new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.');
}

function groupsExist(input: Named, { store }: ApiContext): void {
  const identifier = input.logGroupIdentifier ?? input.filterLogGroupArn;
  const name = input.logGroupName ?? (identifier === undefined ? undefined : nameOfIdentifier(identifier));
  if (name !== undefined && store.group(name) === undefined) throw new LogGroupMissing(name);
}
