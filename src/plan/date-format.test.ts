import { expect, it } from 'vitest';
import { dateFormatProblem, timeZoneProblem } from './date-format.ts';

it.each(['%Y-%m-%d %H:%M:%S', '100%%', '%-d. %B', 'plain', ''])('%s is a format', (format) => {
  expect(dateFormatProblem(format)).toBeNull();
});

it.each([
  ['%Q', '%Q'],
  ['%', '%'],
  ['%Y%', '%'],
  ['%-Y', '%-Y'],
])('%s is no format', (format, named) => {
  expect(dateFormatProblem(format)).toContain(`holds ${named},`);
});

it('knows zones by name', () => {
  expect(timeZoneProblem('Europe/Berlin')).toBeNull();
  expect(timeZoneProblem('UTC')).toBeNull();
  expect(timeZoneProblem('Mars/Olympus')).toContain('Mars/Olympus is no time zone');
  expect(timeZoneProblem('+02:00')).toContain('no time zone');
});
