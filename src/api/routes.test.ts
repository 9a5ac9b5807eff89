// The routes and error codes of our own API against docs/api.md.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from './routes.ts';

const docs = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const api = new URL('./', import.meta.url);

describe('docs/api.md', () => {
  it('has a row for each route and none besides', () => {
    const documented = [...docs.matchAll(/^\| `((?:GET|POST|PUT|DELETE) \/(?:api|ingest)[^`]*)` \|/gm)].map(
      ([, route]) => route,
    );
    expect(documented.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('has a row for each error code', () => {
    const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), api), 'utf8'))
      .join('\n');
    const thrown = [...sources.matchAll(/new HttpError\(\s*\d+,\s*'([a-z-]+)'/g)].map(([, code]) => code);
    expect(thrown.length).toBeGreaterThan(10);
    for (const code of new Set(thrown)) expect(docs).toContain(`| \`${code}\` |`);
  });
});
