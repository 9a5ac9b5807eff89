// The seven questions of the design, asked about the stories that the simulated fleet tells.

import type { Story } from '../demo/stories/story.ts';

export interface Question {
  /** Of the investigation. */
  readonly id: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** In the order in which an operator meets them. Throws when the simulator has lost a story. */
export function sevenQuestions(stories: readonly Story[]): readonly Question[] {
  return [
    { id: 'task', inputs: { task: taskId(fact(stories, 'container-health-checks', 'taskArn')) } },
    { id: 'stops', inputs: { service: fact(stories, 'oom-loop', 'service') } },
    { id: 'owner', inputs: { address: fact(stories, 'ip-reuse', 'ip') } },
    { id: 'faults', inputs: {} },
    { id: 'errors', inputs: {} },
    { id: 'deployments', inputs: { service: fact(stories, 'bad-deployment', 'service') } },
    { id: 'agents', inputs: {} },
  ];
}

/** The part of a task's ARN that people pass around. */
const taskId = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

function fact(stories: readonly Story[], id: string, name: 'taskArn' | 'service' | 'ip'): string {
  const value = stories.find((story) => story.id === id)?.[name];
  if (value === undefined) throw new Error(`The simulated fleet has no story ${id} with ${name}.`);
  return value;
}
