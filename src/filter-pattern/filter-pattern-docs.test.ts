// docs/filter-patterns.md says what is so: every pattern in the first column of its tables is one, and matches its example where it has one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filterPatternCharsMax, regexesMax, regexStatesMax } from './limits.ts';
import { parseFilterPattern } from './parse-filter-pattern.ts';

const page = readFileSync(new URL('../../docs/filter-patterns.md', import.meta.url), 'utf8');

/** What stands in code in the first cell of the rows under a heading; `\|` is a bar there. */
function firstCells(heading: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|')),
  );
}

describe('docs/filter-patterns.md', () => {
  const patterns = ['Terms', 'JSON', 'Columns'].flatMap(firstCells);

  it('has patterns of every kind', () => {
    const kinds = patterns.map((text) => parseFilterPattern(text).pattern?.kind);
    expect(new Set(kinds)).toEqual(new Set(['terms', 'json', 'columns']));
    expect(patterns.length).toBeGreaterThan(20);
  });

  it.each(patterns)('%s is a pattern', (text) => {
    expect(parseFilterPattern(text).mistake).toBeNull();
  });

  it('names the limits', () => {
    expect(page).toContain(`${filterPatternCharsMax.toLocaleString('en-US')} characters`);
    expect(page).toContain(`at most ${regexStatesMax} characters once`);
    expect(regexesMax).toBe(2);
  });
});
