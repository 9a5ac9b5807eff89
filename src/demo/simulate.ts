// The simulated fleet as a stream of events in order of delivery: pure, seeded, of any length.

import { newDelivery, type SimulatedEvent } from './delivery.ts';
import { type FleetOptions, historyOf } from './options.ts';
import { adoptServiceTasks } from './service-life.ts';
import { newStage } from './stage.ts';
import { writeScripts } from './stories.ts';
import { beginTraffic } from './traffic.ts';

export type { SimulatedEvent } from './delivery.ts';
export type { FleetOptions } from './options.ts';

/**
 * Everything that reaches a consumer between the start and the end of the history, in order of arrival: duplicates, late
 * events and replays included. Holds only what is still to come, so a million events need no more memory than ten thousand.
 */
export function* simulateFleet(options: FleetOptions): Generator<SimulatedEvent, void, undefined> {
  const { startMs, endMs, events } = historyOf(options);
  const stage = newStage(options.seed, startMs, endMs);
  const { world, services } = stage;
  const scripts = writeScripts(stage);
  const replays = scripts.flatMap((script) => script.replay ?? []);
  const delivery = newDelivery(options.seed, endMs, replays);

  for (const service of services) adoptServiceTasks(world, service);
  for (const script of scripts) world.at(script.startMs, script.play, 0);
  beginTraffic(world, services, events, delivery.accepted);

  while (world.advance()) {
    for (const emission of world.takeEmissions()) delivery.accept(emission);
    for (;;) {
      const event = delivery.take(world.nowMs());
      if (event === undefined) break;
      yield event;
    }
  }
  for (;;) {
    const event = delivery.take(endMs);
    if (event === undefined) return;
    yield event;
  }
}
