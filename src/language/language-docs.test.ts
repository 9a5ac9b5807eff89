// docs/language.md says what the tables say. GOLDEN_ACCEPT=1 writes what follows from the tables into the document.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../test/language-expectations.ts';
import {
  codeRows,
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
const codes = { ...languageCodes, ...savedQueryCodes };
const accept = process.env.GOLDEN_ACCEPT === '1';
if (accept) writeFileSync(file, updated(readFileSync(file, 'utf8'), commands, functions, codes));
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
    expect(rowsUnder('Functions')).toEqual(functionRows(functions));
  });

  it('is what bringing it up to date would write', () => {
    expect(updated(document, commands, functions, codes)).toBe(document);
  });

  it('lists every code of the language, of the plan and of compiling', () => {
    const rows = rowsUnder('Mistakes');
    const meanings = codeRows(codes);
    expect(rows.slice(0, meanings.length)).toEqual(meanings);
    const others = rows.slice(meanings.length).map((row) => row.split('`')[1]);
    expect(others.toSorted()).toEqual(laterCodes().toSorted());
  });

  it('shows queries that parse', () => {
    const examples = [...document.matchAll(/^```ql\n([\s\S]*?)^```/gm)].map((found) => found[1] ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([example, mistakesIn(example)]).toEqual([example, []]);
  });
});

/** Codes of mistakes that are found after reading: texts like-this in plan/, and what queries/ reports. */
function laterCodes(): string[] {
  const plan = sourcesIn('../plan/').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g);
  const queries = sourcesIn('../queries/').matchAll(/(?:errorAt|warningAt)\([^;]*?'([a-z]+(?:-[a-z]+)+)'/g);
  const found = [...plan, ...queries].map(([, code = '']) => code);
  return [...new Set(found)].filter((code) => !(code in codes));
}

function sourcesIn(path: string): string {
  const folder = new URL(path, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}
