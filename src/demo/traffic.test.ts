import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import type { Envelope } from './envelope.ts';
import { beginTraffic } from './traffic.ts';

function traffic(events: number): readonly Envelope[] {
  const { world, services } = newTestStage();
  const envelopes: Envelope[] = [];
  beginTraffic(world, services, events, () => envelopes.length);
  while (world.advance()) envelopes.push(...world.takeEmissions().map((emission) => emission.envelope));
  return envelopes;
}

it('makes as many events as are wanted, less what stories would need', () => {
  // The stories' share, about 3,800, is left free until the last moment.
  for (const events of [20_000, 60_000])
    expect(Math.abs(traffic(events).length - events)).toBeLessThan(events * 0.02);
});

it('leaves services that have a story alone, but for their steady state', () => {
  const names = traffic(20_000)
    .filter(({ resources }) => resources[0]?.endsWith('service/prod/checkout'))
    .map(({ detail }) => detail.eventName);
  expect(new Set(names)).toEqual(new Set(['SERVICE_STEADY_STATE']));
});
