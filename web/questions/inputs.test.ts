import { expect, it } from 'vitest';
import { missingInputs, readInputs, writeInputs } from './inputs.ts';

const input = (name: string, required: boolean) => ({
  name,
  label: name,
  help: '',
  placeholder: '',
  required,
});
const stops = {
  id: 'stops',
  question: '',
  summary: '',
  inputs: [input('service', true), input('cluster', false)],
};

it('reads the inputs of the question from the address, and nothing else', () => {
  const params = new URLSearchParams('since=3h&service=+orders+&cluster=&id=1');
  expect(readInputs(stops, params)).toEqual({ service: 'orders' });
});

it('writes inputs beside the time range', () => {
  const params = writeInputs(stops, new URLSearchParams('since=3h&cluster=prod'), {
    service: 'orders',
    cluster: ' ',
  });
  expect(params.toString()).toBe('since=3h&service=orders');
});

it('knows what is missing', () => {
  expect(missingInputs(stops, { cluster: 'prod', service: ' ' })).toEqual(['service']);
  expect(missingInputs(stops, { service: 'orders' })).toEqual([]);
});
