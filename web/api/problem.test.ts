import { expect, it } from 'vitest';
import { asProblem, Problem, problemOf } from './problem.ts';

it('keeps what the server says about a refused query', () => {
  const diagnostic = {
    code: 'unknown-command',
    severity: 'error',
    message: 'unknown command',
    span: { start: 0, end: 4 },
    hint: 'Did you mean `stats`?',
  };
  const problem = problemOf(400, {
    error: {
      code: 'malformed-query',
      message: 'unknown command',
      diagnostics: [diagnostic, { message: 'no span' }],
    },
  });
  expect(problem.code).toBe('malformed-query');
  expect(problem.diagnostics).toEqual([diagnostic]);
});

it('keeps the input and the suggestions of a refused question', () => {
  const problem = problemOf(400, {
    error: {
      code: 'invalid-input',
      input: 'service',
      message: 'No such service.',
      suggestions: ['orders', 'cart'],
    },
  });
  expect([problem.input, problem.suggestions]).toEqual(['service', ['orders', 'cart']]);
});

it('says something useful about an answer without an explanation', () => {
  for (const body of [undefined, 'Bad gateway', { error: 'text' }, { error: { message: 7 } }]) {
    const problem = problemOf(502, body);
    expect(problem.code).toBe('unreadable');
    expect(problem.message).toContain('502');
  }
});

it('takes a thrown problem as it is and wraps anything else', () => {
  const problem = new Problem('offline', 'gone');
  expect(asProblem(problem)).toBe(problem);
  expect(asProblem(new TypeError('x is undefined')).message).toBe('x is undefined');
});
