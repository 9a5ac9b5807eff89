// Capacity that comes and goes: a wave of Spot interruptions over two services, a host under maintenance, and an autoscaled
// service whose many stops are nothing but routine (ecs-events reference 12, scenario S2's tip).

import { dayMs, hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { emitAction, emitSteady, type Service } from '../service.ts';
import { scaleTo, startServiceTask, stopServiceTask } from '../service-life.ts';
import type { ScriptWriter } from './story.ts';

const interruptions = { thumbnails: 10, transcoder: 5 };

export const spotWave: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const thumbnails = stage.service('prod/thumbnails');
  const transcoder = stage.service('prod/transcoder');
  const startMs = endMs - 4.6 * dayMs;
  const capacityProviderArns = [thumbnails.cluster.arn.capacityProvider('FARGATE_SPOT')];

  function interrupt(service: Service, count: number): void {
    const { name } = service.spec;
    for (let i = 0; i < count; i++)
      world.at(startMs + rng.int(0, 200) * secondMs, () => {
        const task = service.running[0];
        if (task === undefined) return;
        stopServiceTask(world, service, task, {
          stopCode: 'SpotInterruption',
          reason: 'Your Spot Task was interrupted.',
          exits: { [name]: { exitCode: rng.chance(0.3) ? 137 : 143 } },
        });
      });
    for (let i = 0; i < 4; i++)
      world.at(startMs + (3 + 5 * i) * minuteMs + rng.int(0, 40) * secondMs, () => {
        const failure = { capacityProviderArns, reason: 'RESOURCE:FARGATE' };
        emitAction(world, service, 'ERROR', 'SERVICE_TASK_PLACEMENT_FAILURE', failure);
      });
    for (let i = 0; i < count; i++)
      world.at(startMs + 22 * minuteMs + rng.int(0, 300) * secondMs, () => startServiceTask(world, service));
    world.at(startMs + 30 * minuteMs, () => emitSteady(world, service));
  }

  const story = (service: Service, count: number) => ({
    id: `spot-wave-${service.spec.name}`,
    title: `Spot interruptions take ${service.spec.name}`,
    cluster: 'prod',
    service: service.spec.name,
    atMs: startMs,
    expectation: `${count} tasks stopped with SpotInterruption within four minutes; no Spot capacity (RESOURCE:FARGATE) for twenty minutes, steady again after thirty.`,
    facts: { interruptions: count, placementFailures: 4, recoveredMs: startMs + 30 * minuteMs },
  });
  return {
    startMs,
    play() {
      interrupt(thumbnails, interruptions.thumbnails);
      interrupt(transcoder, interruptions.transcoder);
    },
    stories: [story(thumbnails, interruptions.thumbnails), story(transcoder, interruptions.transcoder)],
  };
};

export const hostMaintenance: ScriptWriter = (stage, _rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/sessions');
  const startMs = endMs - 2.9 * dayMs;
  const reason = 'ECS is performing maintenance on the underlying infrastructure hosting the task';
  return {
    startMs,
    play() {
      const [task] = service.running;
      if (task === undefined) return;
      const exits = { sessions: { exitCode: 137 } };
      stopServiceTask(world, service, task, { stopCode: 'ServiceSchedulerInitiated', reason, exits });
      startServiceTask(world, service);
    },
    stories: [
      {
        id: 'host-maintenance',
        title: 'Fargate retires the host of a task of sessions',
        cluster: 'prod',
        service: 'sessions',
        atMs: startMs,
        expectation:
          'One task stopped for maintenance of the infrastructure, exit code 137: neither memory nor the application.',
        facts: { reason },
      },
    ],
  };
};

const scalingSteps = 72;

export const scalingNoise: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/search');
  const startMs = endMs - 6.2 * dayMs;
  const counts: number[] = [];
  for (let i = 0; i < scalingSteps; i++) counts.push(i % 2 === 0 ? rng.int(8, 12) : rng.int(3, 5));
  let scaledIn = 0;
  for (let i = 1; i < counts.length; i++) scaledIn += Math.max(0, (counts[i - 1] ?? 0) - (counts[i] ?? 0));
  return {
    startMs,
    play() {
      counts.forEach((count, index) => {
        const atMs = startMs + index * 2 * hourMs;
        world.at(atMs, () => scaleTo(world, service, count), 0);
        world.at(atMs + 3 * minuteMs, () => emitSteady(world, service), 0);
      });
    },
    stories: [
      {
        id: 'scaling-noise',
        title: 'search scales out and in all week',
        cluster: 'prod',
        service: 'search',
        atMs: startMs,
        expectation: `${scaledIn} tasks stopped with "Scaling activity initiated by": routine, no fault.`,
        facts: { scaledIn, steps: scalingSteps },
      },
    ],
  };
};
