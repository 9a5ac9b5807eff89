// One finding with everything in it, drawn at a fixed width: what a reader sees, letter by letter.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { Finding } from '../investigations/finding.ts';
import { renderFinding } from './render-finding.ts';
import type { Style } from './terminal.ts';

const start = Date.UTC(2026, 10, 20, 14, 0, 0);
const minute = 60_000;
const taskArn = 'arn:aws:ecs:eu-west-1:123456789012:task/production/0f2c4d6e8a1b4c3d9e5f7a8b9c0d1e2f';

const finding: Finding = {
  investigation: 'task',
  title: 'Did this task follow its lifecycle, and why did it stop?',
  subject: taskArn,
  summary:
    'The task ran for 20 minutes. Container app was killed for its memory, and the task went down with it.',
  verdict: {
    text: 'Stopped because container app ran out of memory.',
    class: 'application',
    tone: 'error',
    confidence: 'high',
  },
  facts: [
    { label: 'Asked by', value: 'ECS itself (EssentialContainerExited)' },
    { label: 'Exit codes', value: 'app 137, envoy 0', tone: 'error' },
  ],
  contradictions: ['envoy exited 0 although the task was killed.'],
  timelines: [
    {
      title: 'Lifecycle',
      startMs: start,
      endMs: start + 24 * minute,
      lanes: [
        {
          label: 'Provisioning',
          bars: [{ label: 'Provisioning', startMs: start, endMs: start + 12_000, tone: 'neutral' }],
        },
        {
          label: 'Pending',
          bars: [{ label: 'Pending', startMs: start + 12_000, endMs: start + 4 * minute, tone: 'info' }],
        },
        {
          label: 'Running',
          bars: [{ label: 'Running', startMs: start + 4 * minute, endMs: start + 24 * minute, tone: 'ok' }],
        },
        {
          label: 'Events',
          bars: [],
          marks: [{ label: 'asked to stop', atMs: start + 23 * minute, tone: 'error' }],
        },
      ],
    },
  ],
  tables: [
    {
      title: 'Containers',
      columns: [
        { key: 'tone', title: 'tone', kind: 'tone' },
        { key: 'name', title: 'Container', kind: 'text' },
        { key: 'exit', title: 'Exit', kind: 'number' },
        { key: 'task', title: 'Task', kind: 'task' },
        { key: 'at', title: 'Stopped', kind: 'time' },
        { key: 'ran', title: 'Ran', kind: 'duration' },
      ],
      rows: [
        { tone: 'error', name: 'app', exit: 137, task: taskArn, at: start + 24 * minute, ran: 20 * minute },
        { tone: 'ok', name: 'envoy', exit: 0, task: taskArn, at: null, ran: null },
      ],
      empty: 'No containers.',
    },
    {
      title: 'Missing versions',
      columns: [{ key: 'v', title: 'Version', kind: 'number' }],
      rows: [],
      empty: 'None is missing.',
    },
  ],
  nextSteps: ['Raise the memory of container app, or find what grows: shiplog stops --service checkout'],
  evidence: [
    {
      title: 'Events of the task',
      query: 'filter ecs.taskId = "0f2c"\n| sort @timestamp',
      awsQuery: 'filter detail.taskArn like "0f2c"\n| sort @timestamp',
      startMs: start,
      endMs: start + 24 * minute,
      rows: 9,
    },
  ],
};

const style = (over: Partial<Style> = {}): Style => ({
  colors: createColors(false),
  unicode: true,
  columns: 90,
  ...over,
});

it('reads from the verdict down to the evidence', () => {
  expect(renderFinding(finding, style(), { queries: false })).toMatchInlineSnapshot(`
    "Did this task follow its lifecycle, and why did it stop?
    arn:aws:ecs:eu-west-1:123456789012:task/production/0f2c4d6e8a1b4c3d9e5f7a8b9c0d1e2f

    ✗ Stopped because container app ran out of memory.
      application, high confidence

    The task ran for 20 minutes. Container app was killed for its memory, and the task went
    down with it.

    Facts
      Asked by    ECS itself (EssentialContainerExited)
      Exit codes  app 137, envoy 0

    Contradictions
      ! envoy exited 0 although the task was killed.

    Lifecycle                 11-20 14:00                             14:24 UTC
      Provisioning  14:00:00  ▌                                                  12 s
      Pending       14:00:12  ████████                                           3 min 48 s
      Running       14:04:00          █████████████████████████████████████████  20 min
      Events        14:23:00                                                ◆    asked to stop

    Containers
         Container  Exit  Task                              Stopped                 Ran
      ✗  app         137  0f2c4d6e8a1b4c3d9e5f7a8b9c0d1e2f  2026-11-20 14:24:00  20 min
      ✓  envoy         0  0f2c4d6e8a1b4c3d9e5f7a8b9c0d1e2f

    Missing versions
      None is missing.

    Next steps
      → Raise the memory of container app, or find what grows: shiplog stops --service
        checkout

    Evidence: 1 query, 9 rows. --show-query prints them.
    "
  `);
});

it('prints the queries, and the form for the AWS console where it differs', () => {
  const text = renderFinding(finding, style(), { queries: true });
  expect(text.slice(text.indexOf('Evidence: Events'))).toBe(
    [
      'Evidence: Events of the task  9 rows, 2026-11-20 14:00:00 to 2026-11-20 14:24:00 UTC',
      '  filter ecs.taskId = "0f2c"',
      '  | sort @timestamp',
      '  in the AWS console:',
      '  filter detail.taskArn like "0f2c"',
      '  | sort @timestamp',
      '',
      '',
    ].join('\n'),
  );
});

it('needs neither colour nor block characters', () => {
  const text = renderFinding(finding, style({ unicode: false }), { queries: false });
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  expect(text).toContain('x Stopped because container app');
  expect(text).toMatch(/Running +14:04:00 +=+ +20 min/);
});

it('keeps to the width of the screen', () => {
  for (const columns of [80, 100, 140]) {
    for (const line of renderFinding(finding, style({ columns }), { queries: false }).split('\n')) {
      // A single long word, such as an ARN, stays whole so that it can be copied.
      if (line.trim().includes(' ')) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
  }
});

it('paints with colours that are taken away cleanly', () => {
  const painted = renderFinding(finding, style({ colors: createColors(true) }), { queries: false });
  expect(painted).toContain('\u001b[31m');
  const plain = painted.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
  expect(plain).toBe(renderFinding(finding, style(), { queries: false }));
});
