import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { derivedFields } from './derive.ts';

it('docs/schema.md describes every derived field in the words of the code', () => {
  const docs = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8');
  for (const [name, meaning] of Object.entries(derivedFields)) {
    expect(docs).toContain(`| \`${name}\` | ${meaning.replaceAll(' | ', ' \\| ')} |`);
  }
});
