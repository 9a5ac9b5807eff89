import { describe, expect, it } from 'vitest';
import { aliasText, fieldText, isReservedWord } from './names.ts';

describe('fieldText', () => {
  it.each([
    [['status'], 'status'],
    [['@timestamp'], '@timestamp'],
    [['@@x'], '@@x'],
    [['detail', 'containers', '0', 'name'], 'detail.containers.0.name'],
    [['detail-type'], '`detail-type`'],
    [['a.b'], '`a.b`'],
    [['doc', 'unit.price'], 'doc.`unit.price`'],
    [['@aws.tag.team name'], '@`aws.tag.team name`'],
    [['@@x y'], '@@`x y`'],
    [['@'], '`@`'],
    [['@@@x'], '`@@@x`'],
    [['0'], '`0`'],
    [['a', '@b'], 'a.`@b`'],
    [['not'], '`not`'],
    [['True'], '`True`'],
    [['not', 'x'], 'not.x'],
    [['limit'], 'limit'],
  ])('%j', (segments, expected) => {
    expect(fieldText(segments)).toBe(expected);
  });
});

it('aliasText puts a dotted name into one pair of backticks', () => {
  expect(aliasText('p99.9')).toBe('`p99.9`');
});

it('reserved words are reserved in any letter case', () => {
  expect(['AND', 'null', 'asc', 'count'].map(isReservedWord)).toEqual([true, true, false, false]);
});
