import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../test/language-expectations.ts';
import { languageCodes } from './codes.ts';
import { type CommandSpec, commands } from './commands.ts';
import { type FunctionSpec, functions } from './functions.ts';

const document = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');

/** The rows of the tables under a heading, without their heads. */
function rowsUnder(heading: string): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('| `'));
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${cell(text)}\``;

function commandRow({ syntax, doc, spellings }: CommandSpec): string {
  const also = spellings.length === 0 ? '' : ` Also ${spellings.map(code).join(', ')}.`;
  return `| ${code(syntax)} | ${cell(doc)}${also} |`;
}
function functionRow({ signature, doc, example }: FunctionSpec): string {
  return `| ${code(signature)} | ${cell(doc)} | ${code(example)} |`;
}
const rowsOf = <T extends { readonly status: string }>(
  table: readonly T[],
  status: string,
  row: (entry: T) => string,
): string[] => table.filter((entry) => entry.status === status).map(row);

describe('docs/language.md', () => {
  it('lists the commands of the table, and no others', () => {
    expect(rowsUnder('Commands that run')).toEqual(rowsOf(commands, 'supported', commandRow));
    expect(rowsUnder('Commands that do not run yet')).toEqual(rowsOf(commands, 'planned', commandRow));
  });

  it('lists the functions of the table, and no others', () => {
    expect(rowsUnder('Functions that run')).toEqual(rowsOf(functions, 'supported', functionRow));
    expect(rowsUnder('Functions that do not run yet')).toEqual(rowsOf(functions, 'planned', functionRow));
  });

  it('lists every code of the language and of the plan', () => {
    const listed = rowsUnder('Mistakes').map((row) => row.split('`')[1]);
    const meanings = Object.entries(languageCodes).map(
      ([name, meaning]) => `| ${code(name)} | ${cell(meaning)} |`,
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

/** Codes are the only texts of plan/ that are written as-one-word-with-dashes. */
function planCodes(): string[] {
  const folder = new URL('../plan/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((found) => found[1] ?? '')),
    ),
  ];
}
