// Verdicts over small lives of one task.
import { describe, expect, it } from 'vitest';
import { ordinaryLife, type TaskState, taskEvent } from '../../test/ecs-events.ts';
import { taskContradictions } from './task-contradictions.ts';
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

describe('taskVerdict', () => {
  it('sees that a task runs or starts', () => {
    const life = ordinaryLife();
    expect(read(life.slice(0, 3)).verdict).toMatchObject({
      class: 'routine',
      confidence: 'high',
      entry: null,
    });
    expect(read(life.slice(0, 2)).verdict).toMatchObject({ class: 'unknown', entry: null });
  });

  it('names the reason while the stop is under way', () => {
    const { verdict } = read(
      ordinaryLife({
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed ELB health checks in (x)',
      }).slice(0, 4),
    );
    expect(verdict.text).toMatch(/^Stop under way, last seen RUNNING\. Failed load balancer health checks\./);
    expect(verdict).toMatchObject({ class: 'health', confidence: 'high' });
  });

  it('names the container that ran out of memory', () => {
    const { verdict, contradictions } = read(
      ordinaryLife(exited, app({ exitCode: 137, reason: outOfMemory })),
    );
    expect(verdict).toMatchObject({
      class: 'application',
      confidence: 'high',
      entry: { id: 'out-of-memory' },
    });
    expect(verdict.text).toContain('(container app)');
    expect(contradictions).toEqual([]);
  });

  it('is less sure of an exit code than of a text, and least of an unknown reason', () => {
    expect(read(ordinaryLife(exited, app({ exitCode: 1 }))).verdict.confidence).toBe('medium');
    expect(read(ordinaryLife({ stopCode: 'New', stoppedReason: 'new' })).verdict).toMatchObject({
      class: 'unknown',
      confidence: 'low',
    });
  });

  it('takes exit 0 of a batch job for its normal end', () => {
    const job = ordinaryLife(exited, app({ exitCode: 0 })).map((state) => ({
      ...state,
      group: 'family:job',
    }));
    expect(read(job).verdict).toMatchObject({
      class: 'routine',
      confidence: 'high',
      entry: { id: 'exit-0' },
    });
    expect(read(ordinaryLife(exited, app({ exitCode: 0 }))).verdict.class).toBe('application');
  });
});
