import { expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';
import type { Definition } from '../api/responses.ts';
import { cellPath, eventsQuery, insightsPath, shortArn } from './links.ts';

const input = (name: string, required: boolean, positional: boolean) => ({
  name,
  label: name,
  help: '',
  placeholder: '',
  required,
  positional,
});
const definitions: readonly Definition[] = [
  { id: 'task', question: '', summary: '', inputs: [input('at', false, false), input('task', true, true)] },
  {
    id: 'stops',
    question: '',
    summary: '',
    inputs: [input('cluster', false, false), input('service', true, false)],
  },
  { id: 'deployments', question: '', summary: '', inputs: [input('service', true, false)] },
  { id: 'faults', question: '', summary: '', inputs: [input('service', false, false)] },
];

it('leads from a cell to the question about it, in the same range', () => {
  const from = { question: 'faults', rangeSearch: '?since=3h' };
  expect(cellPath('service', 'prod/orders', definitions, from)).toBe(
    '/q/stops?since=3h&service=prod%2Forders',
  );
  expect(cellPath('task', 'abc', definitions, from)).toBe('/q/task?since=3h&task=abc');
  expect(cellPath('task', 'abc', [], from)).toBeNull();
});

it('leads from one service to another within the same question', () => {
  const from = { question: 'deployments', rangeSearch: '' };
  expect(cellPath('service', 'orders', definitions, from)).toBe('/q/deployments?service=orders');
  expect(cellPath('task', 'abc', definitions, from)).toBe('/q/task?task=abc');
});

it('leads to the query as it was run', () => {
  const path = insightsPath('stats count(*)\n| limit 5', { startMs: 0, endMs: 1_000 });
  const params = new URL(path, 'http://localhost').searchParams;
  expect(params.get('q')).toBe('stats count(*)\n| limit 5');
  expect(params.get('end')).toBe('1970-01-01T00:00:01.000Z');
});

it('asks for events by id with a query that parses', () => {
  const query = eventsQuery(['a-1', 'b"2']);
  expect(query).toContain('["a-1", "b\\"2"]');
  expect(parse(query).diagnostics).toEqual([]);
});

it.each([
  ['arn:aws:ecs:eu-central-1:123456789012:task/prod/0a1b', '0a1b'],
  ['arn:aws:ecs:eu-central-1:123456789012:service/prod/orders', 'prod/orders'],
  ['orders', 'orders'],
])('shortens %s', (arn, short) => expect(shortArn(arn)).toBe(short));
