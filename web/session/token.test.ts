import { expect, it } from 'vitest';
import { forgetToken, keepToken, keptToken, withToken } from './token.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('keeps a token until it is forgotten', () => {
  const tab = storage();
  expect(keptToken(tab)).toBeUndefined();
  keepToken(tab, 'abc');
  expect(keptToken(tab)).toBe('abc');
  forgetToken(tab);
  expect(keptToken(tab)).toBeUndefined();
});

it('does without where a browser keeps nothing', () => {
  const refusing = {
    ...storage(),
    getItem: () => {
      throw new Error('denied');
    },
  };
  expect(keptToken(refusing)).toBeUndefined();
});

it('adds a token to a request and changes nothing else', () => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect(withToken(init, undefined)).toBe(init);
  const sent = withToken(init, 'abc');
  expect(sent).toMatchObject({ method: 'POST', body: '{}' });
  expect([...new Headers(sent.headers)]).toEqual([
    ['authorization', 'Bearer abc'],
    ['content-type', 'application/json'],
  ]);
});
