import { expect, it } from 'vitest';
import { readPreferences, writePreferences } from './preferences.ts';

function storage(initial?: string) {
  let kept = initial ?? null;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

it('starts in UTC and in the mode that the browser asks for', () => {
  expect(readPreferences(storage(), true)).toEqual({ zone: 'utc', mode: 'dark', density: 'comfortable' });
  expect(readPreferences(storage(), false).mode).toBe('light');
});

it('keeps what was chosen', () => {
  const kept = storage();
  writePreferences(kept, { zone: 'local', mode: 'light', density: 'compact' });
  expect(readPreferences(kept, true)).toEqual({ zone: 'local', mode: 'light', density: 'compact' });
});

it.each(['not json', 'null', '7', '{"mode":"sepia","zone":3}'])('ignores %s', (text) => {
  expect(readPreferences(storage(text), false)).toEqual({
    zone: 'utc',
    mode: 'light',
    density: 'comfortable',
  });
});

it('goes on when the browser keeps nothing', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(() => writePreferences(full, { zone: 'utc', mode: 'dark', density: 'compact' })).not.toThrow();
});
