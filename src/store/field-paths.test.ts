// Discovery of fields, rule by rule (reference logs-insights-ql 2.2).
import { describe, expect, it } from 'vitest';
import { columnsPerGroupMax, fieldsPerEventMax, jsonDepthMax } from '../limits.ts';
import { FieldPaths } from './field-paths.ts';
import { parseMessage } from './parse-message.ts';

/** The fields of one message, in the order of discovery. */
function fieldsOf(message: string, paths = new FieldPaths()): Record<string, string> {
  const cells = paths.discover(parseMessage(message) ?? {});
  return Object.fromEntries(
    paths.paths.flatMap((path, i) => {
      const cell = cells[i];
      return cell === undefined ? [] : [[path, cell]];
    }),
  );
}

describe('FieldPaths.discover', () => {
  it.each<[string, string, Record<string, string>]>([
    ['text', '{"a":"x"}', { a: 'x' }],
    ['an empty text', '{"a":""}', { a: '' }],
    ['nested keys', '{"detail":{"lastStatus":"RUNNING"}}', { 'detail.lastStatus': 'RUNNING' }],
    [
      'positions in lists',
      '{"c":[{"exitCode":0},{"exitCode":137}],"r":["x"]}',
      { 'c.0.exitCode': '0', 'c.1.exitCode': '137', 'r.0': 'x' },
    ],
    ['booleans', '{"t":true,"f":false}', { t: '1', f: '0' }],
    [
      'numbers as written',
      '{"a":1.0,"b":1e3,"c":1234567890123456789}',
      { a: '1.0', b: '1e3', c: '1234567890123456789' },
    ],
    ['null and empty containers', '{"a":null,"b":{},"c":[],"d":[{}],"e":1}', { e: '1' }],
    ['JSON inside text', '{"a":"{\\"b\\":1}"}', { a: '{"b":1}' }],
    ['names like system fields', '{"@timestamp":1,"a":{"@b":2}}', { '@@timestamp': '1', 'a.@b': '2' }],
    ['two leaves of one path', '{"a.b":1,"a":{"b":2}}', { 'a.b': '1' }],
    ['two leaves of one path, other order', '{"a":{"b":2},"a.b":1}', { 'a.b': '2' }],
    ['an object with numeric keys and a list', '{"a":{"0":"x"},"b":["y"]}', { 'a.0': 'x', 'b.0': 'y' }],
    ['paths that differ by case', '{"Status":"a","status":"b"}', { Status: 'a', status: 'b' }],
    ['an empty key', '{"":"x","a":{"":"y"}}', { '': 'x', 'a.': 'y' }],
    ['half characters in a key', '{"a\\ud800":"x"}', { 'a\ufffd': 'x' }],
  ])('%s', (_, message, expected) => expect(fieldsOf(message)).toEqual(expected));

  it('knows a path again in later messages, also when it came by another way', () => {
    const paths = new FieldPaths(['a.b']);
    expect(fieldsOf('{"a":{"b":1}}', paths)).toEqual({ 'a.b': '1' });
    expect(fieldsOf('{"a.b":2,"c":3}', paths)).toEqual({ 'a.b': '2', c: '3' });
    expect(paths.paths).toEqual(['a.b', 'c']);
  });

  it('stops after the fields of an event, in the order of the document', () => {
    const many = Object.fromEntries(Array.from({ length: fieldsPerEventMax + 5 }, (_, i) => [`k${i}`, i]));
    const fields = fieldsOf(JSON.stringify(many));
    expect(Object.keys(fields)).toHaveLength(fieldsPerEventMax);
    expect(fields[`k${fieldsPerEventMax - 1}`]).toBe(String(fieldsPerEventMax - 1));
  });

  it('stops at the columns of a group, but goes on filling those it has', () => {
    const paths = new FieldPaths();
    for (let i = 0; i < columnsPerGroupMax + 10; i++) fieldsOf(`{"k${i}":1}`, paths);
    expect(paths.paths).toHaveLength(columnsPerGroupMax);
    expect(fieldsOf('{"new":1,"k5":"old"}', paths)).toEqual({ k5: 'old' });
    expect(paths.derived('ecs.cluster')).toBe(columnsPerGroupMax);
  });

  it('does not look below the limit of nesting', () => {
    const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(Object.keys(fieldsOf(nested(jsonDepthMax)))).toHaveLength(1);
    expect(fieldsOf(nested(jsonDepthMax + 2))).toEqual({});
    expect(fieldsOf(nested(5_000))).toEqual({});
  });
});
