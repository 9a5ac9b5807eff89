// When there is colour and when there are block characters.
import { expect, it } from 'vitest';
import { canShowUnicode, wantsColor } from './terminal.ts';

it.each([
  ['a terminal', {}, true, [], true],
  ['a pipe', {}, false, [], false],
  ['NO_COLOR', { NO_COLOR: '1' }, true, [], false],
  ['an empty NO_COLOR', { NO_COLOR: '' }, true, [], true],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, [], true],
  ['FORCE_COLOR=0 in a pipe', { FORCE_COLOR: '0' }, false, [], false],
  ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, [], false],
  ['--no-color before everything', { FORCE_COLOR: '1' }, true, ['query', '--no-color'], false],
  ['a dumb terminal', { TERM: 'dumb' }, true, [], false],
])('colour: %s', (_, env, isTty, args, expected) => expect(wantsColor(env, isTty, args)).toBe(expected));

it.each([
  [{}, true],
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LANG: 'de_DE.utf8' }, true],
  [{ LANG: 'C' }, false],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, false],
  [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, false],
])('block characters with %j: %s', (env, expected) => expect(canShowUnicode(env)).toBe(expected));
