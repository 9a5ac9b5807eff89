// docs/language.md says what the tables say. GOLDEN_ACCEPT=1 writes what follows from the tables into the document.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../test/language-expectations.ts';
import {
  commandSection,
  functionRows,
  plannedCommandRows,
  sectionOf,
  updated,
} from '../../test/language-reference.ts';
import { languageCodes, savedQueryCodes } from './codes.ts';
import { commands } from './commands.ts';
import { functions } from './functions.ts';

const file = new URL('../../docs/language.md', import.meta.url);
const accept = process.env.GOLDEN_ACCEPT === '1';
if (accept) writeFileSync(file, updated(readFileSync(file, 'utf8'), commands, functions));
const document = readFileSync(file, 'utf8');

/** The rows of the tables under a heading, without their heads. */
const rowsUnder = (heading: string): string[] =>
  (sectionOf(document, heading) ?? '').split('\n').filter((line) => line.startsWith('| `'));

describe('docs/language.md', () => {
  it('has a section for each command that runs, and no others', () => {
    const sections = (sectionOf(document, 'Commands that run') ?? '').split(/^(?=### )/m).slice(1);
    const run = commands.filter(({ status }) => status === 'supported');
    expect(sections.map((section) => section.split('\n')[0])).toEqual(
      run.map(({ name }) => `### \`${name}\``),
    );
    for (const [index, spec] of run.entries()) expect(sections[index]).toContain(commandSection(spec));
    expect(rowsUnder('Commands that do not run yet')).toEqual(plannedCommandRows(commands));
  });

  it('lists the functions of the table, and no others', () => {
    expect(rowsUnder('Functions that run')).toEqual(functionRows(functions, 'supported'));
    expect(rowsUnder('Functions that do not run yet')).toEqual(functionRows(functions, 'planned'));
  });

  it('is what bringing it up to date would write', () => {
    expect(updated(document, commands, functions)).toBe(document);
  });

  it('lists every code of the language and of the plan', () => {
    const listed = rowsUnder('Mistakes').map((row) => row.split('`')[1]);
    const meanings = Object.entries({ ...languageCodes, ...savedQueryCodes }).map(
      ([name, meaning]) => `| \`${name}\` | ${meaning.replaceAll('|', '\\|')} |`,
    );
    expect(rowsUnder('Mistakes').slice(0, meanings.length)).toEqual(meanings);
    expect(listed).toEqual(expect.arrayContaining(planCodes()));
    expect(
      listed.slice(meanings.length).filter((name) => name !== undefined && !planCodes().includes(name)),
    ).toEqual([]);
  });

  it('shows queries that parse', () => {
    const examples = [...document.matchAll(/^```ql\n([\s\S]*?)^```/gm)].map((found) => found[1] ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([example, mistakesIn(example)]).toEqual([example, []]);
  });
});

/** Codes are the only texts of plan/ that are written as-one-word-with-dashes; compiling adds one. */
function planCodes(): string[] {
  const folder = new URL('../plan/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const texts = [...files, '../queries/misspelt-fields.ts'].map((name) =>
    readFileSync(new URL(name, folder), 'utf8'),
  );
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((found) => found[1] ?? '')),
    ),
  ];
}
