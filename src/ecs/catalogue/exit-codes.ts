// Exit codes of containers (ecs-events reference 13.4). An absent code is no code: it never counts as 0.

import type { ReasonClass, ReasonEntry } from './entry.ts';

interface ExitMeaning {
  readonly class: ReasonClass;
  readonly title: string;
  readonly cause: string;
  readonly check: readonly string[];
}

const log = 'Read the log of the container around its end.';

const meanings = new Map<string, ExitMeaning>(
  Object.entries({
    '125': {
      class: 'configuration',
      title: 'Exit 125: runtime could not start the container',
      cause: 'The container runtime failed before the process ran.',
      check: ['Check the container settings of the task definition.'],
    },
    '126': {
      class: 'configuration',
      title: 'Exit 126: command not executable',
      cause: 'The command of the container exists but cannot be executed.',
      check: ['Check file permissions of the entry point and the CPU architecture of the image.'],
    },
    '127': {
      class: 'configuration',
      title: 'Exit 127: command not found',
      cause: 'The command of the container does not exist in the image.',
      check: ['Check entryPoint and command of the task definition against the image.'],
    },
    '134': {
      class: 'application',
      title: 'Exit 134: aborted (SIGABRT)',
      cause: 'The process aborted itself.',
      check: [log],
    },
    '137': {
      class: 'application',
      title: 'Exit 137: killed (SIGKILL)',
      cause: 'The process was killed. Without an OutOfMemory reason this is no proof of a lack of memory.',
      check: [
        'Compare MemoryUtilized in Container Insights with the memory limit.',
        'Check whether a container ignores SIGTERM: SIGKILL follows after stopTimeout.',
      ],
    },
    '139': {
      class: 'application',
      title: 'Exit 139: segmentation fault',
      cause: 'The process crashed in native code.',
      check: [log],
    },
    '143': {
      class: 'routine',
      title: 'Exit 143: ended on SIGTERM',
      cause: 'The process ended because it was asked to.',
      check: ['Look at why the stop was requested.'],
    },
    '255': {
      class: 'application',
      title: 'Exit 255: failed in the entry point or lost with its host',
      cause: 'The entry point failed, or the host of the container was lost.',
      check: [log, 'Check whether the instance under the task ended at that time.'],
    },
  }),
);

const normalEnd: ExitMeaning = {
  class: 'routine',
  title: 'Ended normally (exit 0)',
  cause: 'The containers did their work and ended.',
  check: [],
};

const serviceEnd: ExitMeaning = {
  class: 'application',
  title: 'Exit 0 in a service',
  cause: 'The process ended without an error, but a service is meant to keep running.',
  check: ['Find out why the main process returns: a service task must stay in the foreground.', log],
};

/** What an exit code says. `inService`: an end with 0 is a fault in a service and the normal end of a batch job. */
export function exitCodeEntry(code: string, inService: boolean): ReasonEntry {
  const meaning =
    code === '0' ? (inService ? serviceEnd : normalEnd) : (meanings.get(code) ?? applicationError(code));
  return { id: `exit-${code}`, fragments: [], page: 'stopped-task-error-codes', ...meaning };
}

function applicationError(code: string): ExitMeaning {
  return {
    class: 'application',
    title: `Exit ${code}: application error`,
    cause: `The process ended with code ${code}, which it chose itself.`,
    check: [log],
  };
}
