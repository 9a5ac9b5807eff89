import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type TokenData, tokenSheet } from './token-sheet.ts';

const data: TokenData = createRequire(import.meta.url)(
  '@cloudscape-design/design-tokens/index-visual-refresh.json',
);
const sheet = tokenSheet(data);
const [light = '', dark = ''] = sheet.split('body.awsui-dark-mode');
const web = join(import.meta.dirname, '..');

it('gives text and surface other colours in dark mode', () => {
  expect(light).toContain('--surface: #ffffff;');
  expect(dark).not.toContain('--surface: #ffffff;');
  expect(dark).toMatch(/--surface: #[0-9a-f]{6};/);
});

it('refuses to build when a token is gone', () => {
  expect(() => tokenSheet({ tokens: {} })).toThrow('color-charts-green-500');
});

it('defines every variable that the page uses', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(css|tsx?)$/.test(path),
  );
  const used = files.flatMap((path) => [
    ...readFileSync(join(web, path), 'utf8').matchAll(/var\((--[a-z0-9-]+)\)/g),
  ]);
  const undefinedNames = used.map(([, name = '']) => name).filter((name) => !light.includes(`${name}: `));
  expect(undefinedNames).toEqual([]);
});
