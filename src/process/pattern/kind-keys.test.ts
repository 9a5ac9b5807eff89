import { describe, expect, it } from 'vitest';
import { isKindKey } from './kind-keys.ts';

const asks = (key: string): boolean =>
  isKindKey(
    Uint16Array.from(key, (character) => character.charCodeAt(0)),
    0,
    key.length,
  );

describe('keys that name kinds', () => {
  it('are known in any spelling', () => {
    for (const key of [
      'level',
      'LEVEL',
      'detail-type',
      'detailType',
      'detail_type',
      'lastStatus',
      'eventName',
      'msg',
    ]) {
      expect(asks(key), key).toBe(true);
    }
  });

  it('are these and no others', () => {
    for (const key of ['', 'lev', 'levels', 'name', 'id', 'desiredStatus', 'taskArn'])
      expect(asks(key), key).toBe(false);
  });
});
