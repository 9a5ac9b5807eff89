// `shiplog saved`: queries kept by name, in folders, with parameters. `shiplog query '$name(p = 1)'` runs one.

import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import type { SavedQuery, SavedQueryParameter } from '../store/saved-query.ts';
import type { CliEffects } from './effects.ts';
import { wrongCall } from './failure.ts';
import { withBackend } from './open-backend.ts';
import {
  type Format,
  type FormatOptions,
  type GroupOptions,
  type PlaceOptions,
  withExamples,
  withFormat,
  withLogGroups,
  withPlace,
} from './options.ts';
import { counted, formatTime } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import { outStyle, type Style } from './terminal.ts';

export function savedCommand(effects: CliEffects): Command {
  const command = new Command('saved').description('keep queries by name, in folders, with parameters');
  for (const each of [listCommand, showCommand, putCommand, deleteCommand]) command.addCommand(each(effects));
  return withExamples(command, [
    [
      `shiplog saved put ops/errors 'filter level = {{level}} | limit {{n}}' --param 'level="ERROR"' --param n=20`,
      'keep a query with two parameters',
    ],
    [`shiplog query '$errors(n = 5)'`, 'run it'],
    ['shiplog saved list', 'see what is kept'],
  ]);
}

function listCommand(effects: CliEffects): Command {
  const command = new Command('list').description('list the saved queries');
  return withFormat(withPlace(command)).action((options: PlaceOptions & FormatOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const queries = await backend.savedQueries();
      await effects.terminal.out(renderSaved(queries, options.format, outStyle(effects.terminal)));
    }),
  );
}

function showCommand(effects: CliEffects): Command {
  const command = new Command('show')
    .description('print a saved query')
    .argument('<query>', 'its name, or its id');
  return withFormat(withPlace(command)).action((query: string, options: PlaceOptions & FormatOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const found = find(query, await backend.savedQueries());
      const { terminal } = effects;
      const printed =
        options.format === 'table'
          ? `${found.query}\n`
          : renderSaved([found], options.format, outStyle(terminal));
      await terminal.out(printed);
    }),
  );
}

interface PutOptions extends PlaceOptions, FormatOptions, GroupOptions {
  readonly param?: readonly SavedQueryParameter[];
}

function putCommand(effects: CliEffects): Command {
  const command = new Command('put')
    .description('save a query, instead of the one that has this name')
    .argument('<name>', 'its name; folder/name puts it into a folder')
    .argument(
      '<ql>',
      'the query with {{parameter}} where a value belongs, or - to read it from standard input',
    )
    .option(
      '--param <name=default>',
      'a parameter and its default value, as written in the query; without =default it must be given; repeat it for several',
      (text: string, before: readonly SavedQueryParameter[] = []) => [...before, parameter(text)],
    );
  withLogGroups(withFormat(withPlace(command)));
  return command.action((name: string, ql: string, options: PutOptions) =>
    withBackend(options, effects, 'write', async (backend) => {
      const { terminal } = effects;
      const query = ql === '-' ? (await readAll(terminal.stdin)).trimEnd() : ql;
      const { logGroup: logGroups = [], param: parameters = [] } = options;
      const saved = await backend.saveQuery({ name, query, logGroups, parameters });
      const printed =
        options.format === 'table'
          ? `Saved ${saved.name}.\n`
          : renderSaved([saved], options.format, outStyle(terminal));
      await terminal.out(printed);
    }),
  );
}

function parameter(text: string): SavedQueryParameter {
  const equals = text.indexOf('=');
  if (equals === -1) return { name: text };
  return { name: text.slice(0, equals), defaultValue: text.slice(equals + 1) };
}

function deleteCommand(effects: CliEffects): Command {
  const command = new Command('delete')
    .description('delete a saved query')
    .argument('<query>', 'its name, or its id');
  return withPlace(command).action((query: string, options: PlaceOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const { id, name } = find(query, await backend.savedQueries());
      await backend.deleteSavedQuery(id);
      await effects.terminal.out(`Deleted ${name}.\n`);
    }),
  );
}

function find(query: string, known: readonly SavedQuery[]): SavedQuery {
  const found = known.filter(({ id, name }) => id === query || name === query);
  const [only] = found;
  if (only === undefined) {
    throw wrongCall(`There is no saved query ${query}. "shiplog saved list" shows those that exist.`);
  }
  if (found.length === 1) return only;
  const ids = found.map(({ id }) => `  ${id}`).join('\n');
  throw wrongCall(
    `${counted(found.length, 'saved query', 'saved queries')} are called ${query}; name one by its id:\n${ids}`,
  );
}

function renderSaved(queries: readonly SavedQuery[], format: Format, style: Style): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(queries, null, 2)}\n`;
    case 'ndjson':
      return queries.map((query) => `${JSON.stringify(query)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['name', 'parameters', 'query', 'modified', 'id'],
        queries.map(({ name, parameters, query, modifiedMs, id }) => [
          name,
          parameterText(parameters),
          query,
          new Date(modifiedMs).toISOString(),
          id,
        ]),
      );
    case 'table':
      return savedTable(queries, style);
  }
}

function savedTable(queries: readonly SavedQuery[], style: Style): string {
  if (queries.length === 0) return `No query is saved yet. "shiplog saved put NAME 'QUERY'" saves one.\n`;
  const columns = ['name', 'parameters', 'query', 'modified (UTC)'].map((title) => ({
    title,
    align: 'left' as const,
  }));
  const rows = queries.map(({ name, parameters, query, modifiedMs }) =>
    [name, parameterText(parameters), query, formatTime(modifiedMs)].map((text) => ({ text })),
  );
  return `${renderTable({ columns, rows }, style).join('\n')}\n`;
}

const parameterText = (parameters: readonly SavedQueryParameter[]): string =>
  parameters
    .map(({ name, defaultValue }) => (defaultValue === undefined ? name : `${name}=${defaultValue}`))
    .join(', ');
