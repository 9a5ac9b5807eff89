import { expect, it } from 'vitest';
import * as language from './index.ts';

it('the public surface is this list', () => {
  expect(Object.keys(language).sort()).toEqual([
    'commands',
    'expandSavedQueries',
    'fieldText',
    'findCommand',
    'findFunction',
    'functions',
    'globRegex',
    'hasErrors',
    'inspectRegex',
    'languageCodes',
    'parse',
    'placeholdersOf',
    'positionAt',
    'print',
    'printExpression',
    'renderDiagnostics',
    'stringLiteral',
    'tokenize',
  ]);
});
