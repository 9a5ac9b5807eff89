// The investigations, in the order in which they are listed everywhere.

import { agents } from './agents.ts';
import { deployments } from './deployments.ts';
import { errors } from './errors.ts';
import { faults } from './faults.ts';
import type { Investigation } from './investigation.ts';
import { owner } from './owner.ts';
import { stops } from './stops.ts';
import { task } from './task.ts';

export const investigations: readonly Investigation[] = [
  task,
  stops,
  owner,
  faults,
  errors,
  deployments,
  agents,
];
