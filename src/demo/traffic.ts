// The steady life around the stories: scaling with the time of day, deployments that succeed, batch runs, the odd crash,
// agents that lose and find their connection. How much of it happens is steered so that the history has the wanted size.

import { emitApiCall, operator, pipeline, stateMachine } from './cloudtrail.ts';
import { type JobSpec, jobs } from './fleet.ts';
import { emitInstance } from './instance-life.ts';
import { dayMs, hourMs, minuteMs, secondMs } from './iso-time.ts';
import { type Random, random } from './prng.ts';
import { emitSteady, newTag, type Service } from './service.ts';
import { crashTask, deploy, scaleTo } from './service-life.ts';
import { startTask } from './task-start.ts';
import type { World } from './world.ts';

const tickMs = 2 * minuteMs;
const batchJobs = jobs.filter((spec) => !spec.story);
const steadyStateEveryMs = 6 * hourMs;

/** About what the stories of the last week emit; lets the traffic leave room for them from the start. */
const storyEvents = 3800;

/** Busy by day, quiet at night, quieter at weekends. */
function activity(atMs: number): number {
  const hour = (atMs % dayMs) / hourMs;
  const weekday = Math.floor(atMs / dayMs + 4) % 7;
  const daily = 1 + 0.7 * Math.sin(((hour - 8) / 24) * 2 * Math.PI);
  return daily * (weekday === 0 || weekday === 6 ? 0.55 : 1);
}

/** How much activity is left of the history, by tick from its start. */
function activityLeft(startMs: number, endMs: number): Float64Array {
  const ticks = Math.ceil((endMs - startMs) / tickMs);
  const left = new Float64Array(ticks + 1);
  for (let tick = ticks - 1; tick >= 0; tick--)
    left[tick] = (left[tick + 1] ?? 0) + activity(startMs + tick * tickMs);
  return left;
}

function runJob(world: World, rng: Random, spec: JobSpec): void {
  const cluster = world.cluster(spec.cluster);
  const exitCode = rng.chance(spec.failureRate) ? 1 : 0;
  const container = spec.containers.find((each) => each.repository !== undefined);
  if (container === undefined) return;
  const date = new Date(world.nowMs()).toISOString().slice(0, 10);
  const task = startTask(world, {
    cluster,
    spec,
    group: `family:${spec.family}`,
    ...(spec.startedBy === undefined ? {} : { startedBy: spec.startedBy }),
    revision: 7 + spec.family.length,
    tag: newTag(random(world.seed, `${spec.family}/${date}`)),
    rng,
    override: {
      command: ['run', '--date', date],
      environment: [{ name: 'RUN_DATE', value: date }, ...(spec.environment ?? [])],
    },
    ending: {
      kind: 'exits',
      afterMs: rng.int(spec.runMinutes[0] * minuteMs, spec.runMinutes[1] * minuteMs),
      exits: { [container.name]: { exitCode } },
    },
  });
  if (task === undefined || !rng.chance(0.3)) return;
  const caller = spec.startedBy === undefined ? pipeline : stateMachine;
  const request = {
    cluster: spec.cluster,
    taskDefinition: spec.family,
    count: 1,
    launchType: spec.compute.launchType,
  };
  emitApiCall(world, cluster, caller, 'RunTask', request, { tasks: [{ taskArn: task.arn }], failures: [] });
}

/** The number of tasks that the hour asks for. */
function scaleWithTheHour(world: World, rng: Random, service: Service): void {
  const wanted = service.spec.desired * (0.7 + 0.5 * activity(world.nowMs())) + rng.int(-1, 1);
  const desired = Math.max(1, Math.round(wanted));
  if (desired === service.desired) return;
  scaleTo(world, service, desired);
  world.at(world.nowMs() + rng.int(90, 240) * secondMs, () => emitSteady(world, service));
}

function crashOne(world: World, rng: Random, service: Service): void {
  const task = service.running[rng.int(0, service.running.length - 1)];
  const container = service.spec.containers.find((each) => each.repository !== undefined);
  if (task === undefined || container === undefined) return;
  crashTask(world, service, task, { [container.name]: { exitCode: rng.pick([1, 1, 1, 2, 134, 139]) } });
}

/** Several times per hour in normal operation; no incident (reference 4.1). */
function flapAgent(world: World, rng: Random, clusterName: string): void {
  const cluster = world.cluster(clusterName);
  const instance = rng.pick(cluster.instances);
  if (!instance.agentConnected) return;
  instance.agentConnected = false;
  emitInstance(world, cluster, instance);
  world.at(world.nowMs() + rng.int(4, 70) * secondMs, () => {
    instance.agentConnected = true;
    emitInstance(world, cluster, instance);
  });
}

/** A person tries something that is not allowed: the call is rejected, nothing else happens. */
function rejectedCall(world: World, service: Service): void {
  const request = {
    cluster: service.spec.cluster,
    service: service.spec.name,
    desiredCount: service.desired + 1,
  };
  emitApiCall(world, service.cluster, operator, 'UpdateService', request, null, 'AccessDenied');
}

/** One thing that happens in the fleet. */
function happen(world: World, rng: Random, services: readonly Service[]): void {
  const draw = rng.unit();
  const service = rng.pick(services);
  if (draw < 0.4) runJob(world, rng, rng.pick(batchJobs));
  else if (draw < 0.46) flapAgent(world, rng, rng.pick(['data', 'edge']));
  else if (service.deploying) return;
  else if (draw < 0.9) scaleWithTheHour(world, rng, service);
  else if (draw < 0.96) crashOne(world, rng, service);
  else if (draw < 0.995) deploy(world, service);
  else rejectedCall(world, service);
}

function announceSteadyState(world: World, service: Service): void {
  const again = () => {
    if (!service.deploying) emitSteady(world, service);
    world.at(world.nowMs() + steadyStateEveryMs + service.rng.int(0, 10 * minuteMs), again);
  };
  world.at(world.nowMs() + service.rng.int(0, steadyStateEveryMs), again);
}

/**
 * Begins the traffic. `produced` counts the deliveries so far. Things happen one after another; the more events the last one
 * made, the longer until the next, at the pace that what is still missing asks of this hour. So the total comes out at
 * `events` whatever the stories add.
 */
export function beginTraffic(
  world: World,
  services: readonly Service[],
  events: number,
  produced: () => number,
): void {
  const rng = random(world.seed, 'traffic');
  const free = services.filter((service) => !service.spec.story);
  for (const service of services) announceSteadyState(world, service);
  const left = activityLeft(world.startMs, world.endMs);
  const known = () => produced() + world.pending();

  /** What comes without the traffic's doing. */
  function toCome(): number {
    const leftMs = world.endMs - world.nowMs();
    return storyEvents * Math.min(1, leftMs / (7 * dayMs)) + (services.length * leftMs) / steadyStateEveryMs;
  }

  /** Events per millisecond that are wanted now. */
  function pace(): number {
    const activityToCome = left[Math.floor((world.nowMs() - world.startMs) / tickMs)] ?? 0;
    const missing = events - known() - toCome();
    return (missing / tickMs) * (activity(world.nowMs()) / Math.max(activityToCome, 1));
  }

  function next(): void {
    const wanted = pace();
    if (wanted <= 0) {
      world.at(world.nowMs() + tickMs, next, 0);
      return;
    }
    const before = known();
    happen(world, rng, free);
    const made = Math.max(0.3, known() - before);
    world.at(world.nowMs() + Math.round((made / wanted) * 2 * rng.unit()), next, 0);
  }
  world.at(world.startMs, next, 0);
}
