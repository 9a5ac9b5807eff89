// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the interpolations of other languages
import { expect, it } from 'vitest';
import { findHoles } from './holes.ts';

it.each([
  ['fields ${a}, ${AWS::Region}', 'template', ['${a}', '${AWS::Region}']],
  ['x ${jsonencode({a = 1})} y', 'template', ['${jsonencode({a = 1})}']],
  ['%{ if a }b%{ endif }', 'template', ['%{ if a }', '%{ endif }']],
  ['{{a}} {{ .Values.b }}', 'template', ['{{a}}', '{{ .Values.b }}']],
  ['a like /x{2}$/ and \\${b} and ${open', 'template', []],
  ['$Saved(a = 1) [[a]]', 'template', []],
  ['bin($__interval) [[a]] [[b:csv]] /[[:alpha:]]$/', 'grafana', ['$__interval', '[[a]]', '[[b:csv]]']],
] as const)('%s', (text, style, holes) => {
  expect(findHoles(text, style).map(({ start, end }) => text.slice(start, end))).toEqual(holes);
});

it('stays fast when nothing is closed', () => {
  const startedMs = performance.now();
  expect(findHoles('${'.repeat(100_000), 'template')).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});
