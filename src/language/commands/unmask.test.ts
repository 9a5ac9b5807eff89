import { expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

it('unmask lists fields', () => {
  expect(commandOf('unmask @message, a.b')).toEqual({
    kind: 'unmask',
    fields: [
      { kind: 'field', name: '@message', segments: ['@message'] },
      { kind: 'field', name: 'a.b', segments: ['a', 'b'] },
    ],
  });
  expect(mistakesIn('unmask')).toEqual(['unexpected-symbol: ']);
  expect(mistakesIn('unmask(@message)')).toEqual(['unexpected-symbol: (']);
});
