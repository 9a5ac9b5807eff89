// What truly does not exist: lists are empty, names find nothing, inputs are checked, and every error is one that the
// operation's model declares.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';
import { declaredErrors } from '../../../test/service-model.ts';
import { noneHere } from './none-here.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
  await test.aws('CreateLogGroup', { logGroupName: '/there' });
});
afterAll(() => test.close());

const arn = 'arn:aws:logs:us-east-1:000000000000:anomaly-detector:0b5b1b4c';
const name = { name: 'nightly' };
const group = { logGroupIdentifier: '/there' };
const filter = { logGroupName: '/there', filterName: 'stops' };

/** Operation, a valid input, the answer (undefined: nothing found), an invalid input. */
const cases: readonly (readonly [string, object, object | undefined, object])[] = [
  ['CancelExportTask', { taskId: 'a' }, undefined, {}],
  ['CancelImportTask', { importId: 'a-1' }, undefined, { importId: 'a_1' }],
  [
    'DeleteAccountPolicy',
    { policyName: 'p', policyType: 'TRANSFORMER_POLICY' },
    undefined,
    { policyName: 'p' },
  ],
  ['DeleteDataProtectionPolicy', group, undefined, {}],
  ['DeleteDelivery', { id: 'a1' }, undefined, { id: 'a-1' }],
  ['DeleteDeliveryDestination', name, undefined, {}],
  ['DeleteDeliveryDestinationPolicy', { deliveryDestinationName: 'd' }, undefined, {}],
  ['DeleteDeliverySource', name, undefined, { name: 'a b' }],
  ['DeleteDestination', { destinationName: 'd' }, undefined, { destinationName: 'a:b' }],
  ['DeleteIntegration', { integrationName: 'i', force: true }, undefined, {}],
  ['DeleteLogAnomalyDetector', { anomalyDetectorArn: arn }, undefined, {}],
  ['DeleteMetricFilter', filter, undefined, { logGroupName: '/there' }],
  ['DeleteResourcePolicy', { policyName: 'p' }, undefined, { expectedRevisionId: '' }],
  ['DeleteSubscriptionFilter', filter, undefined, { ...filter, filterName: 'a*' }],
  ['DeleteSyslogConfiguration', group, undefined, {}],
  ['DeleteTransformer', group, undefined, {}],
  [
    'DescribeAccountPolicies',
    { policyType: 'FIELD_INDEX_POLICY', accountIdentifiers: ['000000000000'] },
    { accountPolicies: [] },
    { policyType: 'OTHER' },
  ],
  ['DescribeConfigurationTemplates', { service: 'ecs' }, { configurationTemplates: [] }, { logTypes: [] }],
  ['DescribeDeliveries', { limit: 50 }, { deliveries: [] }, { limit: 51 }],
  ['DescribeDeliveryDestinations', {}, { deliveryDestinations: [] }, { nextToken: 'other' }],
  ['DescribeDeliverySources', {}, { deliverySources: [] }, { limit: 0 }],
  ['DescribeDestinations', { DestinationNamePrefix: 'd' }, { destinations: [] }, { nextToken: 'other' }],
  ['DescribeExportTasks', { statusCode: 'RUNNING' }, { exportTasks: [] }, { statusCode: 'running' }],
  ['DescribeImportTaskBatches', { importId: 'a' }, undefined, {}],
  ['DescribeImportTasks', { importStatus: 'FAILED' }, { imports: [] }, { importStatus: 'NEW' }],
  ['DescribeMetricFilters', { logGroupName: '/there' }, { metricFilters: [] }, { logGroupName: 'a b' }],
  ['DescribeResourcePolicies', { policyScope: 'ACCOUNT' }, { resourcePolicies: [] }, { limit: 99 }],
  ['DescribeSubscriptionFilters', { logGroupName: '/there' }, { subscriptionFilters: [] }, {}],
  ['DisassociateKmsKey', { logGroupName: '/there' }, {}, {}],
  ['DisassociateSourceFromS3TableIntegration', { identifier: 'a' }, undefined, {}],
  ['GetDataProtectionPolicy', group, group, {}],
  ['GetDelivery', { id: 'a1' }, undefined, {}],
  ['GetDeliveryDestination', name, undefined, {}],
  ['GetDeliveryDestinationPolicy', { deliveryDestinationName: 'd' }, undefined, {}],
  ['GetDeliverySource', name, undefined, {}],
  ['GetIntegration', { integrationName: 'i' }, undefined, {}],
  ['GetLogAnomalyDetector', { anomalyDetectorArn: arn }, undefined, {}],
  ['GetLogObject', { logObjectPointer: 'p' }, undefined, {}],
  ['GetStorageTierPolicy', {}, { storageTier: 'STANDARD' }, []],
  ['GetTransformer', group, undefined, {}],
  ['ListAnomalies', { suppressionState: 'SUPPRESSED' }, { anomalies: [] }, { nextToken: 'other' }],
  ['ListAnomalies', { anomalyDetectorArn: arn }, undefined, { anomalyDetectorArn: 'a b' }],
  [
    'ListIntegrations',
    { integrationType: 'OPENSEARCH' },
    { integrationSummaries: [] },
    { integrationType: 'S3' },
  ],
  ['ListLogAnomalyDetectors', {}, { anomalyDetectors: [] }, { limit: 51 }],
  ['ListSourcesForS3TableIntegration', { integrationArn: 'a' }, undefined, {}],
  ['ListSyslogConfigurations', group, { syslogConfigurations: [] }, { nextToken: 'other' }],
  [
    'PutDeliveryDestinationPolicy',
    { deliveryDestinationName: 'd', deliveryDestinationPolicy: '{}' },
    undefined,
    { deliveryDestinationName: 'd' },
  ],
  ['UpdateAnomaly', { anomalyDetectorArn: arn }, undefined, { anomalyDetectorArn: arn, anomalyId: 'short' }],
  [
    'UpdateDeliveryConfiguration',
    { id: 'a1', fieldDelimiter: ',' },
    undefined,
    { id: 'a1', fieldDelimiter: ',,,,,,' },
  ],
  [
    'UpdateLogAnomalyDetector',
    { anomalyDetectorArn: arn, enabled: false },
    undefined,
    { anomalyDetectorArn: arn },
  ],
];

it('tries every operation', () => {
  expect([...new Set(cases.map(([operation]) => operation))]).toEqual([...noneHere.keys()].sort());
});

it.each(cases)('%s answers %j', async (operation, input, expected) => {
  const { status, body } = await test.aws(operation, input);
  if (expected !== undefined) {
    expect([status, body]).toEqual([200, expected]);
    return;
  }
  expect([status, body.__type]).toEqual([400, 'ResourceNotFoundException']);
  expect(body.message).toMatch(/^The specified .* does not exist\. Shiplog has none\.$/);
  expect(declaredErrors.get(operation)).toContain(body.__type);
});

it.each(cases.filter(([operation]) => operation !== 'GetStorageTierPolicy'))(
  '%s refuses a wrong input with an error of its model',
  async (operation, _, __, wrong) => {
    const { status, body } = await test.aws(operation, wrong);
    expect([status, body.__type]).toEqual([
      400,
      expect.stringMatching(/^(InvalidParameter|Validation)Exception$/),
    ]);
    expect(declaredErrors.get(operation)).toContain(body.__type);
  },
);

describe('a log group that is named', () => {
  it.each([
    ['DescribeMetricFilters', { logGroupName: '/gone' }],
    ['DescribeSubscriptionFilters', { logGroupName: '/gone' }],
    ['DeleteMetricFilter', { ...filter, logGroupName: '/gone' }],
    ['DisassociateKmsKey', { logGroupName: '/gone' }],
    [
      'GetDataProtectionPolicy',
      { logGroupIdentifier: 'arn:aws:logs:us-east-1:000000000000:log-group:/gone:*' },
    ],
    ['GetTransformer', { logGroupIdentifier: '/gone' }],
    ['ListLogAnomalyDetectors', { filterLogGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/gone' }],
    ['ListSyslogConfigurations', { logGroupIdentifier: '/gone' }],
  ])('must exist for %s', async (operation, input) => {
    const { body } = await test.aws(operation, input);
    expect(body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });
});
