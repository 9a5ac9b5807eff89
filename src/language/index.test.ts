import { expect, it } from 'vitest';
import * as language from './index.ts';

it('the public surface is this list', () => {
  expect(Object.keys(language).sort()).toEqual([
    'commands',
    'expandSavedQueries',
    'fieldText',
    'findCommand',
    'findFunction',
    'format',
    'functions',
    'globRegex',
    'hasErrors',
    'inspectRegex',
    'languageCodes',
    'parameterKind',
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
