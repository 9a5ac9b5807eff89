import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import type { Detail } from '../envelope.ts';
import { contradictoryExit, memoryLoop } from './memory.ts';

const outOfMemory = 'OutOfMemoryError: Container killed due to memory usage';
const ends = (detail: Detail | undefined) =>
  ((detail?.containers ?? []) as Detail[]).map(({ name, exitCode, reason }) => [name, exitCode, reason]);

it('kills recommendations 32 times; only the main container is at fault, and it is not the first', () => {
  const rehearsal = rehearse(memoryLoop);
  const killed = rehearsal
    .tasksOf('recommendations')
    .filter((detail) => detail.lastStatus === 'STOPPED' && detail.stopCode === 'EssentialContainerExited');
  expect(killed).toHaveLength(Number(rehearsal.stories[0]?.facts.kills));
  expect(killed).toHaveLength(32);
  for (const detail of killed)
    expect(ends(detail)).toEqual([
      ['envoy', 0, undefined],
      ['recommendations', 137, outOfMemory],
      ['aws-otel-collector', 143, undefined],
    ]);
  expect(killed[0]?.taskArn).toBe(rehearsal.stories[0]?.taskArn);
});

it('a report ends with exit code 0 and an out-of-memory reason', () => {
  const rehearsal = rehearse(contradictoryExit);
  const details = rehearsal.task(rehearsal.stories[0]?.taskArn);
  expect(details.at(-1)).toMatchObject({
    group: 'family:nightly-report',
    startedBy: 'AWS Step Functions',
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
  });
  expect(ends(details.at(-1))).toEqual([['nightly-report', 0, outOfMemory]]);
});
