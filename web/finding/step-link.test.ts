import { expect, it } from 'vitest';
import type { Definition } from '../api/responses.ts';
import { stepLink } from './step-link.ts';

const input = (name: string, positional = false) => ({
  name,
  label: name,
  help: '',
  placeholder: '',
  required: false,
  positional,
});
const definitions: readonly Definition[] = [
  { id: 'task', question: '', summary: '', inputs: [input('task', true)] },
  { id: 'stops', question: '', summary: '', inputs: [input('service'), input('cluster')] },
];
const link = (step: string) => stepLink(step, definitions, '?since=3h');

it('leads to the question that a command asks', () => {
  expect(link('See why its tasks stopped: shiplog stops --service orders --cluster prod.')).toEqual({
    before: 'See why its tasks stopped: ',
    command: 'shiplog stops --service orders --cluster prod',
    after: '.',
    path: '/q/stops?since=3h&service=orders&cluster=prod',
  });
  expect(link('shiplog task 0a1b')?.path).toBe('/q/task?since=3h&task=0a1b');
});

it.each([
  'Check that this tag exists in the repository.',
  'shiplog serve --port 80',
  'shiplog stops --colour red',
  'shiplog stops orders',
])('leaves "%s" as it is', (step) => expect(link(step)).toBeNull());
