// The whole stream: its shape against the reference, its imperfections, its size, its sameness.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Detail, DetailType, Envelope } from './envelope.ts';
import { dayMs } from './iso-time.ts';
import type { FleetOptions } from './options.ts';
import { type SimulatedEvent, simulateFleet } from './simulate.ts';
import { stories } from './stories.ts';

const endMs = Date.UTC(2026, 10, 22, 18);
const options: FleetOptions = { seed: 42, endMs };
const events = [...simulateFleet(options)];
const envelopes = events.map((event) => event.envelope);
const lines = envelopes.map((envelope) => JSON.stringify(envelope));
const ofType = (type: DetailType) => envelopes.filter((envelope) => envelope['detail-type'] === type);
const told = stories(options);
const story = (id: string) => told.find((each) => each.id === id);

function hashOfFirst(lines: number, fleet: FleetOptions): string {
  const hash = createHash('sha256');
  let count = 0;
  for (const { envelope } of simulateFleet(fleet)) {
    hash.update(`${JSON.stringify(envelope)}\n`);
    if (++count === lines) break;
  }
  return hash.digest('hex');
}

describe('sameness', () => {
  it('one seed always gives the same bytes; the hash changes only when the simulator is changed on purpose', () => {
    expect(hashOfFirst(5000, options)).toBe(
      'b9707a947722533af991813f092418003e2f50234d526119e0876a4f6223dbd5',
    );
  });

  it('another seed is another fleet', () => {
    expect(hashOfFirst(100, { seed: 43, endMs })).not.toBe(hashOfFirst(100, options));
  });

  it('stories stay the same whatever the volume around them', () => {
    expect(stories({ ...options, events: 500_000 })).toEqual(told);
  });
});

describe('size', () => {
  it('a week is about 45,000 events', () => {
    expect(Math.abs(events.length - 45_000)).toBeLessThan(900);
  });

  it('is met within 2 %, over a longer history when many are wanted', () => {
    let count = 0;
    let firstMs = Number.POSITIVE_INFINITY;
    for (const { arrivalMs } of simulateFleet({ ...options, events: 100_000 })) {
      firstMs = Math.min(firstMs, arrivalMs);
      count++;
    }
    expect(Math.abs(count - 100_000)).toBeLessThan(2000);
    expect((endMs - firstMs) / dayMs).toBeGreaterThan(9.9);
  });

  it('follows the day: noon has more than night', () => {
    const inHours = (from: number, to: number) =>
      envelopes.filter(({ time }) => Number(time.slice(11, 13)) >= from && Number(time.slice(11, 13)) < to)
        .length;
    expect(inHours(11, 16)).toBeGreaterThan(2 * inHours(0, 5));
  });
});

const allTypes = [
  'ECS Task State Change',
  'ECS Container Instance State Change',
  'ECS Service Action',
  'ECS Deployment State Change',
  'ECS Hook State Change',
  'ECS Container Instance Health Change',
  'ECS Daemon Service Action',
  'ECS Daemon Deployment State Change',
  'AWS API Call via CloudTrail',
] satisfies DetailType[];

/** What `resources` holds, by detail-type (reference 1.1); null: one service ARN. */
const subject: Record<DetailType, (detail: Readonly<Detail>) => unknown[] | null> = {
  'ECS Task State Change': (detail) => [detail.taskArn],
  'ECS Container Instance State Change': (detail) => [detail.containerInstanceArn],
  'ECS Container Instance Health Change': (detail) => [detail.containerInstanceArn],
  'ECS Service Action': () => null,
  'ECS Deployment State Change': () => null,
  'ECS Hook State Change': (detail) => [detail.serviceDeploymentArn],
  'ECS Daemon Service Action': (detail) => (detail.taskArn === undefined ? [] : [detail.taskArn]),
  'ECS Daemon Deployment State Change': (detail) => [detail.daemonArn],
  'AWS API Call via CloudTrail': () => [],
};

const lacks = (detail: Readonly<Detail>, names: string) =>
  names.split(' ').some((name) => detail[name] === undefined);

describe('envelopes', () => {
  it('has events of every detail-type', () => {
    for (const type of allTypes) expect(ofType(type).length, type).toBeGreaterThan(0);
  });

  it('has the keys of an envelope in their order, and times in whole seconds', () => {
    const keys = 'version,id,detail-type,source,account,time,region,resources,detail';
    const odd = envelopes.filter((envelope) => {
      const own = Object.keys(envelope).join();
      return own !== keys && own !== `${keys},replay-name`;
    });
    expect(odd).toEqual([]);
    expect(envelopes.filter(({ time }) => !/^2026-11-\d\dT\d\d:\d\d:\d\dZ$/.test(time))).toEqual([]);
  });

  it('says in resources what the reference says', () => {
    const serviceArn = /^arn:aws:ecs:[\w-]+:\d{12}:service\//;
    const odd = envelopes.filter(({ 'detail-type': type, resources, detail }) => {
      const expected = subject[type](detail);
      if (expected === null) return resources.length !== 1 || !serviceArn.test(String(resources[0]));
      return resources.join() !== expected.join() || resources.length !== expected.length;
    });
    expect(odd).toEqual([]);
  });

  it('task events have every field that the schema requires (3.2), and containers theirs (3.3)', () => {
    const required =
      'taskArn clusterArn taskDefinitionArn lastStatus desiredStatus version createdAt updatedAt containers overrides';
    const odd = ofType('ECS Task State Change').filter(
      ({ detail }) =>
        lacks(detail, required) ||
        typeof detail.cpu !== 'string' ||
        typeof detail.memory !== 'string' ||
        (detail.containers as Detail[]).some(
          (container) =>
            lacks(container, 'containerArn taskArn name lastStatus') || typeof container.cpu !== 'string',
        ),
    );
    expect(odd).toEqual([]);
  });

  it('time is updatedAt in whole seconds for state changes (1.4)', () => {
    const changes = [...ofType('ECS Task State Change'), ...ofType('ECS Container Instance State Change')];
    expect(
      changes.filter(({ time, detail }) => time.slice(0, 19) !== String(detail.updatedAt).slice(0, 19)),
    ).toEqual([]);
  });

  it('Fargate tasks have no instance, others have one and no platform version', () => {
    const odd = ofType('ECS Task State Change').filter(({ detail }) => {
      const fargate = detail.launchType === 'FARGATE';
      return (
        (detail.containerInstanceArn === undefined) !== fargate ||
        (detail.platformVersion !== undefined) !== fargate
      );
    });
    expect(odd).toEqual([]);
  });

  it('instance events have every required field (4.2) and never promise more than there is', () => {
    const required =
      'containerInstanceArn clusterArn status version updatedAt agentConnected versionInfo registeredResources remainingResources';
    const odd = ofType('ECS Container Instance State Change').filter(({ detail }) => {
      const [cpu, memory] = detail.remainingResources as { integerValue: number }[];
      return (
        lacks(detail, required) ||
        !cpu ||
        cpu.integerValue < 0 ||
        !memory ||
        memory.integerValue < 0 ||
        Number(detail.runningTasksCount) < 0
      );
    });
    expect(odd).toEqual([]);
  });

  it('has values that are absent rather than undefined', () => {
    for (const envelope of envelopes.slice(0, 1000))
      expect(JSON.parse(JSON.stringify(envelope))).toStrictEqual(envelope);
  });

  it('has a plain-text secret in an override, for redaction to find', () => {
    expect(lines.some((line) => line.includes('DB_PASSWORD'))).toBe(true);
  });
});

/** One envelope per version of each task and instance: the first that arrived. */
function byVersion(type: DetailType): Map<string, Map<number, Envelope>> {
  const resources = new Map<string, Map<number, Envelope>>();
  for (const envelope of ofType(type)) {
    const arn = envelope.resources[0] ?? '';
    const versions = resources.get(arn) ?? new Map<number, Envelope>();
    const version = Number(envelope.detail.version);
    if (!versions.has(version)) versions.set(version, envelope);
    resources.set(arn, versions);
  }
  return resources;
}

describe('versions', () => {
  it('have no gaps, except the one of the story', () => {
    const gaps: string[] = [];
    for (const type of ['ECS Task State Change', 'ECS Container Instance State Change'] as const)
      for (const [arn, versions] of byVersion(type)) {
        const numbers = [...versions.keys()].sort((a, b) => a - b);
        const first = numbers[0] ?? 0;
        if (numbers.some((number, index) => number !== first + index)) gaps.push(arn);
      }
    expect(gaps).toEqual([story('missing-version')?.taskArn]);
  });

  it('higher is later, and a task only moves forward, except the one that runs after it stopped', () => {
    const order =
      'PROVISIONING PENDING ACTIVATING RUNNING DEACTIVATING STOPPING DEPROVISIONING STOPPED'.split(' ');
    const backward: string[] = [];
    for (const [arn, versions] of byVersion('ECS Task State Change')) {
      const sorted = [...versions].sort(([a], [b]) => a - b).map(([, envelope]) => envelope.detail);
      sorted.forEach((detail, index) => {
        const before = sorted[index - 1];
        if (before === undefined) return;
        expect(Date.parse(String(detail.updatedAt))).toBeGreaterThanOrEqual(
          Date.parse(String(before.updatedAt)),
        );
        if (order.indexOf(String(detail.lastStatus)) < order.indexOf(String(before.lastStatus)))
          backward.push(arn);
      });
    }
    expect(backward).toEqual([story('running-after-stopped')?.taskArn]);
  });

  it('stand for one content each, except in the story', () => {
    const contents = new Map<string, Set<string>>();
    for (const { resources, detail } of envelopes) {
      if (detail.version === undefined) continue;
      const key = `${resources[0]} ${detail.version}`;
      contents.set(key, (contents.get(key) ?? new Set()).add(JSON.stringify(detail)));
    }
    const conflicts = [...contents].filter(([, details]) => details.size > 1).map(([key]) => key);
    expect(conflicts).toEqual([`${story('conflicting-versions')?.taskArn} 3`]);
  });
});

interface Eni {
  readonly type: string;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

describe('addresses', () => {
  it('belong to one task at a time, and come round again', () => {
    const tenures = new Map<string, { readonly fromMs: number; readonly untilMs: number }[]>();
    for (const versions of byVersion('ECS Task State Change').values()) {
      const details = [...versions.values()].map((envelope) => envelope.detail);
      const enis = details
        .flatMap((detail) => detail.attachments as Eni[])
        .filter(({ type }) => type === 'eni');
      const ip = enis.flatMap((eni) => eni.details).find(({ name }) => name === 'privateIPv4Address')?.value;
      if (ip === undefined) continue;
      const stopped = details.find((detail) => detail.stoppedAt !== undefined);
      const untilMs = stopped === undefined ? endMs : Date.parse(String(stopped.stoppedAt));
      const tenure = { fromMs: Date.parse(String(details[0]?.createdAt)), untilMs };
      tenures.set(ip, [...(tenures.get(ip) ?? []), tenure]);
    }
    const lists = [...tenures.values()].map((list) => list.sort((a, b) => a.fromMs - b.fromMs));
    const overlaps = lists.filter((list) =>
      list.some((tenure, index) => tenure.fromMs < (list[index - 1]?.untilMs ?? 0)),
    );
    expect(overlaps).toEqual([]);
    expect(lists.filter((list) => list.length > 1).length).toBeGreaterThan(50);
  });
});

describe('delivery', () => {
  const occurredMs = ({ envelope }: SimulatedEvent) => Date.parse(envelope.time);

  it('is in order of arrival, never before the event and never after the end', () => {
    const odd = events.filter(
      (event, index) =>
        event.arrivalMs < (events[index - 1]?.arrivalMs ?? 0) ||
        event.arrivalMs < occurredMs(event) ||
        event.arrivalMs > endMs,
    );
    expect(odd).toEqual([]);
  });

  it('has duplicates, replays, late events and events out of order', () => {
    const ids = new Set(envelopes.map((envelope) => envelope.id));
    expect(events.length - ids.size).toBeGreaterThan(300);
    const replayed = envelopes.filter((envelope) => envelope['replay-name'] !== undefined);
    expect(replayed.length).toBeGreaterThan(50);
    for (const envelope of replayed)
      expect(envelopes.some((other) => other.id === envelope.id && other['replay-name'] === undefined)).toBe(
        true,
      );
    const late = events.filter((event) => event.arrivalMs - occurredMs(event) > 3_600_000);
    expect(late.length).toBeGreaterThan(20);
    const disordered = events.filter(
      (event, index) => occurredMs(event) < occurredMs(events[index - 1] ?? event),
    );
    expect(disordered.length).toBeGreaterThan(500);
  });
});

describe('stories', () => {
  it('are about things that are in the stream', () => {
    const text = lines.join('\n');
    for (const { id, taskArn, deploymentId, eniId, ip, mac, containerInstanceArn } of told)
      for (const name of [taskArn, deploymentId, eniId, ip, mac, containerInstanceArn])
        if (name !== undefined) expect(text.includes(`"${name}"`), `${id} ${name}`).toBe(true);
  });

  it('lie within the last seven days', () => {
    for (const { id, atMs } of told) {
      expect(endMs - atMs, id).toBeLessThan(7 * dayMs);
      expect(endMs - atMs, id).toBeGreaterThan(0);
    }
  });

  it('survive the traffic: counts are those that the stories tell', () => {
    const stopped = new Map(
      ofType('ECS Task State Change')
        .filter(({ detail }) => detail.lastStatus === 'STOPPED')
        .map(({ detail }) => [detail.taskArn, detail]),
    );
    const count = (service: string, reason: string) =>
      [...stopped.values()].filter(
        (detail) => detail.group === `service:${service}` && JSON.stringify(detail).includes(reason),
      ).length;
    expect(count('recommendations', 'OutOfMemoryError')).toBe(story('oom-loop')?.facts.kills);
    expect(count('storefront', 'failed ELB health checks')).toBe(story('elb-health-checks')?.facts.stops);
    expect(count('inventory', 'failed container health checks')).toBe(
      story('container-health-checks')?.facts.stops,
    );
    expect(count('thumbnails', 'SpotInterruption')).toBe(10);
    expect(count('transcoder', 'SpotInterruption')).toBe(5);
    expect(count('search', 'Scaling activity')).toBe(story('scaling-noise')?.facts.scaledIn);
    expect(count('checkout', 'CannotStartContainerError')).toBe(9);
  });
});
