// Plays one story of the simulated fleet by itself, on a stage without any other traffic, and hands over what it emitted.

import type { Detail, Envelope } from '../src/demo/envelope.ts';
import { dayMs } from '../src/demo/iso-time.ts';
import { random } from '../src/demo/prng.ts';
import { adoptServiceTasks } from '../src/demo/service-life.ts';
import { newStage, type Stage } from '../src/demo/stage.ts';
import type { ScriptWriter, Story } from '../src/demo/stories/story.ts';
import type { Emission } from '../src/demo/world.ts';

export const rehearsalEndMs = Date.UTC(2026, 10, 22, 18);

export interface Rehearsal {
  readonly stories: readonly Story[];
  /** In order of occurrence, what delivery would lose included. */
  readonly emissions: readonly Emission[];
  readonly envelopes: readonly Envelope[];
  /** Details of a task's events, by version. */
  task(arn: string | undefined): readonly Detail[];
  /** Details of the events about the tasks of a service, in order of occurrence. */
  tasksOf(service: string): readonly Detail[];
}

export function newTestStage(seed = 7): Stage {
  const stage = newStage(seed, rehearsalEndMs - 7 * dayMs, rehearsalEndMs);
  for (const service of stage.services) adoptServiceTasks(stage.world, service);
  return stage;
}

/** Runs the world to its end. */
export function playOut({ world }: Stage): Emission[] {
  const emissions: Emission[] = [];
  while (world.advance()) emissions.push(...world.takeEmissions());
  return emissions;
}

export function rehearse(write: ScriptWriter): Rehearsal {
  const stage = newTestStage();
  const script = write(stage, random(stage.world.seed, 'rehearsal'), rehearsalEndMs - 4321);
  stage.world.at(script.startMs, script.play);
  const emissions = playOut(stage);
  const envelopes = emissions.map((emission) => emission.envelope);
  const taskDetails = envelopes
    .filter((envelope) => envelope['detail-type'] === 'ECS Task State Change')
    .map((envelope) => envelope.detail);
  return {
    stories: script.stories,
    emissions,
    envelopes,
    task: (arn) =>
      taskDetails
        .filter((detail) => detail.taskArn === arn)
        .sort((a, b) => Number(a.version) - Number(b.version)),
    tasksOf: (service) => taskDetails.filter((detail) => detail.group === `service:${service}`),
  };
}
