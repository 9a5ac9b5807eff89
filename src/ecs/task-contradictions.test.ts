// Contradictions in small lives of one task, and what they do to the verdict.
import { describe, expect, it } from 'vitest';
import { ordinaryLife, type TaskState, taskEvent } from '../../test/ecs-events.ts';
import { killedAfterTimeout, taskContradictions } from './task-contradictions.ts';
import { taskHistory } from './task-history.ts';
import { taskVerdict } from './task-verdict.ts';

const outOfMemory = 'OutOfMemoryError: Container killed due to memory usage';

function read(states: readonly TaskState[]) {
  const history = taskHistory(states.map(taskEvent));
  if (history === null) throw new Error('no events');
  const contradictions = taskContradictions(history);
  return { history, contradictions, verdict: taskVerdict(history, contradictions) };
}

const app = (more: object) => ({ containers: [{ name: 'app', lastStatus: 'STOPPED', ...more }] });
const exited = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
const scaled = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (deployment x)',
};

describe('taskContradictions', () => {
  it('finds nothing in an ordinary life', () =>
    expect(read(ordinaryLife(scaled)).contradictions).toEqual([]));

  it('exit 0 beside an out-of-memory reason, and is less sure then', () => {
    const { contradictions, verdict } = read(ordinaryLife(exited, app({ exitCode: 0, reason: outOfMemory })));
    expect(contradictions).toEqual([`Container app says "${outOfMemory}", but ended with exit code 0.`]);
    expect(verdict.confidence).toBe('medium');
  });

  it('an out-of-memory reason of the task while every exit code is 0', () => {
    const { contradictions } = read(
      ordinaryLife(
        { stopCode: 'EssentialContainerExited', stoppedReason: outOfMemory },
        app({ exitCode: 0 }),
      ),
    );
    expect(contradictions).toEqual([`The task says "${outOfMemory}", but every exit code is 0.`]);
  });

  it('an out-of-memory reason of a container that still runs', () => {
    const running = { containers: [{ name: 'app', lastStatus: 'RUNNING', reason: outOfMemory }] };
    const { contradictions } = read([
      ...ordinaryLife().slice(0, 3),
      { version: 4, second: 20, lastStatus: 'RUNNING', ...running },
    ]);
    expect(contradictions).toEqual([`Container app says "${outOfMemory}", but is still RUNNING.`]);
  });

  it('137 without a word about memory, unless the stop was asked for', () => {
    const alone = read(ordinaryLife(exited, app({ exitCode: 137 })));
    expect(alone.contradictions).toHaveLength(1);
    expect(alone.contradictions[0]).toContain('does not prove out of memory');
    expect(alone.verdict.confidence).toBe('low');
    const asked = read(ordinaryLife(scaled, app({ exitCode: 137 })));
    expect(asked.contradictions).toEqual([]);
    expect(killedAfterTimeout(asked.history)).toEqual(['app']);
    expect(asked.verdict).toMatchObject({ class: 'routine', confidence: 'high' });
  });

  it('RUNNING after STOPPED', () => {
    const again = { version: 7, second: 133, lastStatus: 'RUNNING', desiredStatus: 'STOPPED', ...scaled };
    const { contradictions, verdict } = read([...ordinaryLife(scaled), again]);
    expect(contradictions).toEqual(['lastStatus is RUNNING after STOPPED (version 6 to version 7).']);
    expect(verdict.text).toMatch(/^Seen RUNNING again after it had stopped\./);
  });

  it('a lastStatus and a desiredStatus that go back', () => {
    const life = ordinaryLife(scaled).slice(0, 5);
    const back = { version: 6, second: 120, lastStatus: 'PENDING', desiredStatus: 'RUNNING' };
    expect(read([...life, back]).contradictions).toEqual([
      'lastStatus went back from DEPROVISIONING to PENDING (version 5 to version 6).',
      'desiredStatus went back from STOPPED to RUNNING (version 5 to version 6).',
    ]);
  });

  it('a start time of a task that failed to start', () => {
    const { contradictions } = read(
      ordinaryLife({ stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' }),
    );
    expect(contradictions).toEqual([
      'The stop code is TaskFailedToStart, but the task has a start time (startedAt).',
    ]);
  });

  it('skipped and unknown states contradict nothing', () => {
    const life = ordinaryLife(scaled).filter(
      ({ version }) => version !== 2 && version !== 4 && version !== 5,
    );
    const unknown = { version: 4, second: 50, lastStatus: 'HIBERNATING' };
    expect(read([...life, unknown]).contradictions).toEqual([]);
  });
});
