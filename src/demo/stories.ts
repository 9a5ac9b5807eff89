// All stories of the fleet: what is played, and what was known of it beforehand.

import { minuteMs } from './iso-time.ts';
import { type FleetOptions, historyOf } from './options.ts';
import { random } from './prng.ts';
import { newStage, type Stage } from './stage.ts';
import { addressReuse } from './stories/addresses.ts';
import { agentUpdate } from './stories/agents.ts';
import { badDeployment } from './stories/bad-deployment.ts';
import { hostMaintenance, scalingNoise, spotWave } from './stories/capacity.ts';
import { daemonRollback } from './stories/daemons.ts';
import { archiveReplay, duplicates, lateDelivery, reputs } from './stories/deliveries.ts';
import { deploymentHooks } from './stories/deployment-hooks.ts';
import { drainedInstance } from './stories/drained-instance.ts';
import { containerHealthChecks, elbHealthChecks } from './stories/health-checks.ts';
import { instanceHealth } from './stories/instance-health.ts';
import { contradictoryExit, memoryLoop } from './stories/memory.ts';
import { stoppedByHand } from './stories/people.ts';
import { secretDenied } from './stories/secret-denied.ts';
import { serviceActions } from './stories/service-actions.ts';
import type { Script, ScriptWriter, Story } from './stories/story.ts';
import { conflictingVersions, missingVersion, runningAfterStopped } from './stories/versions.ts';
import { wrongImageTag } from './stories/wrong-image-tag.ts';

export type { Story } from './stories/story.ts';

/** By name, which seeds the story's own stream. */
const writers: Readonly<Record<string, ScriptWriter>> = {
  badDeployment,
  memoryLoop,
  wrongImageTag,
  elbHealthChecks,
  containerHealthChecks,
  spotWave,
  scalingNoise,
  hostMaintenance,
  drainedInstance,
  agentUpdate,
  addressReuse,
  stoppedByHand,
  secretDenied,
  contradictoryExit,
  runningAfterStopped,
  missingVersion,
  conflictingVersions,
  lateDelivery,
  duplicates,
  reputs,
  archiveReplay,
  deploymentHooks,
  daemonRollback,
  instanceHealth,
  serviceActions,
};

const unevennessMs = 90 * minuteMs;

/** The scripts for a stage on which nothing has happened yet. */
export function writeScripts(stage: Stage): Script[] {
  const { seed, endMs } = stage.world;
  return Object.entries(writers).map(([name, write]) => {
    const rng = random(seed, `story/${name}`);
    return write(stage, rng, endMs - rng.int(0, unevennessMs));
  });
}

/** What happened to the fleet of these options and an answer must find, oldest first. Nothing is simulated for it. */
export function stories(options: FleetOptions): Story[] {
  const { startMs, endMs } = historyOf(options);
  const told = writeScripts(newStage(options.seed, startMs, endMs)).flatMap((script) => script.stories);
  return told.sort((a, b) => a.atMs - b.atMs);
}
