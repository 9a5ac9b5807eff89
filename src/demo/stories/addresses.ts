// One private address (and one MAC address) that three tasks have after another; their network interfaces differ
// (ecs-events reference 3.4, trap 18).

import { dayMs, hourMs } from '../iso-time.ts';
import { newIdentity, newMac } from '../new-task.ts';
import { retireTask, startServiceTask } from '../service-life.ts';
import { storyAddress } from '../zone.ts';
import type { ScriptWriter } from './story.ts';

/** Hours before the end of the history; the last owner still runs. */
const tenures = [
  { path: 'prod/sessions', fromHours: 5 * 24, hours: 20 },
  { path: 'prod/wallet', fromHours: 60, hours: 10 },
  { path: 'prod/sessions', fromHours: 20, hours: null },
];

export const addressReuse: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const ip = storyAddress(world.cluster('prod').spec, 0, 77);
  const macAddress = newMac(rng);
  const owners = tenures.map(({ path, fromHours, hours }) => ({
    service: stage.service(path),
    identity: { ...newIdentity(rng, ip), macAddress },
    fromMs: endMs - fromHours * hourMs,
    untilMs: hours === null ? null : endMs - (fromHours - hours) * hourMs,
  }));
  return {
    startMs: endMs - 5 * dayMs,
    play() {
      for (const { service, identity, fromMs, untilMs } of owners) {
        world.at(fromMs, () => {
          const task = startServiceTask(world, service, { identity });
          if (task !== undefined && untilMs !== null)
            world.at(untilMs, () => retireTask(world, service, task));
        });
      }
    },
    stories: owners.map(({ service, identity, fromMs, untilMs }, index) => ({
      id: `ip-reuse${index === 0 ? '' : `-${index + 1}`}`,
      title: `Owner ${index + 1} of 3 of the address ${ip}`,
      cluster: 'prod',
      service: service.spec.name,
      taskArn: service.cluster.arn.task(identity.taskId),
      eniId: identity.eniId,
      ip,
      mac: macAddress,
      atMs: fromMs + 2 * hourMs,
      expectation: `${ip} belonged to three tasks; at this time to this one of ${service.spec.name}.`,
      facts: { owners: owners.length, fromMs, ...(untilMs === null ? {} : { untilMs }) },
    })),
  };
};
