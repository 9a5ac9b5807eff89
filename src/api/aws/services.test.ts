import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { services } from './services.ts';

const document = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');

it('has its neighbours of Logs in docs/api.md, with their roles', () => {
  const rows = [...document.matchAll(/^\| (\w+) \| `([A-Z]\w+)` \| (\w+) \|/gm)].map(([, ...row]) => row);
  const neighbours = services.filter(({ name }) => name !== 'logs');
  expect(rows).toEqual(
    neighbours.flatMap(({ name, operations }) =>
      [...operations].map(([operation, { role }]) => [name, operation, role]),
    ),
  );
});
