// The seven questions are those of the investigations, about stories that the fleet tells.
import { expect, it } from 'vitest';
import { stories } from '../demo/stories.ts';
import { investigations } from '../investigations/index.ts';
import { sevenQuestions } from './seven-questions.ts';

const questions = sevenQuestions(stories({ seed: 42, endMs: Date.UTC(2026, 10, 22) }));

it('asks each investigation once, in the order in which they are listed', () => {
  expect(questions.map(({ id }) => id)).toEqual(investigations.map(({ id }) => id));
});

it.each(questions.map(({ id, inputs }) => [id, inputs] as const))(
  'gives %s what it needs, and nothing else',
  (id, inputs) => {
    const declared = investigations.find((investigation) => investigation.id === id)?.inputs ?? [];
    const names = declared.map(({ name }) => name);
    for (const name of Object.keys(inputs)) expect(names).toContain(name);
    for (const { name, required } of declared) if (required) expect(inputs[name]).toMatch(/./);
  },
);

it('says which story is missing', () => {
  expect(() => sevenQuestions([])).toThrowError('no story container-health-checks');
});
