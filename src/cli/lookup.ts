// `shiplog lookup`: tables of reference data from CSV or from the rows of a query, for the commands `lookup` and `cidrlookup` of a query.

import { readFile } from 'node:fs/promises';
import { buffer as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { csvOfRows } from '../queries/csv-of-rows.ts';
import { readCsv } from '../store/csv.ts';
import type { LookupTableContent, LookupTableSummary } from '../store/lookup-table.ts';
import type { Backend } from './backend.ts';
import type { CliEffects } from './effects.ts';
import { failure, wrongCall } from './failure.ts';
import { recordedRange, withBackend } from './open-backend.ts';
import {
  type Format,
  type FormatOptions,
  type GroupOptions,
  type PlaceOptions,
  withExamples,
  withFormat,
  withLogGroups,
  withPlace,
  withRange,
} from './options.ts';
import { counted, formatBytes, formatCount, formatTime } from './quantities.ts';
import { fileProblem } from './query-files.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import { outStyle, type Style, type Terminal } from './terminal.ts';
import { parseRange, type RangeOptions } from './time-range.ts';

export function lookupCommand(effects: CliEffects): Command {
  const command = new Command('lookup').description('keep tables of reference data that queries can join');
  const commands = [
    listCommand(effects),
    showCommand(effects),
    writeCommand('create', 'make a lookup table from a CSV file, or from the rows of a query', effects),
    writeCommand('update', 'replace the whole content of a lookup table', effects),
    deleteCommand(effects),
  ];
  for (const each of commands) command.addCommand(each);
  return withExamples(command, [
    [
      'shiplog lookup create owners owners.csv',
      'a table with the columns that the first line of the file names',
    ],
    [`shiplog query 'lookup owners service as ecs.service OUTPUT team'`, 'use it'],
    ['shiplog lookup update owners - < owners.csv', 'replace its content'],
    [
      `shiplog lookup create counts --query 'stats count(*) as n by ecs.service' --since 7d`,
      'a table with the rows of a query',
    ],
  ]);
}

function listCommand(effects: CliEffects): Command {
  const command = new Command('list').description('list the lookup tables');
  return withFormat(withPlace(command)).action((options: PlaceOptions & FormatOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const tables = await backend.lookupTables();
      await effects.terminal.out(renderTables(tables, options.format, outStyle(effects.terminal)));
    }),
  );
}

function showCommand(effects: CliEffects): Command {
  const command = new Command('show')
    .description('print a lookup table; as csv, what was given')
    .argument('<name>', 'its name');
  return withFormat(withPlace(command)).action((name: string, options: PlaceOptions & FormatOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const table = await backend.lookupTable(name);
      await effects.terminal.out(renderContent(table, options.format, outStyle(effects.terminal)));
    }),
  );
}

interface WriteOptions extends PlaceOptions, FormatOptions, GroupOptions, RangeOptions {
  readonly query?: string;
  readonly description?: string;
}

function writeCommand(verb: 'create' | 'update', description: string, effects: CliEffects): Command {
  const command = new Command(verb)
    .description(description)
    .argument('<name>', 'its name: letters, digits and underscores')
    .argument('[file]', 'CSV in UTF-8 with a header line, or - for standard input')
    .option('--query <ql>', 'take the rows of this query instead of a file')
    .option('--description <text>', 'what the table is for');
  withRange(withLogGroups(withFormat(withPlace(command))));
  return command.action(async (name: string, file: string | undefined, options: WriteOptions) => {
    const { terminal } = effects;
    const { query, description } = options;
    if ((file === undefined) === (query === undefined)) {
      throw wrongCall('Say what the table is made of: a file, or --query.');
    }
    await withBackend(options, effects, 'write', async (backend) => {
      const body =
        query === undefined
          ? await readText(file ?? '-', terminal)
          : await rowsOfQuery(query, options, backend, terminal);
      const table = await write(verb, backend, name, { body, description });
      const size = `${counted(table.records, 'row')}, ${counted(table.columns.length, 'column')}`;
      const printed =
        options.format === 'table'
          ? `${verb === 'create' ? 'Created' : 'Updated'} ${name}: ${size}.\n`
          : renderTables([table], options.format, outStyle(terminal));
      await terminal.out(printed);
    });
  });
}

function write(
  verb: 'create' | 'update',
  backend: Backend,
  name: string,
  content: LookupTableContent,
): Promise<LookupTableSummary> {
  return verb === 'create'
    ? backend.createLookupTable(name, content)
    : backend.updateLookupTable(name, content);
}

function deleteCommand(effects: CliEffects): Command {
  const command = new Command('delete').description('delete a lookup table').argument('<name>', 'its name');
  return withPlace(command).action((name: string, options: PlaceOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      await backend.deleteLookupTable(name);
      await effects.terminal.out(`Deleted ${name}.\n`);
    }),
  );
}

async function rowsOfQuery(
  text: string,
  options: WriteOptions,
  backend: Backend,
  terminal: Terminal,
): Promise<string> {
  const nowMs = terminal.nowMs();
  const range = await parseRange(options, nowMs, async () =>
    recordedRange((await backend.status()).logGroups, nowMs),
  );
  const request = { text, logGroups: options.logGroup ?? ('all' as const), ...range };
  return csvOfRows(await backend.query(request, terminal.interrupted));
}

async function readText(file: string, terminal: Terminal): Promise<string> {
  const bytes = await readBytes(file, terminal);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure(`${file}: not in UTF-8, as the CSV of a lookup table must be`, cause);
  }
}

async function readBytes(file: string, terminal: Terminal): Promise<Uint8Array> {
  if (file === '-') return readAll(terminal.stdin);
  try {
    return await readFile(file);
  } catch (cause) {
    throw failure(fileProblem(file, cause), cause);
  }
}

function renderTables(tables: readonly LookupTableSummary[], format: Format, style: Style): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(tables, null, 2)}\n`;
    case 'ndjson':
      return tables.map((table) => `${JSON.stringify(table)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['name', 'columns', 'records', 'bytes', 'updated', 'description'],
        tables.map(({ name, columns, records, sizeBytes, updatedMs, description }) => [
          name,
          columns.join(' '),
          String(records),
          String(sizeBytes),
          new Date(updatedMs).toISOString(),
          description ?? null,
        ]),
      );
    case 'table':
      return summaryTable(tables, style);
  }
}

function summaryTable(tables: readonly LookupTableSummary[], style: Style): string {
  if (tables.length === 0) {
    return 'There is no lookup table yet. "shiplog lookup create NAME FILE" makes one from a CSV file.\n';
  }
  const left = { align: 'left' as const };
  const right = { align: 'right' as const };
  const columns = [
    { title: 'name', ...left },
    { title: 'columns', ...left },
    { title: 'rows', ...right },
    { title: 'size', ...right },
    { title: 'updated (UTC)', ...left },
    { title: 'description', ...left },
  ];
  const rows = tables.map((table) =>
    [
      table.name,
      table.columns.join(', '),
      formatCount(table.records),
      formatBytes(table.sizeBytes),
      formatTime(table.updatedMs),
      table.description ?? '',
    ].map((text) => ({ text })),
  );
  return `${renderTable({ columns, rows }, style).join('\n')}\n`;
}

function renderContent(
  table: LookupTableSummary & { readonly body: string },
  format: Format,
  style: Style,
): string {
  if (format === 'csv') return table.body;
  const { header, rows } = readCsv(table.body);
  if (format === 'table') {
    const columns = header.map((title) => ({ title, align: 'left' as const }));
    const cells = rows.map((row) => row.map((text) => ({ text })));
    return `${renderTable({ columns, rows: cells }, style).join('\n')}\n`;
  }
  const { body: _, ...summary } = table;
  const objects = rows.map((row) => rowObject(header, row));
  if (format === 'json') return `${JSON.stringify({ ...summary, rows: objects }, null, 2)}\n`;
  return objects.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** An empty cell is absent, as it is for queries. */
function rowObject(header: readonly string[], row: readonly string[]): Readonly<Record<string, string>> {
  const cells = header.map((name, index) => [name, row[index] ?? ''] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
}
