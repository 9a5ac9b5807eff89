// docs/cli.md and the command line say the same: every command has its section there, every flag its row, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { program } from '../../src/cli/run.ts';
import { investigations } from '../../src/investigations/index.ts';
import { recordedTerminal } from '../recorded-terminal.ts';

const unused = () => {
  throw new Error('not used for help');
};
const root = program({
  version: '0',
  terminal: recordedTerminal(),
  config: unused,
  openApp: unused,
  serve: unused,
});
const text = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');

/** Heading -> the text below it, up to the next heading of any depth. */
const sections = new Map(
  text.split(/^#+ /m).map((part): [string, string] => {
    const [heading = '', ...lines] = part.split('\n');
    return [heading, lines.join('\n')];
  }),
);
const flagsIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`((?:-\w, )?--[^`]+)`/g)].map((found) => found[1] ?? ''),
  );

const shared = flagsIn(sections.get('The questions') ?? '');
/** A command and, when it has some, the commands below it: they share its section. */
const withParts = (command: Command): readonly Command[] => [command, ...command.commands];
const optionsOf = (command: Command) => withParts(command).flatMap((each) => each.options);

const isInvestigation = (name: string): boolean => investigations.some(({ id }) => id === name);

it('has a section for each command and no other', () => {
  const level3 = [...text.matchAll(/^### (.*)$/gm)].map((found) => found[1]);
  expect(level3.toSorted()).toEqual(root.commands.map((command) => command.name()).toSorted());
});

it.each(root.commands.map((command) => [command.name(), command] as const))(
  'has every flag of %s',
  (name, command) => {
    const documented = [...flagsIn(sections.get(name) ?? ''), ...(isInvestigation(name) ? shared : [])];
    const flags = new Set(optionsOf(command).map((option) => option.flags));
    expect(documented.toSorted()).toEqual([...flags].toSorted());
  },
);

it.each(root.commands.map((command) => [command.name(), command] as const))(
  'shows the argument of %s',
  (name, command) => {
    for (const part of withParts(command)) {
      const written = part.registeredArguments.map(
        (argument) => `<${argument.name()}${argument.variadic ? '...' : ''}>`,
      );
      const words = [...(part === command ? [name] : [name, part.name()]), ...written];
      if (words.length > 1) expect(sections.get(name)).toContain(`shiplog ${words.join(' ')}`);
    }
  },
);

/** Every `shiplog …` line of the documentation, shell blocks and inline code alike. */
const documentedCalls = [
  ...readdirSync(new URL('../../docs/', import.meta.url)),
  '../README.md',
  '../ARCHITECTURE.md',
]
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [
      ...readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8').matchAll(
        /(?:^|`)(?:\.\/bin\/)?shiplog ([a-z][^`\n]*)/gm,
      ),
    ].map((found) => [name, found[1] ?? ''] as const),
  );

it.each(documentedCalls)('%s: shiplog %s', (_, call) => {
  const [name = '', ...words] = call
    .replace(/'[^']*('|$)/g, 'QL')
    .replace(/\s#.*$/, '')
    .split(/\s+/);
  const command = root.commands.find((each) => each.name() === name);
  expect(command, `there is no command ${name}`).toBeDefined();
  const known = command === undefined ? [] : optionsOf(command).map((option) => option.long);
  for (const flag of words.filter((word) => word.startsWith('--'))) expect(known).toContain(flag);
});
