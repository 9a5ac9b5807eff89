import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { hostMaintenance, scalingNoise, spotWave } from './capacity.ts';

it('the wave takes ten and five tasks, finds no capacity, and is over after half an hour', () => {
  const rehearsal = rehearse(spotWave);
  for (const story of rehearsal.stories) {
    const stopped = rehearsal
      .tasksOf(String(story.service))
      .filter((detail) => detail.lastStatus === 'STOPPED' && detail.stopCode === 'SpotInterruption');
    expect(stopped).toHaveLength(Number(story.facts.interruptions));
    for (const detail of stopped) {
      expect(detail.stoppedReason).toBe('Your Spot Task was interrupted.');
      expect(detail.capacityProviderName).toBe('FARGATE_SPOT');
    }
    const started = rehearsal.tasksOf(String(story.service)).filter((detail) => detail.version === 1);
    expect(started).toHaveLength(stopped.length);
  }
  expect(rehearsal.stories.map((story) => story.facts.interruptions)).toEqual([10, 5]);
  const failures = rehearsal.envelopes.filter(
    ({ detail }) => detail.eventName === 'SERVICE_TASK_PLACEMENT_FAILURE',
  );
  expect(failures).toHaveLength(8);
  expect(failures[0]?.detail).toMatchObject({
    eventType: 'ERROR',
    reason: 'RESOURCE:FARGATE',
    capacityProviderArns: ['arn:aws:ecs:eu-central-1:111122223333:capacity-provider/FARGATE_SPOT'],
  });
});

it('a host goes into maintenance: one task stops, killed, and another starts', () => {
  const rehearsal = rehearse(hostMaintenance);
  const stopped = rehearsal.tasksOf('sessions').filter((detail) => detail.lastStatus === 'STOPPED');
  expect(stopped).toMatchObject([
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
      containers: [{ exitCode: 137 }],
    },
  ]);
  expect(rehearsal.tasksOf('sessions').filter((detail) => detail.version === 1)).toHaveLength(1);
});

it('search scales in by as many tasks as the story counts, all of them routine', () => {
  const rehearsal = rehearse(scalingNoise);
  const stopped = rehearsal.tasksOf('search').filter((detail) => detail.lastStatus === 'STOPPED');
  expect(stopped).toHaveLength(Number(rehearsal.stories[0]?.facts.scaledIn));
  for (const detail of stopped)
    expect(detail.stoppedReason).toBe(`Scaling activity initiated by (deployment ${detail.startedBy})`);
});
