// The account of collecting from a queue, in the four formats.
import { expect, it } from 'vitest';
import type { CollectSummary } from '../capture/sqs/collect-queue.ts';
import { renderSummary } from './collect.ts';

const clean: CollectSummary = {
  received: 1,
  stored: 1,
  duplicates: 0,
  refused: 0,
  deleted: 1,
  refusals: [],
};
const mixed: CollectSummary = {
  received: 1_300,
  stored: 1_200,
  duplicates: 98,
  refused: 1,
  deleted: 1_298,
  refusals: [{ messageId: 'm-7', reason: 'not JSON: "words, and more"' }],
};

it('says little when all is well', () => {
  expect(renderSummary(clean, 80, 'table')).toBe('1 message received, 1 event recorded, in 80 ms.\n');
});

it('counts what is known and what is left', () => {
  expect(renderSummary(mixed, 1_500, 'table')).toBe(
    '1,300 messages received, 1,200 events recorded, 98 known already, 1 left in the queue, in 1.5 s.\n',
  );
});

it('gives programs all of it', () => {
  expect(JSON.parse(renderSummary(mixed, 5, 'json'))).toEqual({ ...mixed, durationMs: 5 });
  expect(renderSummary(mixed, 5, 'csv')).toBe('messageId,reason\r\nm-7,"not JSON: ""words, and more"""\r\n');
  expect(renderSummary(mixed, 5, 'ndjson')).toBe(`${JSON.stringify(mixed.refusals[0])}\n`);
});
