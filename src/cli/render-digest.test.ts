// A finding in a dozen lines: what is kept of a long one.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { Finding } from '../investigations/finding.ts';
import { renderDigest } from './render-digest.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 70 };

const finding: Finding = {
  investigation: 'stops',
  title: 'Why do tasks of this service keep dying?',
  subject: 'checkout',
  summary:
    'Seven tasks stopped in three days. All of them ran out of memory. Nothing else happened to this service in the whole week that was looked at. This sentence does not fit any more, so that it is left out.',
  verdict: { text: 'Out of memory: 7 of 7 stops.', class: 'application', tone: 'error', confidence: 'high' },
  facts: [{ label: 'Not shown', value: 'in a digest' }],
  contradictions: [],
  timelines: [],
  tables: [
    { title: 'Empty', columns: [{ key: 'a', title: 'A', kind: 'text' }], rows: [], empty: 'None.' },
    {
      title: 'Stops',
      columns: [
        { key: 'at', title: 'Stopped', kind: 'time' },
        { key: 'task', title: 'Task', kind: 'task' },
        { key: 'reason', title: 'Reason', kind: 'text' },
      ],
      rows: Array.from({ length: 7 }, (_, index) => ({
        at: Date.UTC(2026, 10, 20, index),
        task: `arn:aws:ecs:eu-west-1:1:task/prod/${String(index).repeat(16)}`,
        reason: 'Essential container in task exited because it ran out of memory',
      })),
      empty: 'None.',
    },
  ],
  nextSteps: [],
  evidence: [],
};

it('keeps the command, the verdict, whole sentences, and the first rows and columns of the first table that has some', () => {
  expect(renderDigest(2, 'shiplog stops --service checkout', finding, style)).toMatchInlineSnapshot(`
    "2  Why do tasks of this service keep dying?
       › shiplog stops --service checkout

       ✗ Out of memory: 7 of 7 stops.
         application, high confidence

       Seven tasks stopped in three days. All of them ran out of memory.
       Nothing else happened to this service in the whole week that was
       looked at.

       Stops
         Stopped              Task              Reason
         2026-11-20 00:00:00  0000000000000000  Essential container in ta…
         2026-11-20 01:00:00  1111111111111111  Essential container in ta…
         2026-11-20 02:00:00  2222222222222222  Essential container in ta…
         2026-11-20 03:00:00  3333333333333333  Essential container in ta…
         2026-11-20 04:00:00  4444444444444444  Essential container in ta…
         and 2 more rows

    "
  `);
});
