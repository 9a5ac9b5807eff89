// docs/language.md as far as it follows from the tables: a section for each command that runs, a row for each function
// and each mistake. language-docs.test.ts compares; what stands behind the example in a section was written by hand and stays.

import type { CommandSpec } from '../src/language/commands.ts';
import type { Confidence } from '../src/language/confidence.ts';
import type { FunctionSpec } from '../src/language/functions.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${cell(text)}\``;
const differsText = (differs: string | undefined): string =>
  differs === undefined ? '' : ` Differs: ${differs}`;

const confidenceText: Readonly<Record<Confidence, string>> = {
  documented: 'Documented.',
  observed: 'Observed.',
  inferred: 'Inferred.',
};

/** A row of a table for each function, in the order of the table. */
export function functionRows(functions: readonly FunctionSpec[]): string[] {
  return functions.map(
    ({ signature, doc, example, confidence, differs }) =>
      `| ${code(signature)} | ${cell(doc + differsText(differs))} | ${code(example)} | ${confidence} |`,
  );
}

/** A row for each mistake that reading a text can find. */
export function codeRows(meanings: Readonly<Record<string, string>>): string[] {
  return Object.entries(meanings).map(([name, meaning]) => `| \`${name}\` | ${cell(meaning)} |`);
}

/** A row for each command that does not run yet. */
export function plannedCommandRows(commands: readonly CommandSpec[]): string[] {
  return commands
    .filter(({ status }) => status === 'planned')
    .map(({ syntax, doc, spellings }) => `| ${code(syntax)} | ${cell(doc)}${alsoText(spellings)} |`);
}

function alsoText(spellings: readonly string[]): string {
  return spellings.length === 0 ? '' : ` Also ${spellings.map(code).join(', ')}.`;
}

/** What the section of a command begins with: syntax, meaning, confidence, example. */
export function commandSection(spec: CommandSpec): string {
  const { name, syntax, doc, spellings, confidence, differs, example } = spec;
  const also = alsoText(spellings).replaceAll('\\|', '|');
  return [
    `### \`${name}\``,
    '',
    '```',
    ...syntaxLines(syntax),
    '```',
    '',
    `${doc}${also} ${confidenceText[confidence]}${differsText(differs)}`,
    '',
    '```ql',
    ...commandLines(example),
    '```',
    '',
  ].join('\n');
}

/** A command a line; pipes inside of parentheses are those of sub-queries. */
function commandLines(query: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  for (const part of query.split(/ (?=\| )/)) {
    if (depth > 0) lines.push(`${lines.pop()} ${part}`);
    else lines.push(part);
    depth += part.split('(').length - part.split(')').length;
  }
  return lines;
}

/** Forms of a command are separated by ` | ` and begin with its name. */
function syntaxLines(syntax: string): string[] {
  const [name = ''] = syntax.split(' ');
  return syntax.split(` | ${name}`).map((form, index) => (index === 0 ? form : `${name}${form}`));
}

/** Text of `## heading`, without the heading; undefined when there is none. */
export function sectionOf(document: string, heading: string): string | undefined {
  const part = document.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  return part?.slice(heading.length + 1);
}

/** The document with everything that follows from the tables brought up to date. */
export function updated(
  document: string,
  commands: readonly CommandSpec[],
  functions: readonly FunctionSpec[],
  codes: Readonly<Record<string, string>>,
): string {
  const run = commands.filter(({ status }) => status === 'supported');
  const [scalars, aggregates] = (['scalar', 'aggregate'] as const).map((wanted) =>
    functionRows(functions.filter(({ category }) => category === wanted)),
  );
  const changes: readonly (readonly [heading: string, change: (text: string) => string])[] = [
    ['Commands that run', (text) => withSections(text, run)],
    ['Commands that do not run yet', (text) => withTables(text, [plannedCommandRows(commands)])],
    ['Functions', (text) => withTables(text, [scalars ?? [], aggregates ?? []])],
    ['Mistakes', (text) => withTables(text, [codeRows(codes)])],
  ];
  return changes.reduce((text, [heading, change]) => {
    const section = sectionOf(text, heading);
    return section === undefined ? text : text.replace(section, () => change(section));
  }, document);
}

/** The sections of the commands in the order of the table; notes behind an example stay with their command. */
function withSections(text: string, commands: readonly CommandSpec[]): string {
  const [introduction = '', ...sections] = text.split(/^(?=### )/m);
  const notesOf = ({ name }: CommandSpec): string => {
    const own = sections.find((section) => section.startsWith(`### \`${name}\`\n`)) ?? '';
    return own.split(/^```ql\n[\s\S]*?^```\n/m)[1]?.trim() ?? '';
  };
  return [
    introduction,
    ...commands.map((spec) => {
      const notes = notesOf(spec);
      return `${commandSection(spec)}\n${notes === '' ? '' : `${notes}\n\n`}`;
    }),
  ].join('');
}

/** The n-th list of rows takes the place of the rows of the n-th table; tables beyond the last list stay. */
function withTables(text: string, tables: readonly (readonly string[])[]): string {
  let index = 0;
  return text.replace(/(^\| -.*\n|^\|-.*\n)((?:\| .*\n)*)/gm, (found, ruler: string) => {
    const rows = tables[index];
    index += 1;
    return rows === undefined ? found : `${ruler}${rows.map((row) => `${row}\n`).join('')}`;
  });
}
