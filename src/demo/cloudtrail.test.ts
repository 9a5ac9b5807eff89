import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import { emitApiCall, operator } from './cloudtrail.ts';

it('says who called what; resources stay empty', () => {
  const { world } = newTestStage();
  emitApiCall(world, world.cluster('prod'), operator, 'StopTask', { task: 't' }, null, 'AccessDenied');
  const [emission] = world.takeEmissions();
  expect(emission?.envelope).toMatchObject({
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.ecs',
    resources: [],
    detail: {
      eventSource: 'ecs.amazonaws.com',
      eventName: 'StopTask',
      eventType: 'AwsApiCall',
      awsRegion: 'eu-central-1',
      errorCode: 'AccessDenied',
      requestParameters: { task: 't' },
      responseElements: null,
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::111122223333:assumed-role/${operator.role}/mara.keller@example.com`,
      },
    },
  });
});
