// The simulated fleet as a stream of events in order of delivery: pure, seeded, of any length.

import { newDelivery, type SimulatedEvent } from './delivery.ts';
import { services } from './fleet.ts';
import { dayMs } from './iso-time.ts';
import { newService } from './service.ts';
import { adoptServiceTasks } from './service-life.ts';
import { beginTraffic } from './traffic.ts';
import { newWorld } from './world.ts';

export type { SimulatedEvent } from './delivery.ts';

export interface FleetOptions {
  readonly seed: number;
  /** The last moment of the history, epoch ms. */
  readonly endMs: number;
  /** Length of the history; default 7, more when `events` asks for many. */
  readonly days?: number;
  /** Size of the history, met within 2 %; default: about 45,000. */
  readonly events?: number;
}

const defaultEvents = 45_000;
const defaultDays = 7;

/** More events mean both a busier fleet and a longer history. */
export function historyDays(options: FleetOptions): number {
  if (options.days !== undefined) return options.days;
  const factor = Math.sqrt((options.events ?? defaultEvents) / defaultEvents);
  return Math.min(90, Math.max(defaultDays, Math.round(defaultDays * factor)));
}

export function* simulateFleet(options: FleetOptions): Generator<SimulatedEvent, void, undefined> {
  const days = historyDays(options);
  const events = options.events ?? Math.round((defaultEvents * days) / defaultDays);
  const world = newWorld(options.seed, options.endMs - days * dayMs, options.endMs);
  const delivery = newDelivery(options.seed, options.endMs);
  const fleet = services.map((spec) => newService(world, spec));
  for (const service of fleet) adoptServiceTasks(world, service);
  beginTraffic(world, fleet, events, delivery.accepted);

  while (world.advance()) {
    for (const emission of world.takeEmissions()) delivery.accept(emission);
    for (let event = delivery.take(world.nowMs()); event !== undefined; event = delivery.take(world.nowMs()))
      yield event;
  }
  for (let event = delivery.take(options.endMs); event !== undefined; event = delivery.take(options.endMs))
    yield event;
}
