import { expect, it } from 'vitest';
import { newTestStage, playOut } from '../../test/rehearsal.ts';
import type { Detail } from './envelope.ts';
import { minuteMs } from './iso-time.ts';
import { retireTask, startServiceTask } from './service-life.ts';
import type { Ending } from './task-start.ts';

/** Details of one task of the service, started now and, unless it ends by itself, stopped after ten minutes. */
function life(path: string, ending?: Ending): readonly Detail[] {
  const stage = newTestStage();
  const { world } = stage;
  const service = stage.service(path);
  const task = startServiceTask(world, service, ending === undefined ? {} : { ending });
  if (task === undefined) throw new Error('no room');
  if (ending === undefined) world.at(world.nowMs() + 10 * minuteMs, () => retireTask(world, service, task));
  return playOut(stage)
    .map((emission) => emission.envelope.detail)
    .filter((detail) => detail.taskArn === task.arn);
}

const containersOf = (detail: Detail | undefined) => (detail?.containers ?? []) as Detail[];
const states = (details: readonly Detail[]) =>
  details.map((detail) => `${detail.version} ${detail.lastStatus}/${detail.desiredStatus}`);

// The sequences of ecs-events reference 3.6.
it.each([
  [
    'plain Fargate',
    'prod/thumbnails',
    [
      '1 PROVISIONING/RUNNING',
      '2 PENDING/RUNNING',
      '3 RUNNING/RUNNING',
      '4 RUNNING/STOPPED',
      '5 DEPROVISIONING/STOPPED',
      '6 STOPPED/STOPPED',
    ],
  ],
  [
    'EC2 in bridge mode',
    'edge/dns-cache',
    ['1 PENDING/RUNNING', '2 RUNNING/RUNNING', '3 RUNNING/STOPPED', '4 STOPPED/STOPPED'],
  ],
  [
    'EC2 with awsvpc: RUNNING at 4',
    'data/stream-processor',
    [
      '1 PROVISIONING/RUNNING',
      '2 PENDING/RUNNING',
      '3 ACTIVATING/RUNNING',
      '4 RUNNING/RUNNING',
      '5 RUNNING/STOPPED',
      '6 DEPROVISIONING/STOPPED',
      '7 STOPPED/STOPPED',
    ],
  ],
  [
    'Fargate with load balancer and ECS Exec',
    'prod/pricing',
    [
      '1 PROVISIONING/RUNNING',
      '2 PENDING/RUNNING',
      '3 ACTIVATING/RUNNING',
      '4 RUNNING/RUNNING',
      '5 RUNNING/RUNNING',
      '6 RUNNING/STOPPED',
      '7 DEACTIVATING/STOPPED',
      '8 STOPPING/STOPPED',
      '9 DEPROVISIONING/STOPPED',
      '10 STOPPED/STOPPED',
    ],
  ],
])('%s', (_, path, expected) => expect(states(life(path))).toEqual(expected));

it('the ENI is known from PENDING on and is deleted last', () => {
  const enis = life('prod/thumbnails').map((detail) => {
    const [eni] = detail.attachments as { status: string; details: { name: string }[] }[];
    return `${eni?.status} ${eni?.details.map(({ name }) => name).join(' ')}`;
  });
  const known = 'subnetId networkInterfaceId macAddress privateDnsName privateIPv4Address';
  expect(enis).toEqual([
    'PRECREATED subnetId',
    `ATTACHED ${known}`,
    `ATTACHED ${known}`,
    `ATTACHED ${known}`,
    `ATTACHED ${known}`,
    `DELETED ${known}`,
  ]);
});

it('times come in their order and never change once told', () => {
  const order = [
    'createdAt',
    'connectivityAt',
    'pullStartedAt',
    'pullStoppedAt',
    'startedAt',
    'stoppingAt',
    'executionStoppedAt',
    'stoppedAt',
  ];
  for (const path of ['prod/thumbnails', 'prod/pricing', 'data/stream-processor', 'edge/proxy']) {
    const details = life(path);
    const last = details.at(-1) ?? {};
    const times = order.map((name) => Date.parse(String(last[name])));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const detail of details)
      for (const name of order) if (detail[name] !== undefined) expect(detail[name]).toBe(last[name]);
  }
});

it('stop code and reason appear with the request, naming the deployment of the task', () => {
  const details = life('prod/thumbnails');
  expect(details[2]?.stopCode).toBeUndefined();
  expect(details[3]?.stopCode).toBe('ServiceSchedulerInitiated');
  expect(details[3]?.stoppedReason).toBe(
    `Scaling activity initiated by (deployment ${details[0]?.startedBy})`,
  );
});

it('a container that exits by itself ends the task; the sidecar goes after it', () => {
  const exits = { transcoder: { exitCode: 3, reason: 'because' } };
  const details = life('prod/transcoder', { kind: 'exits', afterMs: 60_000, exits });
  expect(states(details).slice(3)).toEqual([
    '4 RUNNING/STOPPED',
    '5 DEPROVISIONING/STOPPED',
    '6 STOPPED/STOPPED',
  ]);
  const [main, sidecar] = containersOf(details[3]);
  expect([main?.lastStatus, main?.exitCode, main?.reason]).toEqual(['STOPPED', 3, 'because']);
  expect([sidecar?.lastStatus, sidecar?.exitCode]).toEqual(['RUNNING', undefined]);
  expect(containersOf(details[5]).map((container) => container.exitCode)).toEqual([3, 0]);
  // The service notices after the exit (reference 3.6: 10 s observed).
  expect(String(details[5]?.stoppingAt) > String(details[5]?.executionStoppedAt)).toBe(true);
  expect(details[3]?.stopCode).toBe('EssentialContainerExited');
});

it('a task that fails to start never has startedAt, nor an exit code', () => {
  const failing: Ending = {
    kind: 'fails',
    during: 'pull',
    stoppedReason: 'no image',
    reasons: { thumbnails: 'no image' },
  };
  const details = life('prod/thumbnails', failing);
  expect(states(details)).toEqual([
    '1 PROVISIONING/RUNNING',
    '2 PENDING/RUNNING',
    '3 DEPROVISIONING/STOPPED',
    '4 STOPPED/STOPPED',
  ]);
  const last = details.at(-1);
  expect(last?.stopCode).toBe('TaskFailedToStart');
  expect(last?.startedAt).toBeUndefined();
  expect(last?.pullStartedAt).toBeUndefined();
  expect(containersOf(last).map(({ exitCode, reason }) => [exitCode, reason])).toEqual([
    [undefined, 'no image'],
  ]);
});

it('a task on an instance changes what the instance has left, and tells', () => {
  const stage = newTestStage();
  const { world } = stage;
  const service = stage.service('edge/proxy');
  const task = startServiceTask(world, service);
  const instance = task?.instance;
  if (task === undefined || instance === undefined) throw new Error('no room');
  world.at(world.nowMs() + minuteMs, () => retireTask(world, service, task));
  const before = instance.version;
  const told = playOut(stage)
    .map((emission) => emission.envelope.detail)
    .filter((detail) => detail.containerInstanceArn === instance.arn && detail.versionInfo !== undefined);
  expect(told.map((detail) => detail.version)).toEqual([before, before + 1]);
  const free = told.map(
    (detail) => (detail.remainingResources as { integerValue: number }[])[1]?.integerValue ?? 0,
  );
  expect((free[1] ?? 0) - (free[0] ?? 0)).toBe(512);
  const running = told.map((detail) => Number(detail.runningTasksCount));
  expect((running[0] ?? 0) - (running[1] ?? 0)).toBe(1);
});
