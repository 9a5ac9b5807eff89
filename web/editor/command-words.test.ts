import { expect, it } from 'vitest';
import { type CommandSpec, commands } from '../../src/language/index.ts';
import { commandWords } from './command-words.ts';

const row = (syntax: string): CommandSpec => ({
  name: syntax.split(' ')[0] ?? '',
  spellings: [],
  syntax,
  doc: '',
  example: '',
  confidence: 'documented',
  status: 'supported',
});

it.each([
  ['sort [by] field [asc|desc], …', ['by', 'asc', 'desc'], 'fields'],
  ['limit [any] count', ['any'], 'nothing'],
  [
    'stats aggregate [as name], … [by expression [as name], … [offset period]]',
    ['as', 'by', 'offset'],
    'expressions',
  ],
  [
    'parse [field] "glob as*" as name | parse [field] /regex with (?<name>…)/ [multi]',
    ['as', 'multi'],
    'fields',
  ],
  ['diff [previousDay|previousWeek]', ['previousDay', 'previousWeek'], 'nothing'],
  [
    'outlier [action=remove|transform] [param=n] field …',
    ['action=remove', 'action=transform', 'param='],
    'fields',
  ],
] as const)('%s', (syntax, words, takes) => {
  expect(commandWords(row(syntax))).toEqual({ words, takes });
});

it('takes no placeholder of the table for a word', () => {
  const words = commands
    .filter(({ status }) => status === 'supported')
    .flatMap((spec) => commandWords(spec).words)
    .filter((word) => !word.includes('='));
  const known = [
    'accountIdentifier',
    'any',
    'as',
    'asc',
    'by',
    'class',
    'csv',
    'dataSource',
    'desc',
    'for',
    'in',
    'logGroups',
    'logGroupTags',
    'namePrefix',
    'into',
    'logfmt',
    'maxspan',
    'multi',
    'offset',
    'OUTPUT',
    'OUTPUTNEW',
    'previousDay',
    'previousMonth',
    'previousWeek',
    'SOURCE',
    'START',
    'END',
    'timeshift',
    'where',
    'with',
    'xml',
  ];
  expect(words.filter((word) => !known.includes(word))).toEqual([]);
});
